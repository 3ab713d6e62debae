import { type ActLine, type EventLine, linesPerPage } from "@/lib/auth/log";
import { eventKinds, eventsKeptFor } from "@/lib/events/kinds";
import { routes } from "@/lib/site/routes";
import { minuteOf } from "@/lib/text/dates";

/** What was tried and refused, and what was done with power over others. */
export function LogPage({ events, acts, page }: { events: EventLine[]; acts: ActLine[]; page: number }) {
  const more = events.length === linesPerPage || acts.length === linesPerPage;
  return (
    <div className="max-w-4xl py-10 sm:py-14">
      <p className="eyebrow">
        <a href={routes.people} className="link">
          People
        </a>
      </p>
      <h1 className="mt-1 text-5xl">Log</h1>
      <section aria-labelledby="tried" className="mt-8">
        <h2 id="tried" className="text-3xl">
          Tried and refused
        </h2>
        <p className="mt-2 max-w-prose">
          {`The same within an hour is one line. A network is named by a part of its hash: the same letters are the same network. Forgotten after ${eventsKeptFor} days.`}
        </p>
        {events.length === 0 && <p className="mt-3 text-muted">Nothing here.</p>}
        <ul className="ledger mt-3">
          {events.map(({ id, kind, what, email, network, count, lastAt }) => (
            <li key={id} className="py-2">
              <p>
                <span className="font-mono text-xs text-muted">{minuteOf(lastAt)}</span>{" "}
                <span className="font-medium">{eventKinds[kind]}</span>
                {count > 1 && <span>{` × ${count.toLocaleString("en")}`}</span>}
              </p>
              <p className="text-sm break-words text-muted">
                <span>{what ? `at ${what} · ` : ""}</span>
                <bdi>{email ?? "no account"}</bdi>
                <span>{network ? ` · network ${network}` : " · network not told"}</span>
              </p>
            </li>
          ))}
        </ul>
      </section>
      <section aria-labelledby="done" className="mt-12">
        <h2 id="done" className="text-3xl">
          Done with power over others
        </h2>
        <p className="mt-2 max-w-prose">Roles, sign-outs, discounts and what moderators decided. Kept for good.</p>
        {acts.length === 0 && <p className="mt-3 text-muted">Nothing here.</p>}
        <ul className="ledger mt-3">
          {acts.map(({ id, at, action, actor, subject, detail }) => (
            <li key={id} className="py-2">
              <p>
                <span className="font-mono text-xs text-muted">{minuteOf(at)}</span>{" "}
                <span className="font-medium">{action}</span>
                <span> by </span>
                <bdi>{actor ?? "the command line"}</bdi>
              </p>
              <p className="text-sm break-words text-muted">
                {subject && (
                  <>
                    <bdi>{subject}</bdi>
                    <span> · </span>
                  </>
                )}
                <bdi>{detail}</bdi>
              </p>
            </li>
          ))}
        </ul>
      </section>
      {(page > 1 || more) && (
        <nav aria-label="Pages" className="mt-6 flex items-center gap-3">
          {page > 1 && (
            <a href={`${routes.log}?page=${page - 1}`} className="button">
              Later
            </a>
          )}
          <span className="text-sm text-muted">{`Page ${page}`}</span>
          {more && (
            <a href={`${routes.log}?page=${page + 1}`} className="button">
              Earlier
            </a>
          )}
        </nav>
      )}
    </div>
  );
}
