import type { SuggestionView } from "@/lib/moderation/queries";
import { suggestionKinds, suggestionStatuses } from "@/lib/moderation/rules";
import { routes } from "@/lib/site";

const names: Record<string, string> = {
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
  flag: "It is",
  name: "Name",
};

/** What a suggestion says: everything that it would add, marked as added. Addresses are shown whole before they are opened. */
export function SuggestionBody({ suggestion }: { suggestion: Omit<SuggestionView, "author"> }) {
  const { kind, framework, claim, body, status } = suggestion;
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
      {claim && <p className="mt-1 text-sm text-muted">on the claim “{claim}”</p>}
      {Object.keys(body).length > 0 && (
        <dl className="mt-2 border-l-4 border-still-true bg-still-true-soft px-3 py-2 text-sm">
          {Object.entries(body).flatMap(([name, value]) =>
            name === "claim" || value === ""
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
                        value
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
