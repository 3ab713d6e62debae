import { setRoleAction, signOutPersonAction } from "@/lib/auth/actions";
import { type PersonLine, peoplePerPage } from "@/lib/auth/queries";
import { roles } from "@/lib/session/permissions";
import { signInPath } from "@/lib/session/rules";
import { routes } from "@/lib/site/routes";
import { dayOf, minuteOf } from "@/lib/text/dates";
import { ActionForm } from "../form/action-form";

export function PeoplePage({
  people,
  total,
  q,
  page,
  viewer,
  fresh,
}: {
  people: PersonLine[];
  total: number;
  q: string;
  page: number;
  viewer: { personId: string };
  fresh: boolean;
}) {
  const pages = Math.max(1, Math.ceil(total / peoplePerPage));
  const at = (number: number) => `${routes.people}?${new URLSearchParams({ ...(q && { q }), page: String(number) })}`;
  return (
    <div className="py-10 sm:py-14">
      <p className="eyebrow">Administration</p>
      <h1 className="mt-1 text-5xl">People</h1>
      <p className="mt-3 max-w-prose">
        Moderators decide on suggestions; administrators give roles as well. Every change of a role is kept in the{" "}
        <a href={routes.log} className="link">
          log
        </a>
        .
      </p>
      {!fresh && (
        <p className="notice my-4">
          To change anything here,{" "}
          <a href={signInPath(routes.people, true)} className="link">
            sign in again
          </a>{" "}
          first.
        </p>
      )}
      <form action={routes.people} className="mt-6 flex max-w-md gap-2">
        <label htmlFor="people-q" className="sr-only">
          Name or address
        </label>
        <input
          id="people-q"
          name="q"
          type="search"
          defaultValue={q}
          maxLength={100}
          placeholder="Name or address"
          className="field min-w-0 flex-1"
        />
        <button type="submit" className="button">
          Find
        </button>
      </form>
      <p className="mt-4 text-muted" role="status">
        {`${total} ${total === 1 ? "person" : "people"}${q && ` with “${q}”`}`}
      </p>
      <ul className="ledger mt-3">
        {people.map((person) => (
          <li key={person.id} className="grid gap-x-6 gap-y-2 py-3 md:grid-cols-[1fr_auto_auto] md:items-start">
            <div className="min-w-0">
              <p className="font-medium">
                <bdi>{person.name}</bdi>
                {person.id === viewer.personId && <span className="font-normal text-muted"> · you</span>}
              </p>
              <p dir="auto" className="text-sm text-muted">
                {person.email}
              </p>
              <p className="text-sm text-muted">
                {`${[person.role, ...person.maintains.map((name) => `maintainer of ${name}`)].join(", ")} · since ${dayOf(person.createdAt)} · ${person.lastSeenAt ? `last seen ${minuteOf(person.lastSeenAt)}` : "signed in nowhere"}`}
              </p>
            </div>
            <ActionForm
              action={setRoleAction}
              fields={{ person: person.id }}
              submit="Set role"
              label={`Set the role of ${person.name}`}
              quiet
            >
              <label className="sr-only" htmlFor={`role-${person.id}`}>
                {`Role of ${person.name}`}
              </label>
              <select
                id={`role-${person.id}`}
                name="role"
                key={person.role}
                defaultValue={person.role}
                className="field mr-2"
              >
                {roles.map((role) => (
                  <option key={role}>{role}</option>
                ))}
              </select>
            </ActionForm>
            <ActionForm
              action={signOutPersonAction}
              fields={{ person: person.id }}
              submit="Sign out everywhere"
              label={`Sign out ${person.name} everywhere`}
              quiet
            />
          </li>
        ))}
      </ul>
      {people.length === 0 && <p className="py-6 text-muted">Nobody. Try a part of the name or of the address.</p>}
      {pages > 1 && (
        <nav aria-label="Pages" className="mt-6 flex gap-3">
          {page > 1 && (
            <a href={at(page - 1)} className="button">
              Newer
            </a>
          )}
          <span className="self-center text-sm text-muted">{`Page ${page} of ${pages}`}</span>
          {page < pages && (
            <a href={at(page + 1)} className="button">
              Older
            </a>
          )}
        </nav>
      )}
    </div>
  );
}
