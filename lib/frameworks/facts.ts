import type { FactView } from "./queries.ts";

/** The facts that a framework's page lists, in reading order. */
export const factNames = [
  { key: "languages", name: "Languages" },
  { key: "platform", name: "Platform" },
  { key: "kind", name: "Kind" },
  { key: "architecture", name: "Architecture" },
  { key: "licence", name: "Licence" },
  { key: "creator", name: "Begun by" },
  { key: "maintainer", name: "Maintained by" },
  { key: "firstRelease", name: "First release" },
  { key: "firstStable", name: "First stable release" },
  { key: "latest", name: "Latest stable" },
  { key: "package", name: "Package" },
  { key: "stars", name: "GitHub stars" },
  { key: "repository", name: "Repository" },
  { key: "website", name: "Website" },
  { key: "docs", name: "Documentation" },
] as const;

/** A fact's value in words; null when it is unknown. */
export function factText(key: string, fact: FactView | undefined): string | null {
  const value = fact?.value;
  if (value === null || value === undefined) return null;
  if (Array.isArray(value)) return value.join(", ");
  if (typeof value === "number") return value.toLocaleString("en");
  if (key === "latest") {
    const { version, released } = value as { version: string; released: string | null };
    return released ? `${version} (${released})` : version;
  }
  if (key === "package") {
    const { registry, name } = value as { registry: string; name: string };
    return `${name} on ${registry}`;
  }
  return String(value);
}
