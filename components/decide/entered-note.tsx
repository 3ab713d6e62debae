import { criterionOf } from "@/lib/claims/criteria";
import type { DecideOption } from "@/lib/decide/option";
import type { OwnCell } from "@/lib/decide/own-scores";
import { percent } from "@/lib/decide/percent";

/** Says which scores of a joint decision aren't the evidence's, and leads to the decision without them. */
export function EnteredNote({
  own,
  options,
  without,
}: {
  own: OwnCell[];
  options: readonly DecideOption[];
  without: string;
}) {
  if (own.length === 0) return null;
  const nameOf = (slug: string) => options.find((option) => option.slug === slug)?.name ?? slug;
  const said = own.map(
    ({ slug, criterion, part, own: score }) =>
      `${nameOf(slug)}, ${criterionOf(criterion).name.toLowerCase()}: ${score.toFixed(2)}${part > 0.999 ? "" : ` for ${percent(part)} of it`}`,
  );
  return (
    <p className="notice mt-4">
      <span>{`Of a team’s joint decision: scores that they entered count in place of the evidence’s. ${said.join("; ")}. `}</span>
      <a href={without} className="link">
        Without them
      </a>
    </p>
  );
}
