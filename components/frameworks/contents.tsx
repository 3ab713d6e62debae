"use client";

import { useEffect, useState } from "react";

/** The way to each section of a page: it stays in sight, and marks the section that is being read. */
export function Contents({ sections }: { sections: readonly (readonly [id: string, title: string])[] }) {
  const [current, setCurrent] = useState<string | null>(null);
  useEffect(() => {
    const inView = new Set<string>();
    const observer = new IntersectionObserver(
      (entries) => {
        for (const { target, isIntersecting } of entries)
          if (isIntersecting) inView.add(target.id);
          else inView.delete(target.id);
        setCurrent(sections.find(([id]) => inView.has(id))?.[0] ?? null);
      },
      // What is read stands in the upper part, below the room that is left above what a link leads to.
      { rootMargin: "-160px 0px -60% 0px" },
    );
    for (const [id] of sections) {
      const section = document.getElementById(id);
      if (section) observer.observe(section);
    }
    return () => observer.disconnect();
  }, [sections]);
  return (
    <nav aria-label="On this page" className="no-print contents-list">
      {sections.map(([id, title]) => (
        <a
          key={id}
          href={`#${id}`}
          aria-current={current === id ? "location" : undefined}
          onClick={layOut}
          ref={current === id ? keepInSight : undefined}
        >
          {title}
        </a>
      ))}
    </nav>
  );
}

/**
 * What is further down is laid out only when one comes near it, at another height than was reserved for it: the way to a
 * section leads to where that really is.
 */
function layOut(): void {
  document.documentElement.dataset.whole = "";
}

/** On a phone the list scrolls sideways by itself: what is current is brought into it, and the page stays where it is. */
function keepInSight(link: HTMLElement | null) {
  const list = link?.parentElement;
  if (!link || !list || list.scrollWidth <= list.clientWidth) return;
  list.scrollTo({ left: link.offsetLeft - list.offsetLeft - 16 });
}
