const minute = 60_000;
const day = 24 * 60 * minute;

export const linkKinds = ["sign-up", "sign-in", "reset", "change-email", "undo-email", "connect"] as const;
export type LinkKind = (typeof linkKinds)[number];

/**
 * Milliseconds. Links that prove an address may wait for a day; links that give access may not. Taking a change of
 * address back gives no access, and must outlast a week away from one's mail.
 */
export const linkLife: Record<LinkKind, number> = {
  "sign-up": day,
  "change-email": day,
  "undo-email": 7 * day,
  "sign-in": 10 * minute,
  reset: 10 * minute,
  connect: 10 * minute,
};
