import "server-only";
import type { z } from "zod";
import { type Access, type Answered, answerTo, type Definition, type Fields } from "../action/perform.ts";
import { voting } from "../claims/voting.ts";
import { rating } from "../ratings/rating.ts";
import { removing, saving } from "../shortlist/saving.ts";

type Write = (form: Fields) => Promise<Answered>;

const write =
  <Schema extends z.ZodType, A extends Access>(definition: Definition<Schema, A>): Write =>
  (form) =>
    answerTo(definition, form, 1);

/** What has an address of its own, `/writes/<name>`, beside the action that is called the same. */
export const writes = {
  vote: write(voting),
  save: write(saving),
  remove: write(removing),
  rate: write(rating),
} satisfies Record<string, Write>;

export type WriteName = keyof typeof writes;

export const isWriteName = (name: string): name is WriteName => Object.hasOwn(writes, name);
