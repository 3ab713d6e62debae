import { expect, it } from "vitest";
import { loadContent } from "./content.ts";
import { entriesOf, type Known } from "./entries.ts";
import { endDateOf } from "./still-corrected.ts";

/** What is known of a framework by the content alone, without its claims. */
const known = ({ slug, name, facts, support }: ReturnType<typeof loadContent>["frameworks"][number]) =>
  ({
    slug,
    name,
    facts,
    releases: support.cycles.map((cycle) => ({ ...cycle, endOfLife: endDateOf(cycle.endOfLife) })),
    supportSource: support.source,
    supportNote: null,
    standing: { value: null, source: null, asOf: null, note: null },
    claims: [],
  }) as unknown as Known;

it("every latest release whose date is known, if only by its month, is in its framework’s history", () => {
  const missing = loadContent().frameworks.flatMap((framework) => {
    const latest = framework.facts.latest?.value as { version: string; released: string | null } | null | undefined;
    if (!latest?.released) return [];
    const { version, released } = latest;
    const titles = entriesOf(known(framework), "2027-01-01").map(({ day, title }) => `${day} ${title}`);
    const lines = framework.support.cycles.filter(({ cycle }) => version === cycle || version.startsWith(`${cycle}.`));
    const wanted =
      lines.length > 0
        ? lines.map((line) => `${line.released} ${framework.name} ${line.cycle} came out`)
        : [`${released} ${framework.name} ${version} came out`];
    return wanted.filter((title) => !titles.includes(title));
  });
  expect(missing).toEqual([]);
});
