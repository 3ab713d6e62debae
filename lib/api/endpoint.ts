import crypto from "node:crypto";
import type { z } from "zod";
import { etagOf } from "../request/etag.ts";

export const basePath = "/api/v1";

/** Groups of endpoints, in reading order. */
export const tags = [
  { name: "Frameworks", description: "The catalogue: facts with their sources, features, releases, what people say." },
  { name: "Claims", description: "Statements on frameworks, each with the sources that support or dispute it." },
  { name: "Comparisons", description: "Frameworks side by side, today or as far as was known at the end of a year." },
  { name: "Decisions", description: "What constraints and weights come to, and what would change the winner." },
  { name: "Vocabulary and sources", description: "The criteria, and the publications that claims rest on." },
  { name: "Dump", description: "Everything at once, as JSON and CSV, with the licences of the data." },
  { name: "About", description: "What there is." },
] as const;

export type TagName = (typeof tags)[number]["name"];
export type Media = "application/json" | "text/csv";

interface Spec<Params extends z.ZodObject, Query extends z.ZodObject, Response extends z.ZodType> {
  /** The operation's id: what generated clients name their functions by. Never renamed. */
  id: string;
  /** Below `basePath`, with parameters in braces. */
  path: `/${string}`;
  tag: TagName;
  summary: string;
  description: string;
  params: Params;
  query: Query;
  response: Response;
  /** Of the answer; JSON unless said otherwise. */
  media?: Media;
  /** Path and query, below `basePath`, of the example on the page for developers. */
  example?: string;
  /** Throws an `ApiProblem` for what isn't there. */
  run: (params: z.output<Params>, query: z.output<Query>) => Promise<z.input<Response> | Prepared>;
}

export type Endpoint = Spec<z.ZodObject, z.ZodObject, z.ZodType>;

/** One endpoint of the API, with what it takes and gives told by schemas. */
export function endpoint<Params extends z.ZodObject, Query extends z.ZodObject, Response extends z.ZodType>(
  spec: Spec<Params, Query, Response>,
): Endpoint {
  return spec;
}

/** An answer that was put into words before, and is served many times. */
export class Prepared {
  readonly text: string;
  readonly etag: string;
  /** What to save it as. */
  readonly filename: string | undefined;

  constructor(text: string, filename?: string) {
    this.text = text;
    this.etag = etagOf(text);
    this.filename = filename;
  }
}

export const hashOf = (text: string) => crypto.createHash("sha256").update(text).digest("hex");
