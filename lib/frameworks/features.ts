import type { Answer, CheckId } from "../bench/checks.ts";
import { featureNames } from "../bench/feature-names.ts";

/** Labels for filters and narrow tables. */
const shorts = {
  orm: "ORM",
  migrations: "Migrations",
  accounts: "Accounts",
  guards: "Guards",
  admin: "Admin",
  templating: "Templates",
  websockets: "WebSockets",
  timers: "Timers",
  queues: "Queues",
  generator: "Generator",
  "test-client": "Test client",
  di: "DI",
  validation: "Validation",
  openapi: "OpenAPI",
  i18n: "i18n",
  caching: "Caching",
  mail: "Mail",
} as const satisfies Record<keyof typeof featureNames & CheckId, string>;

export type FeatureId = keyof typeof shorts;
export const featureIds = Object.keys(shorts) as FeatureId[];

/** The built-in parts that are compared cell by cell: those checks of the bench that are features. Ids appear in URLs. */
export const features = (Object.keys(featureNames) as FeatureId[]).map((id) => ({
  id,
  name: featureNames[id],
  short: shorts[id],
}));

/** What a feature was called before it was split or named more exactly: kept for addresses and records. */
const former = {
  auth: "accounts",
  background_jobs: "queues",
  cli_scaffolding: "generator",
  testing: "test-client",
} as const satisfies Record<string, FeatureId>;

export type FormerFeatureId = keyof typeof former;
export const formerFeatureIds = Object.keys(former) as FormerFeatureId[];

/** A feature by its id or a former one; null for any other text. */
export function featureOf(id: string): FeatureId | null {
  const current = formerFeatureIds.find((one) => one === id);
  return current ? former[current] : (featureIds.find((one) => one === id) ?? null);
}

/** How a framework comes by a feature, from most to least at hand. */
export const featureSupports = [
  { id: "builtin", name: "Built in" },
  { id: "official-package", name: "Official package" },
  { id: "third-party", name: "Third party" },
  { id: "none", name: "None" },
] as const;

export type FeatureSupport = (typeof featureSupports)[number]["id"];

/** How one framework comes by one feature, and who says so. */
export interface FeatureView {
  id: FeatureId;
  support: FeatureSupport;
  source: string | null;
  asOf: string | null;
  note: string | null;
}

const supportOfAnswer = (answer: Answer) => (answer === "official" ? "official-package" : answer) as FeatureSupport;

/** The features among a framework's answers to the checks, in the matrix's order. */
export function featuresOf<T extends { check: string; answer: string }>(
  answers: readonly T[],
): (Omit<T, "check" | "answer"> & { id: FeatureId; support: FeatureSupport })[] {
  return featureIds.flatMap((id) => {
    const found = answers.find(({ check }) => check === id);
    if (!found) return [];
    const { check: _check, answer, ...read } = found;
    return [{ ...read, id, support: supportOfAnswer(answer as Answer) }];
  });
}
