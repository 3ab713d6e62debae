import type { Compared } from "./queries.ts";

/** One of the compared where it stands. Its place among them in the address's order gives its colour and letter. */
export interface Column extends Compared {
  place: number;
}

/** The compared in the reader's order: those that shall come first, then the others as the address names them. */
export function arrange(compared: readonly Compared[], first: readonly string[]): Column[] {
  const rank = ({ row }: Compared) => {
    const at = first.indexOf(row.slug);
    return at === -1 ? first.length : at;
  };
  return compared.map((one, place) => ({ ...one, place })).sort((a, b) => rank(a) - rank(b));
}

/** What the address says once one is brought to the front; nothing where that is the address's own order. */
export function broughtForward(compared: readonly Compared[], first: readonly string[], slug: string): string[] {
  const order = [slug, ...first.filter((other) => other !== slug)];
  return arrange(compared, order).every(({ place }, at) => place === at) ? [] : order;
}
