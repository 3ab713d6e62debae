"use client";

import { type ReactNode, useEffect, useRef } from "react";

const key = "framewise-place";

interface Place {
  path: string;
  /** The part of the page that was read, and how far below the window's top it began, in pixels. */
  section: { id: string; top: number } | null;
  /** The column whose × was pressed, from 0 on; null where another was brought to the front. */
  left: number | null;
}

/** The bar that stays in sight. Other columns are another address: whoever follows it goes on where they were. */
export function KeepPlace({ children }: { children: ReactNode }) {
  const bar = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const kept = sessionStorage.getItem(key);
    sessionStorage.removeItem(key);
    const place = kept === null ? null : (JSON.parse(kept) as Place);
    const element = bar.current;
    if (element && place?.path === window.location.pathname) goBack(element, place);
    element?.addEventListener("click", keep);
    return () => element?.removeEventListener("click", keep);
  }, []);
  return (
    <div ref={bar} className="compare-bar">
      {children}
    </div>
  );
}

function goBack(bar: HTMLElement, { section, left }: Place): void {
  const read = section && document.getElementById(section.id);
  if (read)
    window.scrollTo({
      top: read.getBoundingClientRect().top + window.scrollY - section.top,
      behavior: "instant",
    });
  // Once the page is there to be seen (theme-script.ts): before, nothing in it takes the focus.
  requestAnimationFrame(() =>
    setTimeout(() => {
      if (document.activeElement !== document.body) return;
      const columns = [...bar.querySelectorAll(".compare-columns > li")];
      const column = columns[Math.min(left ?? 0, columns.length - 1)];
      const [name, leave] = column?.querySelectorAll<HTMLElement>("a") ?? [];
      (left === null ? name : leave)?.focus({ preventScroll: section !== null });
    }),
  );
}

function keep(event: MouseEvent): void {
  const link = (event.target as Element).closest<HTMLAnchorElement>(".compare-switch a, .compare-columns a[title]");
  if (!link) return;
  const left = link.title ? [...document.querySelectorAll(".compare-columns a[title]")].indexOf(link) : null;
  const sections = [...document.querySelectorAll<HTMLElement>(".compare-body > section[id]")];
  const section = sections.findLast((one) => one.getBoundingClientRect().top < window.innerHeight / 2);
  const place: Place = {
    path: new URL(link.href).pathname,
    section: section ? { id: section.id, top: section.getBoundingClientRect().top } : null,
    left,
  };
  sessionStorage.setItem(key, JSON.stringify(place));
}
