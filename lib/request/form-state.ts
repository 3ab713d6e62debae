/** What a form shows of its last sending. Plain data: it travels between server and browser. */
export interface FormState {
  status: "idle" | "refused" | "done";
  message: string | null;
  /** By the name of the field. */
  errors: Record<string, string>;
  way: { href: string; text: string } | null;
  /** What was typed, to be shown again; never a password. */
  values: Record<string, string>;
  /** What an island needs to know of what was done. */
  data: Record<string, number | boolean | string> | null;
  /** Counts the sendings, so that the same answer twice is noticed twice. */
  attempt: number;
}

export const untouched: FormState = {
  status: "idle",
  message: null,
  errors: {},
  way: null,
  values: {},
  data: null,
  attempt: 0,
};
