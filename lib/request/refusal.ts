/**
 * A wish that can't be granted, said in words for the person who wished it. Thrown by domain verbs, shown by
 * `lib/action/action.ts`; everything else that is thrown is a fault, logged and never shown.
 */
export class Refusal extends Error {
  /** 400 to 429, or 503 when trying later may help. */
  readonly status: number;
  /** The form field that it is about. */
  readonly field: string | undefined;
  /** What is wrong with several fields, by name. */
  readonly fields: Record<string, string> | undefined;
  /** Seconds until trying again makes sense. */
  readonly retryAfter: number | undefined;
  /** Where the way out is. */
  readonly way: { href: string; text: string } | undefined;

  constructor(
    message: string,
    options: {
      status?: number;
      field?: string;
      fields?: Record<string, string>;
      retryAfter?: number;
      way?: { href: string; text: string };
    } = {},
  ) {
    super(message);
    this.status = options.status ?? 422;
    this.field = options.field;
    this.fields = options.fields;
    this.retryAfter = options.retryAfter;
    this.way = options.way;
  }
}
