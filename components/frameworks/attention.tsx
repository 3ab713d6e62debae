import type { FrameworkView } from "@/lib/frameworks/framework";
import { StarHistory } from "./star-history";
import { Usage } from "./usage";

/** How many look at it and use it: stars over time, and what surveys found. */
export function Attention({ framework }: { framework: FrameworkView }) {
  return (
    <div className="mt-4 grid gap-x-10 gap-y-4 md:grid-cols-2">
      <StarHistory stars={framework.stars} />
      <div>
        <h3 className="eyebrow">In surveys</h3>
        <Usage figures={framework.usage} />
      </div>
    </div>
  );
}
