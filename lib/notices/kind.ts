import "server-only";
import type { z } from "zod";
import type { Looked } from "../frameworks/looked.ts";

/** What is said of it, and where it stands. */
export interface Told {
  title: string;
  text: string;
  path: string;
}

/** A change of a framework; the same subject is noted only once. */
export interface Found<Detail> {
  frameworkId: number;
  subject: string;
  detail: Detail;
}

interface Parts<Schema extends z.ZodType> {
  /** What is kept of it. */
  detail: Schema;
  /** Whether it is told to those too who list the framework after it came up, because it still lies ahead. */
  ahead: boolean;
  /** Whether the framework's history has it from these changes; else it knows of it from what changed itself. */
  history: boolean;
  /** Whether many of a framework on one day make one notice, which leads to its history. */
  together: boolean;
  /** What came up since the last look. @param day today, in UTC */
  look: (frameworks: readonly Looked[], day: string) => AsyncGenerator<Found<z.output<Schema>>>;
  tell: (detail: z.output<Schema>, framework: { slug: string; name: string }) => Told;
  /** What a letter says of it, under the framework's name: nothing that anybody typed but ourselves. */
  write: (detail: z.output<Schema>) => string;
}

export interface ChangeKind<Schema extends z.ZodType = z.ZodType> extends Omit<Parts<Schema>, "tell" | "write"> {
  /** Null for what was kept in another form. */
  tell: (detail: unknown, framework: { slug: string; name: string }) => Told | null;
  write: (detail: unknown) => string | null;
}

/** A kind of change that is noticed, whole: how it is found, what is kept of it, and what is said of it to whom. */
export function defineChange<Schema extends z.ZodType>(parts: Parts<Schema>): ChangeKind<Schema> {
  return {
    ...parts,
    tell: (detail, framework) => {
      const kept = parts.detail.safeParse(detail);
      return kept.success ? parts.tell(kept.data, framework) : null;
    },
    write: (detail) => {
      const kept = parts.detail.safeParse(detail);
      return kept.success ? parts.write(kept.data) : null;
    },
  };
}
