import { z } from "zod";
import { siteUrl } from "../site/identity.ts";
import { routes } from "../site/routes.ts";
import { named } from "./schema.ts";

/** Everything that can go wrong, in the form of RFC 9457. Ids are in addresses: never renamed. */
export const problems = [
  {
    id: "invalid-request",
    status: 400,
    title: "Invalid request",
    meaning: "A parameter is unknown, missing or wrong; `errors` names each.",
  },
  { id: "not-found", status: 404, title: "Not found", meaning: "There is nothing at this address." },
  {
    id: "method-not-allowed",
    status: 405,
    title: "Method not allowed",
    meaning: "The API is only read: GET, HEAD and OPTIONS.",
  },
  {
    id: "too-many-requests",
    status: 429,
    title: "Too many requests",
    meaning: "The limit is used up; `Retry-After` says for how many seconds.",
  },
  {
    id: "internal-error",
    status: 500,
    title: "Internal error",
    meaning: "The fault is ours. Often it passes: try again in a moment.",
  },
  {
    id: "unavailable",
    status: 503,
    title: "Unavailable",
    meaning: "The database can't be reached right now; `Retry-After` says when to try again.",
  },
] as const;

export type ProblemId = (typeof problems)[number]["id"];

export interface WrongParameter {
  name: string;
  detail: string;
}

/** Where a kind of problem is explained. */
const typeOf = (id: ProblemId) => `${siteUrl()}${routes.developers}#problem-${id}`;

export const problemSchema = named(
  "Problem",
  z
    .object({
      type: z.string().describe("Where this kind of problem is explained."),
      title: z.string(),
      status: z.int(),
      detail: z.string().describe("What was wrong with this request."),
      instance: z.string().describe("The path that was asked for."),
      errors: z
        .array(z.object({ name: z.string(), detail: z.string() }))
        .optional()
        .describe("What is wrong with which parameter."),
    })
    .describe("An error, as RFC 9457 has it."),
);

/** Thrown to be answered. Whatever else is thrown is a fault, logged and never shown. */
export class ApiProblem extends Error {
  readonly id: ProblemId;
  readonly errors: WrongParameter[] | undefined;

  constructor(id: ProblemId, detail: string, errors?: WrongParameter[]) {
    super(detail);
    this.id = id;
    this.errors = errors;
  }
}

export const notFound = (what: string) => new ApiProblem("not-found", `There is no ${what}.`);

export const invalid = (errors: WrongParameter[]) =>
  new ApiProblem("invalid-request", errors.map(({ name, detail }) => `${name}: ${detail}`).join(" "), errors);

/** The body of an error and its status. @param instance the path that was asked for */
export function problemBody({ id, message, errors }: ApiProblem, instance: string) {
  const { status, title } = problems.find((problem) => problem.id === id) ?? problems[4];
  return { type: typeOf(id), title, status, detail: message, instance, ...(errors && { errors }) };
}
