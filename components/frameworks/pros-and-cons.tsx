import { byCriterion, orderClaims } from "@/lib/claims/order";
import type { ClaimView } from "@/lib/claims/view";
import type { FrameworkView } from "@/lib/frameworks/framework";
import { ClaimBody } from "../claims/claim-body";
import { ClaimItem } from "../claims/claim-item";
import { VerdictLegend } from "../claims/verdict-badge";

/** Pros and cons face to face, criterion by criterion, each side in order of its evidence. */
export function ProsAndCons({ framework }: { framework: FrameworkView }) {
  const groups = byCriterion(framework.claims.filter((claim) => claim.kind === "pro" || claim.kind === "con"));
  if (groups.length === 0) return <p className="text-muted">No pro or con has been entered yet.</p>;
  return (
    <>
      <VerdictLegend />
      <div className="pros-and-cons">
        <p aria-hidden="true" className="eyebrow max-md:hidden">
          <span />
          <span>Pros</span>
          <span>Cons</span>
        </p>
        {groups.map(({ criterion, claims }) => (
          <section key={criterion.id} aria-labelledby={`criterion-${criterion.id}`}>
            <h3 id={`criterion-${criterion.id}`} title={criterion.question}>
              {criterion.name}
              <Score framework={framework} criterion={criterion.id} />
            </h3>
            <Side kind="pro" claims={claims} framework={framework.slug} />
            <Side kind="con" claims={claims} framework={framework.slug} />
          </section>
        ))}
      </div>
    </>
  );
}

function Score({ framework, criterion }: { framework: FrameworkView; criterion: string }) {
  const value = framework.scores.find((one) => one.criterion === criterion)?.value ?? null;
  return value === null ? null : (
    <span className="font-mono text-sm font-normal text-muted">
      {value.toFixed(1)}
      <span className="sr-only"> of 5</span>
    </span>
  );
}

function Side({ kind, claims, framework }: { kind: "pro" | "con"; claims: ClaimView[]; framework: string }) {
  const own = orderClaims(claims.filter((claim) => claim.kind === kind));
  return (
    <div className={own.length === 0 ? "max-md:hidden" : `${kind}s`}>
      <h4 className="sr-only">{kind === "pro" ? "Pros" : "Cons"}</h4>
      {own.length === 0 && <p className="py-1 text-sm text-muted">No claim.</p>}
      {own.map((claim) => (
        <ClaimItem key={claim.slug} claim={claim}>
          <ClaimBody claim={claim} framework={framework} />
        </ClaimItem>
      ))}
    </div>
  );
}

/** Claims of one kind as a plain list in two columns. */
export function ClaimList({ framework, kind }: { framework: FrameworkView; kind: ClaimView["kind"] }) {
  const claims = orderClaims(framework.claims.filter((claim) => claim.kind === kind));
  if (claims.length === 0) return <p className="text-muted">No source of ours says anything on this.</p>;
  return (
    <div className="gap-x-10 md:columns-2">
      {claims.map((claim) => (
        <ClaimItem key={claim.slug} claim={claim}>
          <ClaimBody claim={claim} framework={framework.slug} />
        </ClaimItem>
      ))}
    </div>
  );
}
