import { day, inWords, minute } from "../text/durations.ts";

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

/** "10 minutes": how long a link of a kind works. */
export const lifeOf = (kind: LinkKind): string => inWords(linkLife[kind]);

/** Characters. */
export const shortestPassword = 12;
export const longestPassword = 1_024;
export const passwordHint = `At least ${shortestPassword} characters; a few unrelated words are fine.`;
