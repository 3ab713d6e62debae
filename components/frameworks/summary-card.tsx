import type { FrameworkView } from "@/lib/frameworks/framework";
import { type Point, summaryOf } from "@/lib/frameworks/summary";
import { Profile } from "./profile";
import { QuickStart } from "./quick-start";
import { StateList } from "./state-list";

/** A framework before its details: how it scores, what it is best and worst at, what it is for, and where it stands. */
export function SummaryCard({ framework }: { framework: FrameworkView }) {
  const { best, worst, goodFor, saidFor, notFor } = summaryOf(framework);
  return (
    <section aria-label={`${framework.name} in short`} className="summary mt-6">
      <div>
        <Profile scores={framework.scores} />
        <p className="mt-1.5 text-xs text-muted">The thin line is what is unknown or uncertain.</p>
      </div>
      <div>
        <Points title="Best at" sign="+" points={best} none="Nothing that is evidenced yet." />
        <Points title="Worst at" sign="−" points={worst} none="Nothing that is evidenced yet." />
      </div>
      <div>
        {goodFor.length > 0 ? (
          <Kinds title="Good for" points={goodFor} />
        ) : (
          <Kinds title="Said to be for, not confirmed" points={saidFor} none="No source of ours says." />
        )}
        <Kinds title="Not for" anchored points={notFor} none="No source of ours says." />
        <StateList framework={framework} />
      </div>
      <QuickStart framework={framework} />
    </section>
  );
}

interface Shown {
  title: string;
  points: readonly Point[];
  none: string;
}

function Points({ title, sign, points, none }: Shown & { sign: string }) {
  return (
    <>
      <h2 className="eyebrow">{title}</h2>
      {points.length === 0 && <p className="text-sm text-muted">{none}</p>}
      <ul className="points">
        {points.map(({ text, anchor }) => (
          <li key={anchor}>
            <span aria-hidden="true">{sign}</span>
            <a href={`#${anchor}`}>
              <bdi>{text}</bdi>
            </a>
          </li>
        ))}
      </ul>
    </>
  );
}

function Kinds({
  title,
  points,
  none = "",
  anchored = false,
}: Omit<Shown, "none"> & { none?: string; anchored?: boolean }) {
  return (
    <>
      <h2 className="eyebrow">{title}</h2>
      <p className="kinds">
        {points.length === 0 && <span className="text-muted">{none}</span>}
        {points.map(({ text, anchor }, index) => (
          <span key={text}>
            {index > 0 && ", "}
            {anchored ? <a href={`#${anchor}`}>{text}</a> : text}
          </span>
        ))}
      </p>
    </>
  );
}
