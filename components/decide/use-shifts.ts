import { type RefObject, useEffect, useState } from "react";

/**
 * How far, in pixels, each row of a list must be drawn from where it stands in the page to be seen in its place: moving
 * what is drawn costs a tenth of laying a list out anew.
 * @param slugs of the rows, as they stand in the page
 * @param placeOf a row's place, from 0; they needn't be without gaps
 * @param most how many are seen: the others lie at the end, one on the other
 * @returns the shifts by slug, and how high those that are seen are together
 */
export function useShifts(
  list: RefObject<HTMLElement | null>,
  slugs: readonly string[],
  placeOf: (slug: string) => number,
  most: number,
): { shifts: ReadonlyMap<string, number>; height: number } {
  const heights = useHeights(list, slugs.join());
  const usual = heights.values().next().value ?? 0;
  const heightOf = (slug: string) => heights.get(slug) ?? usual;
  const stands = new Map<string, number>();
  slugs.reduce((top, slug) => {
    stands.set(slug, top);
    return top + heightOf(slug);
  }, 0);
  const shifts = new Map<string, number>();
  let height = 0;
  slugs
    .toSorted((a, b) => placeOf(a) - placeOf(b))
    .forEach((slug, index) => {
      shifts.set(slug, height - (stands.get(slug) ?? 0));
      if (index < most) height += heightOf(slug);
    });
  return { shifts, height };
}

/** By slug, as last laid out. Asked of the browser only when it has worked them out anyway. */
function useHeights(list: RefObject<HTMLElement | null>, slugs: string): ReadonlyMap<string, number> {
  const [heights, setHeights] = useState<ReadonlyMap<string, number>>(new Map());
  useEffect(() => {
    const observer = new ResizeObserver((entries) =>
      setHeights((before) => {
        const after = new Map(before);
        for (const { target, borderBoxSize } of entries)
          if (target instanceof HTMLElement && target.dataset.option)
            after.set(target.dataset.option, borderBoxSize[0]?.blockSize ?? 0);
        return after;
      }),
    );
    if (slugs) for (const row of list.current?.children ?? []) observer.observe(row);
    return () => observer.disconnect();
  }, [list, slugs]);
  return heights;
}
