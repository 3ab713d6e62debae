import type { HighlightedClaim } from "@/lib/claims/queries";
import type { Find } from "@/lib/search/schema";
import { Highlight } from "../claims/highlight";
import { Logo } from "../frameworks/logo";

/** Rows of one group. A claim is shown whole, with its verdict and sources. */
export function FoundRows({ finds, claims }: { finds: readonly Find[]; claims: readonly HighlightedClaim[] }) {
  return (
    <ul className="ledger mt-3">
      {finds.map((find) => {
        const claim = claims.find(({ id }) => find.id === `claim-${id}`);
        return <li key={find.id}>{claim ? <Highlight claim={claim} /> : <Row find={find} />}</li>;
      })}
    </ul>
  );
}

function Row({ find: { title, note, href, icon, best } }: { find: Find }) {
  return (
    <div className="py-3">
      <p className="flex items-center gap-2.5">
        {icon !== undefined && <Logo icon={icon} name={title} size={20} />}
        <a href={href} className="link text-lg">
          <bdi>{title}</bdi>
        </a>
      </p>
      <p className="text-sm text-muted">
        <bdi>{note}</bdi>
      </p>
      {best && best.frameworks.length > 0 && (
        <p className="mt-1 text-sm">
          <span className="text-muted">{best.answer}: </span>
          {best.frameworks.map(({ name, href: place }, index) => (
            <span key={place}>
              {index > 0 && ", "}
              <a href={place} className="link">
                {name}
              </a>
            </span>
          ))}
        </p>
      )}
    </div>
  );
}
