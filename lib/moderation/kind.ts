import "server-only";
import type { z } from "zod";
import type { Transaction } from "../db/index.ts";
import { Refusal } from "../request/refusal.ts";

/** Where it is suggested: on a framework's page, to the catalogue as a whole, about words that people wrote, or who they are. */
export type Place = "framework" | "catalogue" | "words" | "people";

/** What a field is called where a suggestion is read, with the words of its values; null where it is shown otherwise. */
export type Label = string | { label: string; words: readonly { id: string; name: string }[] } | null;

/** A suggestion as it is kept. */
export interface Stored {
  id: string;
  body: unknown;
  frameworkId: number | null;
  framework: { slug: string } | null;
  before: string | null;
  reason: string | null;
}

/** Which suggestion it is, and what it is about. */
type About = Pick<Stored, "id" | "frameworkId">;

/** A suggestion with its body in the form of today; null where it was sent in another. */
export interface Row<Body> extends Stored {
  body: Body | null;
}

/** A part of what stands somewhere and what would stand there: `was` is null where that isn't known. */
export interface Line {
  label: string;
  was: string | null;
  now: string;
}

/** What whoever suggested it may do once it is approved, and the page for that. */
interface Grant {
  /** As the title of a notice. */
  said: string;
  way: string;
  path: string;
}

/** Of a kind that puts a row of the catalogue in the place of another. */
interface Replaces<Body> {
  /** What stands there now, as it is kept with the suggestion once it is replaced. */
  stands: (tx: Transaction, body: Body, frameworkId: number) => Promise<string>;
  /** The difference, part by part. */
  lines: (body: Body, before: string | null) => Line[];
}

/** What whoever decides adds: what its source is, and the words of the claim that they had before them. */
export interface Look {
  sourceKind: string | null;
  seen: string | null;
}

interface Described<Schema extends z.ZodType, P extends Place> {
  name: string;
  place: P;
  /** What may come in. */
  schema: Schema;
  /** Its fields, in the order that they are read in. */
  shows: { [Field in keyof z.output<Schema>]-?: Label };
  /** Whether it changes what others said or voted on, or what scores rest on: one person alone, however trusted, doesn't. */
  needsModerator: boolean;
  /** Whether what it says is for moderators only, whatever became of it. */
  confidential: boolean;
  /** Whether it rests on a source of which the moderator says what it is. */
  hasSource: boolean;
  /** Whether its text replaces the words of a claim. */
  replacesWords: boolean;
  /** Of a kind whose approval lets its author do something. */
  grants?: (framework: { slug: string; name: string }) => Grant;
  /** Null for all others. */
  replaces: Replaces<z.output<Schema>> | null;
}

interface Parts<Schema extends z.ZodType, P extends Place> extends Described<Schema, P> {
  /**
   * Whether it can be taken in, beyond what its form says; throws a `Refusal` where not. Returns the words that it is
   * about where they are kept with it.
   */
  check: (tx: Transaction, body: z.output<Schema>) => Promise<string | null>;
  /**
   * What to say where everybody sees already what it would enter; null where it is new. Asked when it is sent, and again
   * when it is decided on.
   */
  known: (tx: Transaction, body: z.output<Schema>, about: About) => Promise<string | null>;
  /** Enters what it says, in the transaction of the decision. */
  apply: (tx: Transaction, row: Row<z.output<Schema>>, look: Look) => Promise<void>;
  /** Undoes what `apply` did. */
  takeBack: (tx: Transaction, row: Row<z.output<Schema>>) => Promise<void>;
  /** Whose pages it changes: a framework's slug, everything, or nothing that is kept. */
  touches: (tx: Transaction, row: Row<z.output<Schema>>) => Promise<string | null>;
}

export interface Kind<Schema extends z.ZodType, P extends Place> extends Omit<Described<Schema, P>, "replaces"> {
  /** Null also where the body is in another form than today's. */
  stands: (tx: Transaction, row: Pick<Stored, "frameworkId" | "body">) => Promise<string | null>;
  /** None where it replaces no row. */
  lines: (row: Pick<Stored, "body" | "before">) => Line[];
  check: (tx: Transaction, body: unknown) => Promise<string | null>;
  known: (tx: Transaction, row: About & { body: unknown }) => Promise<string | null>;
  apply: (tx: Transaction, row: Stored, look: Look) => Promise<void>;
  takeBack: (tx: Transaction, row: Stored) => Promise<void>;
  touches: (tx: Transaction, row: Stored) => Promise<string | null>;
}

/** A kind of suggestion, whole: what may come in, what it does, how it is undone, what it touches, how it is read. */
export function defineKind<Schema extends z.ZodType, const P extends Place>(parts: Parts<Schema, P>): Kind<Schema, P> {
  const { schema, replaces } = parts;
  const read = (row: Stored): Row<z.output<Schema>> => ({ ...row, body: schema.safeParse(row.body).data ?? null });
  return {
    ...parts,
    stands: async (tx, { frameworkId, body }) => {
      const { data } = schema.safeParse(body);
      return data === undefined || frameworkId === null ? null : (replaces?.stands(tx, data, frameworkId) ?? null);
    },
    lines: ({ body, before }) => {
      const { data } = schema.safeParse(body);
      return data === undefined ? [] : (replaces?.lines(data, before) ?? []);
    },
    check: async (tx, body) => parts.check(tx, schema.parse(body)),
    known: async (tx, { body, ...about }) => {
      const { data } = schema.safeParse(body);
      return data === undefined ? null : parts.known(tx, data, about);
    },
    apply: async (tx, row, look) => parts.apply(tx, read(row), look),
    takeBack: async (tx, row) => parts.takeBack(tx, read(row)),
    touches: async (tx, row) => parts.touches(tx, read(row)),
  };
}

/** What a suggestion says. Throws a `Refusal` (409) where it was sent in a form that isn't today's. */
export function said<Body>({ body }: Row<Body>): Body {
  if (body === null)
    throw new Refusal("It was sent in a form that isn't taken any more: decline it instead.", { status: 409 });
  return body;
}

/** For kinds that see to it themselves. */
export const never = async () => null;

/** For kinds that are taken in whenever their form is right. */
export const always = async () => null;

/** For kinds that change the page of the framework that they are about. */
export const ownPage = async (_: Transaction, { framework }: Stored) => framework?.slug ?? null;
