import type { FrameworkView } from "@/lib/frameworks/framework";

const contents = [
  ["scores", "Scores"],
  ["pros-and-cons", "Pros and cons"],
  ["ratings", "Ratings"],
  ["level", "Knowledge needed"],
  ["use-cases", "Use cases"],
  ["features", "Features"],
  ["support", "Support"],
  ["history", "History"],
  ["benchmarks", "Benchmarks"],
  ["resources", "Learn it"],
  ["corrections", "Corrections"],
] as const;

/** The way to each section of a framework's page. */
export function Contents({ framework }: { framework: FrameworkView }) {
  return (
    <nav
      aria-label="On this page"
      className="no-print flex flex-wrap gap-x-4 gap-y-1 border-y border-line py-2 text-sm"
    >
      {contents
        .filter(([id]) => id !== "corrections" || framework.corrections.length > 0)
        .map(([id, title]) => (
          <a key={id} href={`#${id}`} className="py-0.5 text-muted hover:text-accent">
            {title}
          </a>
        ))}
    </nav>
  );
}
