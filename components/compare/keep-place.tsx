"use client";

import { type ReactNode, useEffect, useRef } from "react";

const key = "framewise-place";

/** The bar that stays in sight. Other columns are another address: whoever follows it goes on reading where they were. */
export function KeepPlace({ children }: { children: ReactNode }) {
  const bar = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const kept = sessionStorage.getItem(key);
    sessionStorage.removeItem(key);
    const [path, id = "", offset] = kept?.split(" ") ?? [];
    const section = path === window.location.pathname && document.getElementById(id);
    if (section)
      window.scrollTo({
        top: section.getBoundingClientRect().top + window.scrollY - Number(offset),
        behavior: "instant",
      });
    const element = bar.current;
    element?.addEventListener("click", keep);
    return () => element?.removeEventListener("click", keep);
  }, []);
  return (
    <div ref={bar} className="compare-bar">
      {children}
    </div>
  );
}

function keep(event: MouseEvent): void {
  if (!(event.target as Element).closest(".compare-switch a")) return;
  const sections = [...document.querySelectorAll<HTMLElement>(".compare-body > section[id]")];
  const section = sections.findLast((one) => one.getBoundingClientRect().top < window.innerHeight / 2);
  if (section)
    sessionStorage.setItem(key, `${window.location.pathname} ${section.id} ${section.getBoundingClientRect().top}`);
}
