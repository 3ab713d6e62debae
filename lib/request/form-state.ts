/** What a form shows of its last sending. Plain data: it travels between server and browser. */
export interface FormState {
  /** `failed`: no answer of ours came. `outdated`: the site was updated, and what the page wants to call is gone. */
  status: "idle" | "refused" | "done" | "failed" | "outdated";
  message: string | null;
  /** By the name of the field. */
  errors: Record<string, string>;
  way: { href: string; text: string } | null;
  /** What was typed, to be shown again; never a password. */
  values: Record<string, string>;
  /** An address to hand on, whole: it is shown to be copied. */
  link: string | null;
  /** What an island needs to know of what was done: with it, the page needn't come anew. */
  data: Record<string, number | boolean | string> | null;
  /** Counts the sendings, so that the same answer twice is noticed twice. */
  attempt: number;
}

export const untouched: FormState = {
  status: "idle",
  message: null,
  errors: {},
  way: null,
  link: null,
  values: {},
  data: null,
  attempt: 0,
};

/** What every client calls an action with; lib/action/action.ts makes them. */
export type Action = (previous: FormState, data: FormData) => Promise<FormState>;

/** Whether an answer is an action's of ours, whatever stood between it and the browser. */
export function isAnswer(answer: unknown): answer is FormState {
  const { status, attempt, errors, values } = (answer ?? {}) as Partial<Record<keyof FormState, unknown>>;
  return (
    (status === "refused" || status === "done") &&
    typeof attempt === "number" &&
    [errors, values].every((one) => typeof one === "object" && one !== null)
  );
}

/** The field that says which sending this is, so that the same one twice is done once (lib/action/action.ts). */
export const onceField = "once";

/** Whether a field must never be shown again or kept anywhere, or isn't the person's own. */
export const isUnshown = (name: string) => /password|token/i.test(name) || name.startsWith("$") || name === onceField;

/** Letters that go back into a form at most, all fields together. */
const mostTyped = 20_000;

/** What goes back into the form: never a secret, and nothing endless. */
export function typed(form: Record<string, string>): Record<string, string> {
  let room = mostTyped;
  return Object.fromEntries(
    Object.entries(form).filter(([name, value]) => {
      if (isUnshown(name)) return false;
      room -= name.length + value.length;
      return room >= 0;
    }),
  );
}
