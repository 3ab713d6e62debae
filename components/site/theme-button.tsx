"use client";

import { useEffect, useState } from "react";

const themes = ["system", "light", "dark"] as const;
type Theme = (typeof themes)[number];
const glyphs: Record<Theme, string> = { system: "◐", light: "☀", dark: "☾" };

/** Shows it, and keeps it where it is there before the first paint. Without cookies it lasts for this page only. */
function keep(theme: Theme): void {
  const secure = location.protocol === "https:" ? "; secure" : "";
  // A year; its name is none that caches in front ask us for.
  document.cookie = `theme=${theme}; path=/; samesite=lax; max-age=${theme === "system" ? 0 : 31_536_000}${secure}`;
  if (theme === "system") delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = theme;
}

/** What was chosen while it was still kept elsewhere. */
function takeOver(): Theme | undefined {
  try {
    const before = themes.find((theme) => theme === localStorage.getItem("theme"));
    localStorage.removeItem("theme");
    if (before) keep(before);
    return before;
  } catch {
    return undefined;
  }
}

/** Cycles system → light → dark. The inline script of the layout applies the choice before the first paint. */
export function ThemeButton() {
  const [theme, setTheme] = useState<Theme>("system");
  useEffect(() => {
    const stored = document.documentElement.dataset.theme ?? takeOver();
    if (stored === "light" || stored === "dark") setTheme(stored);
  }, []);
  const change = () => {
    const next = themes[(themes.indexOf(theme) + 1) % themes.length] ?? "system";
    setTheme(next);
    keep(next);
  };
  return (
    <button
      type="button"
      onClick={change}
      className="button no-print"
      aria-label={`Colours: ${theme}. Change`}
      title={`Colours: ${theme}`}
    >
      <span aria-hidden="true">{glyphs[theme]}</span>
    </button>
  );
}
