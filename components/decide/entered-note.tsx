import type { DecideOption } from "@/lib/decide/option";
import { type OwnCell, ownScoresText } from "@/lib/decide/own-scores";

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
  return (
    <p className="notice mt-4">
      <span>{`Of a team’s joint decision: scores that they entered count in place of the evidence’s. ${ownScoresText(own, options)}. `}</span>
      <a href={without} className="link">
        Without them
      </a>
    </p>
  );
}
