import type { DecisionLine } from "@/lib/decide/queries";
import { routes } from "@/lib/site/routes";

/** The decisions that somebody saved, or whose team they joined. */
export function DecisionsList({ decisions }: { decisions: DecisionLine[] }) {
  return (
    <section aria-labelledby="decisions" className="mt-12">
      <h2 id="decisions" className="text-2xl">
        Decisions
      </h2>
      {decisions.length === 0 && (
        <p className="mt-1 text-muted">
          None saved yet.{" "}
          <a href={routes.decide} className="link">
            Weigh some frameworks
          </a>
          , then save it.
        </p>
      )}
      <ul className="ledger mt-3">
        {decisions.map((decision) => (
          <li key={decision.id} className="flex flex-wrap items-baseline justify-between gap-x-4 py-2">
            <a href={routes.team(decision.id)} className="link font-medium">
              <bdi>{decision.title}</bdi>
            </a>
            <span className="text-sm text-muted">
              {[
                decision.list && `with “${decision.list}”`,
                !decision.own && "joined",
                decision.members > 1 && `${decision.members} weigh`,
                decision.revealed && "ballots open",
                decision.updatedAt.slice(0, 10),
              ]
                .filter(Boolean)
                .join(" · ")}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
