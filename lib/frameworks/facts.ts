import type { FrameworkContent } from "./schema.ts";

export interface FactView<T = unknown> {
  value: T | null;
  source: string | null;
  asOf: string | null;
  note: string | null;
  editorial: boolean;
}

/** Facts by key, as the seed's schema lets them in. */
export type Facts = {
  [K in keyof FrameworkContent["facts"]]?: FactView<NonNullable<FrameworkContent["facts"][K]["value"]>>;
} & {
  /** From quick-starts.yaml: a line or two of code by which its own documentation begins. */
  quickStart?: FactView<string>;
};

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
] as const satisfies readonly { key: keyof Facts; name: string }[];

type AnyFact = NonNullable<Facts[keyof Facts]>;

/** A fact's value in words; null when it is unknown. */
export function factText(fact: FactView<AnyFact["value"]> | undefined): string | null {
  const value = fact?.value;
  if (value === null || value === undefined) return null;
  if (typeof value === "string") return value;
  if (typeof value === "number") return value.toLocaleString("en");
  if (Array.isArray(value)) return value.join(", ");
  if ("version" in value) return value.released ? `${value.version} (${value.released})` : value.version;
  return `${value.name} on ${value.registry}`;
}
