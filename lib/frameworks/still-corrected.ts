import { isDeepStrictEqual } from "node:util";
import { measureRow, measureSpot, unknownMeasure } from "../bench/corrected-measure.ts";
import { measures } from "../bench/measures.ts";
import type { Prisma } from "../db/generated/client.ts";
import { lineRow, lineSpot } from "../releases/corrected-line.ts";
import type { Content } from "./content.ts";
import { standingSpot } from "./corrected-standing.ts";
import type { FrameworkContent } from "./schema.ts";

/** Which rows readers corrected and the content still has as they were: what a seed leaves alone. */
export interface Corrected {
  spots: { frameworkId: number; spot: string }[];
  has: (slug: string, spot: string) => boolean;
}

/** Finds them, and forgets the corrections that the content has overtaken. */
export async function stillCorrected(tx: Prisma.TransactionClient, content: Content): Promise<Corrected> {
  const all = await tx.rowCorrection.findMany({ include: { framework: { select: { slug: true } } } });
  const isOvertaken = ({ spot, replaced, framework: { slug } }: (typeof all)[number]) => {
    const framework = content.frameworks.find((one) => one.slug === slug);
    return framework !== undefined && !isDeepStrictEqual(rowOf(spot, framework, content.measures), replaced);
  };
  for (const { frameworkId, spot } of all.filter(isOvertaken))
    await tx.rowCorrection.delete({ where: { frameworkId_spot: { frameworkId, spot } } });
  const spots = all.filter((one) => !isOvertaken(one));
  const known = new Set(spots.map(({ framework, spot }) => `${framework.slug} ${spot}`));
  return { spots, has: (slug, spot) => known.has(`${slug} ${spot}`) };
}

/** What the content has in a spot; null for one that it has given up. */
function rowOf(spot: string, framework: FrameworkContent, figures: Content["measures"]): object | null {
  const { slug, standing, support } = framework;
  if (spot === standingSpot)
    return { value: standing.value, source: standing.source, asOf: standing.asOf, note: standing.note ?? null };
  const cycle = support.cycles.find((one) => lineSpot(one.cycle) === spot);
  if (cycle) return lineOf(cycle);
  const measure = measures.find(({ id }) => measureSpot(id) === spot);
  const figure = figures.find((one) => one.framework === slug && one.measure === measure?.id);
  return measure ? measureRow(figure ?? unknownMeasure) : null;
}

export const lineOf = ({ released, activeUntil, endOfLife }: FrameworkContent["support"]["cycles"][number]) =>
  lineRow({ released, activeUntil: endDateOf(activeUntil), endOfLife: endDateOf(endOfLife) });

/** "open": no end announced; "ended": over on an unknown day. */
export function endDateOf(value: string | boolean | null): string | null {
  if (typeof value === "boolean") return value ? "ended" : "open";
  return value;
}
