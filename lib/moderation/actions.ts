"use server";

import { z } from "zod";
import { defineAction } from "../action/action.ts";
import { email, id } from "../auth/schema.ts";
import { getMaintenance } from "../maintainers/queries.ts";
import { Refusal } from "../request/refusal.ts";
import { atMost, frameworkSlug } from "../request/schema.ts";
import { routes } from "../site/routes.ts";
import { sourceKinds } from "../sources/kinds.ts";
import type { FrameworkKind } from "./kinds.ts";
import * as verbs from "./mutations.ts";
import { bodies } from "./schema.ts";

const framework = frameworkSlug();
const limits = (_: unknown, { viewer }: { viewer: { personId: string } }) => [
  { name: "suggestions of a person", key: viewer.personId } as const,
];

const about = <K extends FrameworkKind>(kind: K) =>
  ({
    access: "member",
    schema: z.object({ framework }).and(bodies[kind]),
    limits,
    run: async (
      input: { framework: string },
      { viewer, newId }: { viewer: Parameters<typeof verbs.suggest>[0]; newId: string },
    ) => {
      const { framework: slug, ...body } = input;
      const status = await verbs.suggest(viewer, kind, slug, bodies[kind].parse(body), newId);
      return { to: `${routes.suggestions}?sent=${status}` };
    },
  }) as const;

export const suggestClaimAction = defineAction(about("claim"));
export const suggestAssertionAction = defineAction(about("assertion"));
export const suggestWordingAction = defineAction(about("wording"));
export const suggestFactAction = defineAction(about("fact"));
export const suggestCheckAction = defineAction(about("check"));
export const suggestReleaseAction = defineAction(about("release"));
export const suggestStandingAction = defineAction(about("standing"));
export const suggestMeasureAction = defineAction(about("measure"));
export const suggestCorrectionAction = defineAction(about("correction"));
export const suggestResourceAction = defineAction(about("resource"));
export const flagAction = defineAction(about("flag"));

export const suggestFrameworkAction = defineAction({
  access: "member",
  schema: bodies.framework,
  limits,
  run: async (body, { viewer, newId }) => ({
    to: `${routes.suggestions}?sent=${await verbs.suggest(viewer, "framework", null, body, newId)}`,
  }),
});

export const reportAction = defineAction({
  access: "member",
  schema: bodies.report,
  limits,
  run: async (body, { viewer, newId }) => ({
    to: `${routes.suggestions}?sent=${await verbs.suggest(viewer, "report", null, body, newId)}`,
  }),
});

export const askToMaintainAction = defineAction({
  access: "member",
  schema: z.object({ framework }).and(bodies.maintainer),
  limits,
  run: async ({ framework: slug, url, note }, { viewer, newId }) => {
    const { state } = await getMaintenance(viewer, slug);
    if (state === "confirmed") throw new Refusal("You are confirmed as a maintainer of it already.", { status: 409 });
    if (state !== "waiting") await verbs.suggest(viewer, "maintainer", slug, { url, note }, newId);
    return { to: `${routes.maintain(slug)}?asked=1` };
  },
});

export const confirmMaintainerAction = defineAction({
  access: "claims.moderate",
  schema: z.object({ framework: frameworkSlug("Choose a framework."), email }).and(bodies.maintainer),
  run: async ({ framework: slug, email: address, url, note }, { viewer, newId }) => {
    await verbs.confirmMaintainer(viewer, address, slug, { url, note }, newId);
    return { to: `${routes.maintainers}?done=confirm` };
  },
});

export const withdrawSuggestionAction = defineAction({
  access: "member",
  schema: z.object({ suggestion: id }),
  run: async ({ suggestion }, { viewer }) => {
    await verbs.withdrawSuggestion(viewer, suggestion);
    return { to: routes.suggestions };
  },
});

const reason = z
  .string()
  .trim()
  .max(...atMost(500))
  .transform((text) => text || null);

export const decideAction = defineAction({
  access: "claims.moderate",
  schema: z.object({
    suggestion: id,
    decision: z.enum(["approve", "trust", "decline", "block"], { error: "Choose what to do." }),
    reason: reason.optional(),
    sourceKind: z.enum(sourceKinds.map((kind) => kind.id)).optional(),
    seen: z.string().max(1_000).optional(),
  }),
  run: async ({ suggestion, decision, reason: why = null, sourceKind = null, seen = null }, { viewer }) => {
    await verbs.decide(viewer, suggestion, decision, why, sourceKind, seen);
    return { to: `${routes.moderation}?decided=${decision}` };
  },
});

/** Ids in one field, as the page that undoes has them in its address. */
const ids = z
  .string()
  .max(8_000)
  .transform((text) => text.split(".").filter((one) => id.safeParse(one).success));
/** A box that is ticked, and the words of the claim that the moderator had before them. */
const pick = "pick-";
const seenWords = "seen-";

export const decideAllAction = defineAction({
  access: "claims.moderate",
  schema: z.record(z.string().max(200), z.string().max(20_000)),
  run: async (form, { viewer }) => {
    const decision = z.enum(["approve", "decline"]).safeParse(form.decision);
    if (!decision.success) throw new Refusal("Choose what to do.", { field: "decision" });
    const picked = Object.keys(form).flatMap((name) => {
      const one = id.safeParse(name.startsWith(pick) ? name.slice(pick.length) : "");
      return one.success ? [{ id: one.data, seen: form[`${seenWords}${one.data}`] ?? null }] : [];
    });
    if (picked.length === 0) throw new Refusal("Tick those that you decide on.", { field: "decision" });
    const why = reason.safeParse(form.reason ?? "");
    if (!why.success) throw new Refusal(why.error.issues[0]?.message ?? "", { field: "reason" });
    const { done, left } = await verbs.decideAll(viewer, picked, decision.data, why.data);
    return { to: `${routes.moderation}?decided=${decision.data}&done=${done.join(".")}&left=${left}` };
  },
});

/** Undoes decisions of a moment ago: what they changed is taken back, and the suggestions wait again. */
export const reopenAction = defineAction({
  access: "claims.moderate",
  schema: z.object({ suggestions: ids }),
  run: async ({ suggestions }, { viewer }) => {
    for (const suggestion of suggestions) await verbs.reopen(viewer, suggestion);
    return { to: `${routes.moderation}?decided=reopen` };
  },
});

const publicReason = z
  .string({ error: "Say why: it is public." })
  .trim()
  .min(5, "Say why: it is public.")
  .max(...atMost(500));

export const revertAction = defineAction({
  access: "claims.moderate",
  schema: z.object({ suggestion: id, reason: publicReason }),
  run: async ({ suggestion, reason: why }, { viewer }) => {
    await verbs.revert(viewer, suggestion, why);
    return { to: `${routes.moderation}?decided=revert` };
  },
});

export const revokeMaintainerAction = defineAction({
  access: "claims.moderate",
  schema: z.object({ suggestion: id, reason: publicReason }),
  run: async ({ suggestion, reason: why }, { viewer }) => {
    await verbs.revert(viewer, suggestion, why);
    return { to: `${routes.maintainers}?done=revoke` };
  },
});

export const resetSuggestsAction = defineAction({
  access: "claims.moderate",
  schema: z.object({ person: id }),
  run: async ({ person }, { viewer }) => {
    await verbs.resetSuggests(viewer, person);
    return { message: "Back to normal: suggestions wait for a moderator." };
  },
});
