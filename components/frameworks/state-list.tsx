import type { FrameworkView } from "@/lib/frameworks/framework";
import { standings } from "@/lib/frameworks/standing";
import { distributionOf, meanOf, ratingText } from "@/lib/ratings/rules";
import { supportText } from "@/lib/releases/support";
import { today } from "@/lib/text/dates";

/** Where it stands today: for new work or not, supported until when, its latest release, what people rate it. */
export function StateList({ framework: { standing, releases, facts, ratings } }: { framework: FrameworkView }) {
  const latest = facts.latest?.value;
  const mean = meanOf(distributionOf(ratings, "overall"));
  return (
    <dl className="states">
      <div>
        <dt>Standing</dt>
        <dd>
          {standings.find(({ id }) => id === standing.value)?.name ?? <span className="text-muted">unknown</span>}
        </dd>
      </div>
      <div>
        <dt>Support</dt>
        <dd>{supportText(releases, today())}</dd>
      </div>
      <div>
        <dt>Latest</dt>
        <dd>
          {latest ? (
            <>
              <span className="font-mono">{latest.version}</span>
              {latest.released && <span className="text-muted">{`, ${latest.released}`}</span>}
            </>
          ) : (
            <span className="text-muted">unknown</span>
          )}
        </dd>
      </div>
      {mean && (
        <div>
          <dt>Rated</dt>
          <dd>
            <a href="#ratings">{ratingText(mean.mean, mean.n)}</a>
          </dd>
        </div>
      )}
    </dl>
  );
}
