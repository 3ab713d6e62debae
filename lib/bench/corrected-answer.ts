import { type Answer, answerNames, answerValues, type Check, type CheckId, checks } from "./checks.ts";

/** What stands of an answer to a check: all that a correction replaces. An answer of `null` is unknown. */
export interface AnswerRow {
  answer: string | null;
  source: string | null;
  asOf: string | null;
  note: string | null;
}

/** What isn't known has no source either. */
export const unknownAnswer: AnswerRow = { answer: null, source: null, asOf: null, note: null };

export const answerRow = ({ answer, source, asOf, note }: AnswerRow): AnswerRow => ({ answer, source, asOf, note });

/** Whether two rows say the same of the answer itself and where it was read. */
export const sameAnswer = (a: AnswerRow, b: AnswerRow): boolean =>
  JSON.stringify(answerRow(a)) === JSON.stringify(answerRow(b));

/** An answer in words. */
export const answerText = (answer: string | null): string =>
  answer === null ? "Unknown" : (answerNames[answer as Answer] ?? answer);

export const checkOf = (id: string): (Check & { id: CheckId }) | null =>
  checks.find((check) => check.id === id) ?? null;

/** What a check can be answered with, in the words of pages; "unknown" comes last. */
export function answersTo({ scale }: Check): { id: string; name: string }[] {
  const known = Object.keys(answerValues[scale]).map((id) => ({ id, name: answerText(id) }));
  return [...known, { id: "unknown", name: "Unknown" }];
}
