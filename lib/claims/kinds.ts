/** What a claim is about. `history` holds statements on origin and lineage, which can be wrong like any other. */
export const claimKinds = [
  { id: "pro", name: "Pros", singular: "Pro" },
  { id: "con", name: "Cons", singular: "Con" },
  { id: "level", name: "Knowledge needed", singular: "Knowledge needed" },
  { id: "use-case", name: "Use cases", singular: "Use case" },
  { id: "feature", name: "Key features", singular: "Key feature" },
  { id: "history", name: "History", singular: "History" },
] as const;

export type ClaimKind = (typeof claimKinds)[number]["id"];

export const levels = [
  { id: "beginner", name: "Beginner" },
  { id: "intermediate", name: "Intermediate" },
  { id: "advanced", name: "Advanced" },
] as const;

export type Level = (typeof levels)[number]["id"];

export const stances = ["supports", "disputes"] as const;
export type Stance = (typeof stances)[number];
