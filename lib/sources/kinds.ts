/** `article` is one author's opinion; every other kind is primary evidence, which the verdict rule weighs. */
export const sourceKinds = [
  { id: "article", name: "Article", primary: false },
  { id: "official", name: "Official documentation", primary: true },
  { id: "benchmark", name: "Benchmark", primary: true },
  { id: "survey", name: "Survey", primary: true },
  { id: "dataset", name: "Data set", primary: true },
] as const;

export type SourceKind = (typeof sourceKinds)[number]["id"];

export function isPrimary(kind: SourceKind): boolean {
  return sourceKinds.some((candidate) => candidate.id === kind && candidate.primary);
}
