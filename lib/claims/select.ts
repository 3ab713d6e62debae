const assertionSelect = {
  stance: true,
  locator: true,
  url: true,
  note: true,
  since: true,
  source: { select: { slug: true, title: true, publisher: true, kind: true, date: true, url: true } },
} as const;

export const claimSelect = {
  id: true,
  slug: true,
  kind: true,
  criterion: true,
  text: true,
  level: true,
  useCases: true,
  decidedBy: true,
  factual: true,
  judged: true,
  assertions: { select: assertionSelect, orderBy: { position: "asc" } },
  tally: { select: { yes: true, no: true } },
} as const;

/** With what became of its words, and what maintainers say to it: for the pages that show the claim itself. */
export const wordedClaimSelect = {
  ...claimSelect,
  wordedBefore: true,
  wording: { select: { body: true, decidedAt: true } },
  replies: {
    where: { deletedAt: null, hiddenBecause: null },
    orderBy: { createdAt: "asc" },
    select: {
      id: true,
      text: true,
      updatedAt: true,
      maintainer: { select: { confirmedAt: true, revokedAt: true, framework: { select: { name: true } } } },
    },
  },
} as const;
