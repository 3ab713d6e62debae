const minute = 60_000;
const day = 24 * 60 * minute;

export const linkKinds = ["sign-up", "sign-in", "reset", "change-email", "connect"] as const;
export type LinkKind = (typeof linkKinds)[number];

/** Milliseconds. Links that prove an address may wait for a day; links that give access may not. */
export const linkLife: Record<LinkKind, number> = {
  "sign-up": day,
  "change-email": day,
  "sign-in": 10 * minute,
  reset: 10 * minute,
  connect: 10 * minute,
};
