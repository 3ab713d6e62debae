import { wordedClaimSelect } from "../claims/select.ts";
import type { Prisma } from "../db/generated/client.ts";
import { tallySelect } from "../ratings/tallies.ts";

/** What the pages on one framework show of it. */
export const frameworkSelect = {
  slug: true,
  name: true,
  tagline: true,
  aliases: true,
  icon: true,
  policyUrl: true,
  supportSource: true,
  supportAsOf: true,
  supportNote: true,
  suggestionId: true,
  facts: { select: { key: true, value: true, source: true, asOf: true, note: true, editorial: true } },
  features: { select: { key: true, support: true, source: true, asOf: true, note: true } },
  releases: { orderBy: { position: "asc" } },
  stars: { select: { date: true, stars: true, source: true }, orderBy: { date: "asc" } },
  claims: { where: { retiredAt: null }, select: wordedClaimSelect, orderBy: { position: "asc" } },
  ratingTallies: { select: tallySelect },
  resources: {
    orderBy: { position: "asc" },
    select: {
      title: true,
      url: true,
      cost: true,
      format: true,
      state: true,
      note: true,
      recommendations: { select: { source: { select: { slug: true, title: true, date: true } } } },
    },
  },
  lineage: {
    orderBy: { position: "asc" },
    select: { relation: true, name: true, relatedSlug: true, source: true, note: true },
  },
  benchmarks: {
    orderBy: [{ run: { date: "desc" } }, { test: "asc" }],
    select: {
      label: true,
      test: true,
      version: true,
      rps: true,
      p50: true,
      p99: true,
      note: true,
      suspect: true,
      run: {
        select: {
          slug: true,
          suite: true,
          title: true,
          date: true,
          hardware: true,
          loadTool: true,
          method: true,
          caveat: true,
          url: true,
          licence: true,
          entrants: true,
          preferred: true,
        },
      },
    },
  },
  usage: {
    orderBy: [{ survey: "asc" }, { year: "desc" }, { measure: "asc" }],
    select: {
      survey: true,
      year: true,
      measure: true,
      percent: true,
      respondents: true,
      question: true,
      url: true,
      asOf: true,
      note: true,
    },
  },
} satisfies Prisma.FrameworkSelect;
