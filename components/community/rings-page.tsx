import type { RingLine } from "@/lib/community/ring-queries";
import { ringWords } from "@/lib/people/rings";
import { routes } from "@/lib/site/routes";
import { minuteOf } from "@/lib/text/dates";

/** The rings that were found, those that wait for a decision first. */
export function RingsPage({ rings }: { rings: RingLine[] }) {
  const waiting = rings.filter(({ held }) => held > 0);
  const decided = rings.filter(({ held }) => held === 0);
  return (
    <div className="max-w-3xl py-10 sm:py-14">
      <p className="eyebrow">
        <a href={routes.moderation} className="link">
          Moderation
        </a>
      </p>
      <h1 className="mt-1 text-5xl">Rings</h1>
      <p className="mt-3 max-w-prose">
        Accounts that one hand may be behind, by the{" "}
        <a href={`${routes.integrity}#rings`} className="link">
          rules that everybody can read
        </a>
        . What they say is held back until you decide. Only moderators see who they are.
      </p>
      <Rings id="waiting" title="Waiting" rings={waiting} none="No ring waits for a decision." />
      <Rings id="decided" title="Decided" rings={decided} none="None was decided on yet." />
    </div>
  );
}

function Rings({ id, title, rings, none }: { id: string; title: string; rings: RingLine[]; none: string }) {
  return (
    <section aria-labelledby={id} className="mt-10">
      <h2 id={id} className="text-3xl">
        {title} <span className="count">{rings.length}</span>
      </h2>
      {rings.length === 0 && <p className="mt-2 text-muted">{none}</p>}
      <ul className="ledger mt-3">
        {rings.map(({ id: ring, rule, createdAt, held, discounted, cleared }) => (
          <li key={ring} className="py-3">
            <a href={routes.ring(ring)} className="link font-medium">
              {ringWords[rule].name}: {accounts(held + discounted + cleared)}
            </a>
            <p className="text-sm text-muted">{`${statesInWords({ held, discounted, cleared })} · found ${minuteOf(createdAt)}`}</p>
          </li>
        ))}
      </ul>
    </section>
  );
}

export const accounts = (count: number) => `${count.toLocaleString("en")} ${count === 1 ? "account" : "accounts"}`;

/** "300 held back, 2 cleared". */
export const statesInWords = (states: { held: number; discounted: number; cleared: number }) =>
  [
    [states.held, "held back"] as const,
    [states.discounted, "discounted"] as const,
    [states.cleared, "cleared"] as const,
  ]
    .filter(([count]) => count > 0)
    .map(([count, word]) => `${count.toLocaleString("en")} ${word}`)
    .join(", ");
