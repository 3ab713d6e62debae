"use client";

import { usePathname } from "next/navigation";
import { useEffect, useRef } from "react";
import { routes } from "@/lib/site/routes";
import { SignOut } from "./sign-out";
import { refreshViewer, type ShownViewer, useViewer } from "./viewer-store";

/** What is one's own, and how much of it waits to be seen. */
function waysOf(viewer: ShownViewer | null): { href: string; text: string; waiting?: number | null | undefined }[] {
  return [
    { href: routes.shortlist, text: "Lists" },
    { href: `${routes.shortlist}#decisions`, text: "Decisions" },
    { href: routes.notices, text: "Notices", waiting: viewer?.unseen },
    { href: routes.suggestions, text: "Suggestions" },
    ...(viewer?.maintains ?? []).map(({ slug, name }) => ({ href: routes.maintain(slug), text: `Replies on ${name}` })),
    ...(viewer?.waiting === null || viewer?.waiting === undefined
      ? []
      : [{ href: routes.moderation, text: "Moderation", waiting: viewer.waiting }]),
    ...(viewer?.role === "admin" ? [{ href: routes.people, text: "People" }] : []),
    { href: routes.account, text: "Account" },
  ];
}

/** "Sign in", or a menu under the name of who is signed in. The page itself is the same for everybody. */
export function AccountMenu() {
  const viewer = useViewer();
  const path = usePathname();
  const known = useRef(path);
  const menu = useRef<HTMLDetailsElement>(null);
  useEffect(() => {
    // Signing in and out changes the page without loading it anew.
    if (path === known.current) return;
    known.current = path;
    if (menu.current) menu.current.open = false;
    void refreshViewer();
  }, [path]);
  useEffect(() => {
    const away = (event: Event) => {
      const { current } = menu;
      if (current?.open && !(event.target instanceof Node && current.contains(event.target))) current.open = false;
    };
    const escape = ({ key }: KeyboardEvent) => {
      if (key !== "Escape" || !menu.current?.open) return;
      menu.current.open = false;
      menu.current.querySelector("summary")?.focus();
    };
    document.addEventListener("keydown", escape);
    document.addEventListener("pointerdown", away);
    document.addEventListener("focusin", away);
    return () => {
      document.removeEventListener("keydown", escape);
      document.removeEventListener("pointerdown", away);
      document.removeEventListener("focusin", away);
    };
  }, []);
  const ways = waysOf(viewer);
  const waiting = ways.reduce((sum, way) => sum + (way.waiting ?? 0), 0);
  return (
    <>
      <a href="/sign-in" className="button when-visitor">
        Sign in
      </a>
      <details ref={menu} className="when-member relative" suppressHydrationWarning>
        <summary
          className="button relative list-none [&::-webkit-details-marker]:hidden"
          aria-label={`${viewer?.name ?? "You"}: your menu${waiting > 0 ? `, ${waiting} new` : ""}`}
        >
          <span aria-hidden="true" className="w-4 text-center sm:hidden">
            {Array.from(viewer?.name ?? "")[0]?.toUpperCase() ?? "☰"}
          </span>
          {/* As wide as can be from the start: the name comes after the page. */}
          <span dir="auto" className="hidden w-24 truncate sm:block">
            {viewer?.name ?? "You"}
          </span>
          <span aria-hidden="true" className="hidden sm:inline">
            ▾
          </span>
          {waiting > 0 && (
            <span className="absolute -top-1 -right-1 size-3 rounded-full bg-accent" aria-hidden="true" />
          )}
        </summary>
        <div className="absolute right-0 z-30 mt-1 w-56 max-w-[calc(100vw-2rem)] rounded border border-line-strong bg-panel py-1 shadow-lg">
          <p dir="auto" className="truncate px-3 py-1.5 text-sm text-muted sm:hidden">
            {viewer?.name}
          </p>
          <ul>
            {ways.map(({ href, text, waiting: count }) => (
              <li key={href}>
                <a href={href} className="flex min-h-10 items-center justify-between gap-3 px-3 hover:bg-sunken">
                  <span>{text}</span>
                  {count !== undefined && count !== null && count > 0 && (
                    <span className="rounded-full bg-accent px-1.5 font-mono text-xs text-paper">
                      <span>{count}</span>
                      <span className="sr-only"> new</span>
                    </span>
                  )}
                </a>
              </li>
            ))}
          </ul>
          <SignOut />
        </div>
      </details>
    </>
  );
}
