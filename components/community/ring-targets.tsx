import { mostShown, type RingTarget } from "@/lib/community/ring-queries";
import { routes } from "@/lib/site/routes";
import { minuteOf } from "@/lib/text/dates";

/** What the accounts of a ring said, what most of them spoke on first. */
export function RingTargets({ targets }: { targets: RingTarget[] }) {
  return (
    <section aria-labelledby="targets" className="mt-12">
      <h2 id="targets" className="text-3xl">
        What they said
      </h2>
      {targets.length === 0 && <p className="mt-2 text-muted">Nothing yet.</p>}
      {targets.length > mostShown && <p className="mt-2 text-muted">The first {mostShown} are shown.</p>}
      <ul className="ledger mt-3">
        {targets.slice(0, mostShown).map(({ framework, claim, answers }) => (
          <li key={`${framework.slug} ${claim}`} className="py-3">
            <details>
              <summary>
                <a href={routes.framework(framework.slug)} className="link">
                  {framework.name}
                </a>{" "}
                <span className="font-medium">{claim === null ? "rated" : <bdi>{claim}</bdi>}</span>{" "}
                <span className="text-muted">{inShort(claim, answers)}</span>
              </summary>
              <ol className="mt-2 list-decimal space-y-1 pl-8 text-sm">
                {answers.map(({ email, value, at }) => (
                  <li key={email}>
                    <span className="font-mono text-xs">{minuteOf(at)}</span>{" "}
                    <span className="font-medium">{answer(claim, value)}</span> <bdi>{email}</bdi>
                  </li>
                ))}
              </ol>
            </details>
          </li>
        ))}
      </ul>
    </section>
  );
}

const answer = (claim: string | null, value: number) => (claim === null ? `${value} of 5` : value > 0 ? "Yes" : "No");

/** "12 × Yes, 1 × No". */
function inShort(claim: string | null, answers: RingTarget["answers"]): string {
  const counts = new Map<string, number>();
  for (const { value } of answers) counts.set(answer(claim, value), (counts.get(answer(claim, value)) ?? 0) + 1);
  return [...counts].map(([text, count]) => `${count} × ${text}`).join(", ");
}
