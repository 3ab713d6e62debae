import { criteria } from "@/lib/claims/criteria";
import type { SuggestionView } from "@/lib/moderation/queries";
import { flagReasons, reportReasons, suggestionKinds, suggestionStatuses } from "@/lib/moderation/rules";
import { routes } from "@/lib/site/routes";
import { WordDiff } from "./word-diff";

const names: Record<string, string> = {
  name: "Name",
  flag: "It is",
  side: "For or against",
  criterion: "Criterion",
  text: "Text",
  stance: "Stance",
  locator: "Where",
  note: "Note",
  url: "Address",
  sourceTitle: "Title",
  publisher: "Publisher",
  date: "Date",
  title: "Title",
  cost: "Cost",
  format: "Format",
  why: "Why",
};

/** In the order of the names above: the database doesn't keep the form's. */
function fields(body: Record<string, string | number>): [string, string | number][] {
  const order = Object.keys(names);
  return Object.entries(body).sort(([a], [b]) => order.indexOf(a) - order.indexOf(b));
}

/** Said in other ways. */
const hidden = new Set(["claim", "what", "of"]);

/** Fields whose values are of our own vocabularies, and these as the forms have them. */
const chosen = new Set(["flag", "criterion"]);
const words: Record<string, string> = Object.fromEntries(
  [...flagReasons, ...reportReasons, ...criteria].map(({ id, name }) => [id, name]),
);

/** What a suggestion says: everything that it would add, marked as added. Addresses are shown whole before they are opened. */
export function SuggestionBody({ suggestion }: { suggestion: Omit<SuggestionView, "author"> }) {
  const { kind, framework, claim, body, before, reported, status } = suggestion;
  const old = kind === "wording" ? (before ?? claim) : null;
  return (
    <>
      <p>
        <span className="chip">{suggestionStatuses[status]}</span>{" "}
        <strong className="font-medium">{suggestionKinds.find(({ id }) => id === kind)?.name}</strong>
        {framework && (
          <>
            {" on "}
            <a href={routes.framework(framework.slug)} className="link">
              {framework.name}
            </a>
          </>
        )}
      </p>
      {claim && old === null && <p className="mt-1 text-sm text-muted">on the claim “{claim}”</p>}
      {old !== null && <WordDiff before={old} after={String(body.text ?? "")} />}
      {reported && (
        <blockquote className="mt-2 whitespace-pre-line border-l-4 border-outdated pl-3 text-sm [overflow-wrap:anywhere]">
          {reported.text}{" "}
          {reported.path === null ? (
            <span className="text-muted">(gone by now)</span>
          ) : (
            <a href={reported.path} className="link">
              where it stands
            </a>
          )}
        </blockquote>
      )}
      {Object.keys(body).length > 0 && (
        <dl className="mt-2 border-l-4 border-still-true bg-still-true-soft px-3 py-2 text-sm">
          {fields(body).flatMap(([name, value]) =>
            hidden.has(name) || value === "" || (name === "text" && old !== null)
              ? []
              : [
                  <div key={name} className="grid grid-cols-[7rem_minmax(0,1fr)] gap-2 py-0.5">
                    <dt className="text-muted">{names[name] ?? name}</dt>
                    <dd className="whitespace-pre-line [overflow-wrap:anywhere]">
                      {name === "url" ? (
                        <a href={String(value)} className="link" rel="nofollow noopener ugc">
                          {value}
                        </a>
                      ) : (
                        (chosen.has(name) && words[String(value)]) || value
                      )}
                    </dd>
                  </div>,
                ],
          )}
        </dl>
      )}
    </>
  );
}
