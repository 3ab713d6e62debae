// Times and addresses of signing in: pure, and the same in pages, actions and tests.
import { day, minute } from "../text/durations.ts";

/** Milliseconds. A session ends `idle` after its last use and `absolute` after its sign-in, whichever is first. */
export const sessionLife = { idle: 14 * day, absolute: 30 * day } as const;

/** Milliseconds. How long after a sign-in the sensitive parts of an account may be changed. */
export const freshFor = 15 * minute;

/** Milliseconds. How stale the noted last use of a session may be, so that reading pages doesn't write. */
export const touchAfter = 5 * minute;

export function isFresh(authenticatedAt: Date, now = new Date()): boolean {
  return now.getTime() - authenticatedAt.getTime() < freshFor;
}

/** Where the second step of signing in is asked for, and where it is set up. */
export const secondStepPath = (next: string) => `/sign-in/second?${new URLSearchParams({ next })}`;
export const setUpSecondStep = "/account/second-step";
export const setUpPasskey = "/account/second-step/passkey";

/** Where an account is made, with the way back. */
export const signUpPath = (next: string | null): string =>
  next ? `/sign-up?${new URLSearchParams({ next })}` : "/sign-up";

/** One of the two pages that set it up, with the way back to what demanded it. */
export const setUpPath = (page: typeof setUpSecondStep | typeof setUpPasskey, next: string | null): string =>
  next === null ? page : `${page}?${new URLSearchParams({ needed: "1", next })}`;

/** Where who may go no further without a second step is led, and back from there where it is known whence they came. */
export const demandedStepPath = (next: string | null): string =>
  next === null ? `${setUpSecondStep}?needed=1` : setUpPath(setUpSecondStep, next);

/** Where a sign-in page is, with the way back. */
export function signInPath(next: string | null, again = false): string {
  const query = new URLSearchParams();
  if (again) query.set("again", "1");
  if (next) query.set("next", next);
  return query.size ? `/sign-in?${query}` : "/sign-in";
}
