import { z } from "zod";
import { atMost, frameworkSlug, id, label } from "../request/schema.ts";

/** A decision's address, as it came: it is parsed, and written anew, before anything is done with it. */
const search = z.string().max(8_000, "This decision’s address is too long.");
export const title = label(120, "Give it a name.");
const framework = frameworkSlug("Choose one of them.");

const maybe = z.union([z.literal(""), id]).default("");

export const newRecord = z.object({
  search,
  /** The team's decision that it is of; "" for one's own. */
  team: maybe,
  title: z
    .string()
    .trim()
    .max(...atMost(120, "A title has"))
    .default(""),
  context: z
    .string()
    .trim()
    .max(...atMost(4_000, "The context has"))
    .default(""),
  because: z
    .string()
    .trim()
    .max(...atMost(2_000, "The reason has"))
    .default(""),
  deciders: z
    .string()
    .trim()
    .max(...atMost(200, "Names have"))
    .default(""),
  chosen: framework,
});

export const newDecision = z.object({ search, title, list: maybe, instead: maybe });
export const ownDecision = z.object({ decision: id });
export const ownMember = z.object({ decision: id, member: id });
export const recordId = z.string().regex(/^[\w-]{16}$/, "There is no such record.");
export const hiding = z.object({
  record: recordId,
  reason: z
    .string({ error: "Say why." })
    .trim()
    .min(3, "Say why.")
    .max(...atMost(500, "A reason has")),
});
export const showing = z.object({ record: recordId });
export const invitation = z.object({ token: z.string().regex(/^[\w-]{22}$/, "This invitation is not complete.") });
/** Its fields are read by `readBallot`, which knows the frameworks. */
export const ballot = z.record(z.string().max(200), z.string().max(200));
