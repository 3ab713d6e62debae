/** What came to have the focus in place of what is gone. */
const went = new WeakMap<Element, HTMLElement>();

/** That element, or what came in its place if it is gone by now; null if nothing did. */
export function standing(element: Element | null): HTMLElement | null {
  let now = element;
  while (now && !now.isConnected) now = went.get(now) ?? null;
  return now instanceof HTMLElement && now !== document.body ? now : null;
}

/** Whether nothing on the page has the focus. */
export const isNowhere = () => document.activeElement === document.body;

/**
 * Gives the focus on, if these changes took away what held it: to the same button of the entry that follows, else of the
 * one before, else to what it was a part of.
 * @param stays whether it is still the same page
 */
export function goOn(
  held: HTMLElement,
  changes: readonly MutationRecord[],
  { scrolls, stays }: { scrolls: boolean; stays: boolean },
): void {
  const land = (to: HTMLElement | null) => {
    if (!to) return;
    if (to !== held) went.set(held, to);
    give(to, scrolls);
  };
  for (let gone: Node = held; ; ) {
    const change = changes.findLast(({ removedNodes }) => [...removedNodes].some((node) => node.contains(gone)));
    const removed = [...(change?.removedNodes ?? [])].find((node) => node.contains(gone));
    if (!change || !(removed instanceof HTMLElement)) return;
    const { target } = change;
    // Moved only: browsers take it for removed.
    const next = held.isConnected ? held : (beside(held, removed, change) ?? (stays ? anew(held, target) : null));
    if (next) return land(next);
    // After what takes it by itself (ui/takes-focus.tsx).
    if (target.isConnected) return queueMicrotask(() => isNowhere() && land(homeOf(target)));
    gone = target;
  }
}

/** Gives an element the focus, also one that takes none by itself. */
export function give(element: HTMLElement, scrolls: boolean): void {
  const options = { preventScroll: !scrolls };
  element.focus(options);
  if (document.activeElement === element || element.hasAttribute("tabindex")) return;
  const after = () => element.removeAttribute("tabindex");
  element.tabIndex = -1;
  element.addEventListener("blur", after, { once: true });
  element.focus(options);
  if (document.activeElement !== element) after();
}

const entries = "li, tr, a, button";

/** The same in the entry that follows the one that was removed, or in the one before. */
function beside(held: HTMLElement, removed: HTMLElement, change: MutationRecord): HTMLElement | null {
  if (!removed.matches(entries)) return null;
  const { target, previousSibling, nextSibling } = change;
  const nodes = [...target.childNodes];
  const follows = nextSibling?.parentNode === target ? nodes.indexOf(nextSibling as ChildNode) : nodes.length;
  const place = previousSibling?.parentNode === target ? nodes.indexOf(previousSibling as ChildNode) + 1 : follows;
  return sameIn([...nodes.slice(place), ...nodes.slice(0, place).toReversed()], removed, held)[0] ?? null;
}

/** Where all around it was made anew, as by Next at times: the same, or that of the entries that were around it. */
function anew(held: HTMLElement, target: Node): HTMLElement | null {
  if (!(target instanceof HTMLElement)) return null;
  const entry = held.closest<HTMLElement>("li, tr");
  const nodes = [...(entry?.parentNode?.childNodes ?? [])];
  const place = entry ? nodes.indexOf(entry) : 0;
  const around = [...nodes.slice(place + 1), ...nodes.slice(0, place).toReversed()];
  for (const one of [held, ...(entry ? sameIn(around, entry, held) : [])]) {
    const alike = [...target.querySelectorAll<HTMLElement>(one.tagName)].filter((other) => isAlike(one, other));
    if (alike[0] && alike.length === 1) return alike[0];
  }
  return null;
}

const isAlike = (one: HTMLElement, other: HTMLElement) =>
  one.textContent === other.textContent &&
  one.className === other.className &&
  ["id", "name", "aria-label"].every((name) => one.getAttribute(name) === other.getAttribute(name));

/** What in other entries is the same as what held the focus in the one that was removed. */
function sameIn(others: readonly Node[], removed: HTMLElement, held: HTMLElement): HTMLElement[] {
  const form = removed.contains(held.closest("form")) ? held.closest("form") : null;
  const pressed = held.matches("a, button") ? held : (form?.querySelector<HTMLElement>("[type=submit]") ?? held);
  // What has to be filled in is read from its beginning.
  const filled = form?.querySelector("input:not([type=hidden]), select, textarea");
  const kin = (one: HTMLElement) => one.className === pressed.className;
  const all = (one: HTMLElement) => [...one.querySelectorAll<HTMLElement>(pressed.tagName)].filter(kin);
  return others.flatMap((other) => {
    if (!(other instanceof HTMLElement) || other.tagName !== removed.tagName) return [];
    if (removed === pressed) return kin(other) ? [other] : [];
    const there = all(other);
    const same = there.find((one) => one.textContent === pressed.textContent) ?? there[all(removed).indexOf(pressed)];
    return same ? [filled ? other : same] : [];
  });
}

/** The rest of the entry, or the heading of the part of the page. */
function homeOf(node: Node): HTMLElement | null {
  const part = node instanceof Element ? node.closest<HTMLElement>("main li, main section, main") : null;
  return part?.matches("li") ? part : (part?.querySelector<HTMLElement>("h1, h2, h3") ?? part);
}
