import { type RefObject, useEffect, useState } from "react";

/** How high the rows of a list are, in pixels by slug, as last laid out: asked when the browser has worked it out anyway. */
export function useHeights(list: RefObject<HTMLElement | null>, slugs: string): ReadonlyMap<string, number> {
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
