import { shortestPassword } from "./rules.ts";
import "server-only";
import { hash, type Options, verify } from "@node-rs/argon2";
import { ZxcvbnFactory } from "@zxcvbn-ts/core";
import { adjacencyGraphs, dictionary } from "@zxcvbn-ts/language-common";
import { createTurns } from "../request/turns.ts";

/** Memory in KiB. OWASP's choice for argon2id, which is what the library makes. Raise it: old hashes follow. */
const parameters = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } satisfies Options;

/** At most four at once, each with 19 MiB; more wait, and when many wait already, the next is asked to come back. */
const inTurn = createTurns(4, 200, "Too many people are signing in right now. Try again in a few seconds.");

/** One password can be typed in several ways of writing its accents: all are the same. */
const asTyped = (password: string) => password.normalize("NFKC");

/** The argon2id hash in PHC form. Throws a `Refusal` (503) under overload. */
export function hashPassword(password: string): Promise<string> {
  return inTurn(() => hash(asTyped(password), parameters));
}

let decoy: Promise<string> | undefined;

/**
 * Whether the password is the one of this hash. Without a hash it takes as long and says no, so that time doesn't tell
 * who has an account. Throws a `Refusal` (503) under overload.
 */
export async function checkPassword(stored: string | null, password: string): Promise<boolean> {
  decoy ??= hash("nobody's password", parameters);
  const against = stored ?? (await decoy);
  return inTurn(async () => (await verify(against, asTyped(password))) && stored !== null);
}

/** Whether a hash was made with weaker parameters than today's. */
export function isOutdated(stored: string): boolean {
  const found = /^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=(\d+)\$/.exec(stored);
  if (!found) return true;
  return Number(found[1]) < parameters.memoryCost || Number(found[2]) < parameters.timeCost;
}

// Common passwords, and the patterns that people make long ones from: repeats, sequences, rows of keys, years.
const estimator = new ZxcvbnFactory({ dictionary, graphs: adjacencyGraphs });

/** Words that say where they are used: the first that anybody would try here. */
const siteWords = ["framewise", "framework", "frameworks", "backend", "password", "passwort", "letmein", "welcome"];

/** Guesses, as a power of ten, below which a password counts as common. Attempts are limited to some dozens an hour. */
const leastGuesses = 8;

/**
 * What is wrong with a new password, in words, or null. Length is counted in characters as people see them.
 * @param about what others know of its owner: address and name
 */
export function passwordProblem(password: string, about: string[] = []): string | null {
  const length = Array.from(asTyped(password)).length;
  if (length === 0) return "Choose a password.";
  if (length < shortestPassword)
    return `A password needs at least ${shortestPassword} characters; this has ${length}. A few words in a row are fine.`;
  const own = about.flatMap((text) => [text, ...text.split(/[^\p{L}\p{N}]+/u)]).filter((word) => word.length > 2);
  // The estimator's time grows with length; what is strong in its first 64 characters is strong.
  const { guessesLog10 } = estimator.check(asTyped(password).slice(0, 64), [...siteWords, ...own]);
  if (guessesLog10 < leastGuesses || isMadeOf(asTyped(password), [...siteWords, ...own]))
    return "This is among the passwords that are tried first: a common one, a pattern, or made from your name or this site's. Choose another; a few unrelated words are fine.";
  return null;
}

/** Whether little is left of a password without the words that everybody knows to be near, and without digits. */
function isMadeOf(password: string, words: string[]): boolean {
  const whole = password.toLowerCase();
  let rest = whole;
  for (const word of words.map((one) => one.toLowerCase()).sort((a, b) => b.length - a.length))
    rest = rest.replaceAll(word, "");
  return rest !== whole && rest.replaceAll(/[^\p{L}]/gu, "").length < 6;
}
