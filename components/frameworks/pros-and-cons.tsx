import { byCriterion, orderClaims } from "@/lib/claims/order";
import type { ClaimView } from "@/lib/claims/view";
import type { FrameworkView } from "@/lib/frameworks/framework";
import { ClaimItem } from "../claims/claim-item";
import { ScoreMeter } from "../claims/score-meter";

/** Pros and cons face to face, criterion by criterion, each side in order of its evidence. */
export function ProsAndCons({ framework }: { framework: FrameworkView }) {
  const groups = byCriterion(framework.claims.filter((claim) => claim.kind === "pro" || claim.kind === "con"));
  if (groups.length === 0) return <p className="text-muted">No pro or con has been entered yet.</p>;
  return (
    <div className="ledger">
      {groups.map(({ criterion, claims }) => {
        const score = framework.scores.find((item) => item.criterion === criterion.id);
        return (
          <section key={criterion.id} aria-labelledby={`criterion-${criterion.id}`} className="py-5">
            <div className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1">
              <h3 id={`criterion-${criterion.id}`} className="text-lg font-semibold">
                {criterion.name}
                <span className="ml-2 text-sm font-normal text-muted">{criterion.question}</span>
              </h3>
              {score && (
                <a href={`#score-${criterion.id}`} className="hover:underline" title="What this score is made of">
                  <ScoreMeter score={score} />
                </a>
              )}
            </div>
            <div className="mt-1 grid gap-x-10 md:grid-cols-2">
              <Side title="Pros" kind="pro" claims={claims} framework={framework.slug} />
              <Side title="Cons" kind="con" claims={claims} framework={framework.slug} />
            </div>
          </section>
        );
      })}
    </div>
  );
}

function Side({
  title,
  kind,
  claims,
  framework,
}: {
  title: string;
  kind: ClaimView["kind"];
  claims: ClaimView[];
  framework: string;
}) {
  const own = orderClaims(claims.filter((claim) => claim.kind === kind));
  return (
    <div className={own.length === 0 ? "max-md:hidden" : ""}>
      <h4 className="eyebrow mt-3">{title}</h4>
      {own.length === 0 ? (
        <p className="py-3 text-sm text-muted">No claim.</p>
      ) : (
        own.map((claim) => <ClaimItem key={claim.slug} claim={claim} framework={framework} />)
      )}
    </div>
  );
}

/** Claims of one kind as a plain list in two columns. */
export function ClaimList({ framework, kind }: { framework: FrameworkView; kind: ClaimView["kind"] }) {
  const claims = orderClaims(framework.claims.filter((claim) => claim.kind === kind));
  if (claims.length === 0) return <p className="text-muted">No source of ours says anything on this.</p>;
  return (
    <div className="grid gap-x-10 md:grid-cols-2">
      {claims.map((claim) => (
        <ClaimItem key={claim.slug} claim={claim} framework={framework.slug} />
      ))}
    </div>
  );
}
