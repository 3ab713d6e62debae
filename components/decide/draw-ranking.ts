import type { Outcome } from "@/lib/decide/decide";
import { barsOf } from "./bar";

/**
 * Draws an outcome into the rows that are there, past React: a move of a slider must be answered within a frame. Each row
 * is drawn in its place wherever it stands in the page; those that aren't among the first lie unseen at the end.
 * @param heights of rows in pixels, by slug
 * @param most how many of the first are seen
 * @returns whether everybody who is among the first has a row
 */
export function drawRanking(
  list: HTMLElement,
  { ranked }: Pick<Outcome, "ranked">,
  { heights, most }: { heights: ReadonlyMap<string, number>; most: number },
): boolean {
  const usual = heights.values().next().value ?? 0;
  const heightOf = (slug: string) => heights.get(slug) ?? usual;
  const stands = new Map<string, { row: HTMLElement; top: number }>();
  let end = 0;
  for (const row of rowsOf(list)) {
    const slug = row.dataset.option ?? "";
    stands.set(slug, { row, top: end });
    end += heightOf(slug);
  }
  let high = 0;
  let complete = true;
  let moved = false;
  const place = (row: HTMLElement, shift: number, spare: boolean) => {
    moved ||= shift !== 0 || spare;
    move(row, shift === 0 ? "" : `translateY(${shift}px)`);
    if (row.hasAttribute("data-spare") !== spare) row.toggleAttribute("data-spare", spare);
  };
  ranked.slice(0, most).forEach(({ option, rank, total }) => {
    const stood = stands.get(option.slug);
    if (!stood) {
      complete = false;
      return;
    }
    stands.delete(option.slug);
    place(stood.row, high - stood.top, false);
    high += heightOf(option.slug);
    write(stood.row.querySelector("[data-rank]"), String(rank));
    write(stood.row.querySelector("[data-total]"), total.toFixed(2));
  });
  for (const { row, top } of stands.values()) place(row, high - top, true);
  list.toggleAttribute("data-drawn", moved);
  const height = moved ? `${high}px` : "";
  if (list.style.getPropertyValue("--high") !== height) list.style.setProperty("--high", height);
  return complete;
}

/** The bars, which may follow a picture later. */
export function drawBars(list: HTMLElement, { ranked }: Pick<Outcome, "ranked">): void {
  const results = new Map(ranked.map((one) => [one.option.slug, one]));
  for (const row of rowsOf(list)) {
    const one = results.get(row.dataset.option ?? "");
    const bars = row.querySelectorAll<HTMLElement>("[data-bar]");
    if (one) barsOf(one).forEach((transform, index) => move(bars[index], transform));
  }
}

const rowsOf = (list: HTMLElement) => list.querySelectorAll<HTMLElement>(":scope > [data-option]");

function move(element: HTMLElement | undefined, transform: string): void {
  if (element && element.style.transform !== transform) element.style.transform = transform;
}

/** Words of an element that has nothing else; a browser that translates may have put elements of its own around them. */
export function write(element: Element | null, text: string): void {
  if (!element || element.textContent === text) return;
  const { firstChild } = element;
  if (firstChild instanceof Text && firstChild.nextSibling === null) firstChild.data = text;
  else element.textContent = text;
}
