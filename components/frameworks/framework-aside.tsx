import type { FrameworkView } from "@/lib/frameworks/framework";
import { Embed } from "./embed";
import { FactList } from "./fact-list";
import { StarHistory } from "./star-history";
import { Usage } from "./usage";

/** What stands beside the sections: facts, stars, surveys, and the badge for other sites. */
export function FrameworkAside({ framework }: { framework: FrameworkView }) {
  return (
    <aside aria-label="Facts" className="mt-14 min-w-0 lg:mt-0">
      <h2 className="mb-3 text-2xl">Facts</h2>
      <FactList framework={framework} />
      <StarHistory stars={framework.stars} />
      <h2 className="mb-2 mt-8 text-2xl">In surveys</h2>
      <Usage figures={framework.usage} />
      <h2 className="mb-2 mt-8 text-2xl">Embed</h2>
      <Embed slug={framework.slug} name={framework.name} />
    </aside>
  );
}
