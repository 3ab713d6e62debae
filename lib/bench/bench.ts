import type { CriterionId } from "../claims/criteria.ts";
import { type CheckId, checks } from "./checks.ts";
import { type MeasureId, measures } from "./measures.ts";

/** The bench's version: in records, the API, exports and on pages. A change of weights or mappings is a new one. */
export const benchVersion = 1;

/** What changed and why, newest first. */
export const benchLog = [
  {
    version: 1,
    date: "2026-11-26",
    why: "Scores follow measures and checks instead of the count of pros and cons, which agreed with the benchmarks in half of the pairs only.",
  },
] as const;

export type BenchItem = { weight: number } & ({ check: CheckId } | { measure: MeasureId });

type Weights = Partial<Record<CheckId | MeasureId, number>>;

/** In percent of a criterion; 0: shown, not weighed. What is a check and what a measure is said by the id; no id is both. */
const weights: Record<Exclude<CriterionId, "batteries">, Weights> = {
  learning: {
    "single-file": 20,
    "plain-handler": 20,
    "starter-course": 18,
    tutorial: 12,
    "dev-errors": 10,
    console: 8,
    "survey-use": 12,
  },
  productivity: {
    orm: 12,
    migrations: 12,
    generator: 12,
    crud: 10,
    admin: 10,
    forms: 10,
    "auth-flow": 10,
    "live-reload": 8,
    "typed-schemas": 8,
    queues: 4,
    mail: 4,
  },
  flexibility: {
    "other-data-layer": 22,
    "free-layout": 22,
    "several-servers": 16,
    "plugin-api": 16,
    embeds: 14,
    "api-only": 10,
  },
  performance: { throughput: 90, memory: 10 },
  scalability: {
    concurrency: 25,
    "multi-core": 15,
    "large-structure": 15,
    "sockets-across-nodes": 10,
    "distributed-cache": 10,
    "shared-queue": 10,
    "read-replicas": 5,
    "load-kept": 10,
  },
  security: {
    "output-escaping": 14,
    csrf: 14,
    "parameterised-queries": 12,
    "password-hashing": 10,
    "session-cookies": 10,
    "security-policy": 10,
    "security-headers": 8,
    "old-line-fixes": 8,
    "rate-limiting": 7,
    "body-limit": 7,
    advisories: 0,
  },
  testing: {
    "test-client": 22,
    "database-isolation": 16,
    "test-fakes": 16,
    factories: 14,
    "testing-guide": 14,
    "generated-tests": 10,
    "browser-tests": 8,
  },
  documentation: {
    tutorial: 22,
    "upgrade-guide": 16,
    "api-reference": 15,
    "versioned-docs": 15,
    "docs-search": 12,
    "example-app": 12,
    translations: 8,
  },
  ecosystem: {
    stars: 40,
    "survey-use": 20,
    "registry-rank": 10,
    "core-people": 10,
    contributors: 10,
    "package-directory": 10,
  },
  operations: {
    health: 12,
    metrics: 12,
    "deployment-guide": 12,
    tracing: 10,
    "graceful-shutdown": 10,
    "environment-config": 10,
    "structured-logs": 10,
    "single-artifact": 10,
    "zero-downtime": 6,
    memory: 8,
  },
  maturity: {
    "stable-years": 35,
    releases: 10,
    "support-policy": 15,
    "support-length": 10,
    "deprecation-policy": 15,
    governance: 15,
  },
};

const checkIds = new Set<string>(checks.map(({ id }) => id));

const itemOf = (id: string, weight: number): BenchItem =>
  checkIds.has(id) ? { check: id as CheckId, weight } : { measure: id as MeasureId, weight };

const features = checks.filter((check) => "feature" in check);

/** What a criterion's score is made of; the weights of each sum to 1. Every row of the feature matrix counts alike. */
export const bench: Record<CriterionId, readonly BenchItem[]> = {
  ...(Object.fromEntries(
    Object.entries(weights).map(([criterion, items]) => [
      criterion,
      Object.entries(items).map(([id, percent]) => itemOf(id, percent / 100)),
    ]),
  ) as Record<Exclude<CriterionId, "batteries">, BenchItem[]>),
  batteries: features.map(({ id }) => ({ check: id, weight: 1 / features.length })),
};

/** The name of a check or measure by its id. */
export const nameInBench = (id: string): string => [...checks, ...measures].find((one) => one.id === id)?.name ?? id;
