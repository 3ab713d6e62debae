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
 */
export function goOn(held: HTMLElement, changes: readonly MutationRecord[], scrolls: boolean): void {
  const land = (to: HTMLElement | null) => {
    if (!to) return;
    if (to !== held) went.set(held, to);
    take(to, scrolls);
  };
  for (let gone: Node = held; ; ) {
    const change = changes.findLast(({ removedNodes }) => [...removedNodes].some((node) => node.contains(gone)));
    const removed = [...(change?.removedNodes ?? [])].find((node) => node.contains(gone));
    if (!change || !removed) return;
    // Moved only: browsers take it for removed.
    const next = held.isConnected ? held : beside(held, removed, change);
    if (next) return land(next);
    // After what takes it by itself (ui/takes-focus.tsx).
    if (change.target.isConnected) return queueMicrotask(() => isNowhere() && land(homeOf(change.target)));
    gone = change.target;
  }
}

function take(element: HTMLElement, scrolls: boolean): void {
  const options = { preventScroll: !scrolls };
  element.focus(options);
  if (!isNowhere()) return;
  element.tabIndex = -1;
  element.addEventListener("blur", () => element.removeAttribute("tabindex"), { once: true });
  element.focus(options);
}

/** The same in the entry that follows, or the one before. */
function beside(held: HTMLElement, removed: Node, change: MutationRecord): HTMLElement | null {
  if (!(removed instanceof HTMLElement && removed.matches("li, tr, a, button"))) return null;
  const { target, previousSibling, nextSibling } = change;
  const nodes = [...target.childNodes];
  const follows = nextSibling?.parentNode === target ? nodes.indexOf(nextSibling as ChildNode) : nodes.length;
  const place = previousSibling?.parentNode === target ? nodes.indexOf(previousSibling as ChildNode) + 1 : follows;
  for (const entry of [...nodes.slice(place), ...nodes.slice(0, place).toReversed()]) {
    const same = entry instanceof HTMLElement && entry.tagName === removed.tagName && sameIn(entry, removed, held);
    if (same) return same;
  }
  return null;
}

function sameIn(entry: HTMLElement, removed: HTMLElement, held: HTMLElement): HTMLElement | null {
  const kin = (one: HTMLElement) => one.className === pressed.className;
  const form = removed.contains(held.closest("form")) ? held.closest("form") : null;
  const pressed = held.matches("a, button") ? held : (form?.querySelector<HTMLElement>("[type=submit]") ?? held);
  if (removed === pressed) return kin(entry) ? entry : null;
  const all = (one: HTMLElement) => [...one.querySelectorAll<HTMLElement>(pressed.tagName)].filter(kin);
  const there = all(entry);
  const same = there.find((one) => one.textContent === pressed.textContent) ?? there[all(removed).indexOf(pressed)];
  // What has to be filled in is read from its beginning.
  return same && form?.querySelector("input:not([type=hidden]), select, textarea") ? entry : (same ?? null);
}

/** The rest of the entry, or the heading of the part of the page. */
function homeOf(node: Node): HTMLElement | null {
  const part = node instanceof Element ? node.closest<HTMLElement>("main li, main section, main") : null;
  return part?.matches("li") ? part : (part?.querySelector<HTMLElement>("h1, h2, h3") ?? part);
}
