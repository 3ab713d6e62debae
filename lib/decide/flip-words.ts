import { exactPercent } from "./percent.ts";

interface Point {
  at: number;
  name: string;
}

/** A share and where others would lead, with as many digits, 1 to 4, as it takes that they read as different numbers. */
export function flipWords(
  share: number,
  { below, above }: { below: Point | null; above: Point | null },
): { now: string; said: string | null } {
  const points = [below, above].filter((point) => point !== null);
  const digits =
    [1, 2, 3].find((many) => points.every(({ at }) => exactPercent(at, many) !== exactPercent(share, many))) ?? 4;
  const said = [
    below && `under ${exactPercent(below.at, digits)} ${below.name} would lead`,
    above && `over ${exactPercent(above.at, digits)} ${above.name} would lead`,
  ].filter(Boolean);
  return { now: exactPercent(share, digits), said: said.length > 0 ? said.join(", ") : null };
}
