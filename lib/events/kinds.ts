/** What is noted of what was tried and refused. Acts with power over others are in the audit log instead. */
export const eventKinds = {
  "sign-in-failed": "A password, code or passkey that was wrong",
  refused: "An action that was not allowed",
  "too-often": "Something that was tried too often",
  "closed-page": "A page that is not theirs",
} as const;
export type EventKind = keyof typeof eventKinds;
export const eventKindIds = Object.keys(eventKinds) as EventKind[];

/** Days that it is kept. */
export const eventsKeptFor = 90;

/** The part of the site that a path leads to: no more, because addresses may hold what opens something. */
export const partOf = (path: string | null): string => /^\/[a-z-]{0,30}/.exec(path ?? "")?.[0] ?? "";
