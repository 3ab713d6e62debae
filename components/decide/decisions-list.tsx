import type { DecisionLine } from "@/lib/decide/queries";
import { routes } from "@/lib/site/routes";
import { MadeList } from "./made-list";

/** The decisions that somebody saved, or whose team they joined. */
export function DecisionsList({ decisions }: { decisions: DecisionLine[] }) {
  const none = (
    <p className="mt-1 text-muted">
      None saved yet.{" "}
      <a href={routes.decide} className="link">
        Weigh some frameworks
      </a>
      , then save it.
    </p>
  );
  const lines = decisions.map(({ id, title, list, own, members, revealed, updatedAt }) => ({
    href: routes.team(id),
    title,
    facts: [
      list && `with “${list}”`,
      !own && "joined",
      members > 1 && `${members} weigh`,
      revealed && "ballots open",
      updatedAt.slice(0, 10),
    ],
  }));
  return <MadeList id="decisions" title="Decisions" none={none} lines={lines} />;
}
