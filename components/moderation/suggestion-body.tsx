import type { Label } from "@/lib/moderation/kind";
import { kinds } from "@/lib/moderation/kinds";
import type { SuggestionView } from "@/lib/moderation/queries";
import { suggestionStatuses } from "@/lib/moderation/rules";
import { routes } from "@/lib/site/routes";
import { LineDiff } from "./line-diff";
import { WordDiff } from "./word-diff";

/** In the order of its kind: the database doesn't keep the form's. */
function fields(shows: Record<string, Label>, body: Record<string, string | number>): [string, string | number][] {
  const order = Object.keys(shows);
  return Object.entries(body)
    .filter(([name, value]) => shows[name] !== null && value !== "")
    .sort(([a], [b]) => order.indexOf(a) - order.indexOf(b));
}

const labelOf = (label: Label | undefined) => (typeof label === "object" ? label?.label : label);

/** A value of one of our own vocabularies, as the forms have it. */
const wordOf = (label: Label | undefined, value: string | number) =>
  (typeof label === "object" && label?.words.find(({ id }) => id === value)?.name) || value;

/** What a suggestion says: everything that it would add, marked as added. Addresses are shown whole before they are opened. */
export function SuggestionBody({ suggestion }: { suggestion: Omit<SuggestionView, "author"> }) {
  const { kind, framework, claim, body, before, reported, status } = suggestion;
  const { name: kindName, replacesWords } = kinds[kind];
  const shows: Record<string, Label> = kinds[kind].shows;
  const old = replacesWords ? (before ?? claim) : null;
  const lines = kinds[kind].lines({ body, before });
  const added = fields(shows, body);
  return (
    <>
      <p>
        <span className="chip">{suggestionStatuses[status]}</span> <strong className="font-medium">{kindName}</strong>
        {framework && (
          <>
            <span>{" on "}</span>
            <a href={routes.framework(framework.slug)} className="link">
              {framework.name}
            </a>
          </>
        )}
      </p>
      {claim && old === null && (
        <p className="mt-1 text-sm text-muted">
          on the claim “<bdi>{claim}</bdi>”
        </p>
      )}
      {lines.length > 0 && <LineDiff lines={lines} />}
      {old !== null && <WordDiff before={old} after={String(body.text ?? "")} />}
      {reported && (
        <blockquote dir="auto" className="mt-2 whitespace-pre-line border-l-4 border-outdated pl-3 text-sm">
          <span>{`${reported.text} `}</span>
          {reported.path === null ? (
            <span className="text-muted">(gone by now)</span>
          ) : (
            <a href={reported.path} className="link">
              where it stands
            </a>
          )}
        </blockquote>
      )}
      {added.length > 0 && (
        <dl className="mt-2 border-l-4 border-still-true bg-still-true-soft px-3 py-2 text-sm">
          {added.flatMap(([name, value]) =>
            name === "text" && old !== null
              ? []
              : [
                  <div key={name} className="grid grid-cols-[7rem_minmax(0,1fr)] gap-2 py-0.5">
                    <dt className="text-muted">{labelOf(shows[name]) ?? name}</dt>
                    <dd dir="auto" className="whitespace-pre-line">
                      {name === "url" ? (
                        <a href={String(value)} className="link" rel="nofollow noopener ugc">
                          {value}
                        </a>
                      ) : (
                        wordOf(shows[name], value)
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
