"use server";

import { z } from "zod";
import { defineAction } from "../action/action.ts";
import { email } from "../auth/schema.ts";
import { Refusal } from "../request/refusal.ts";
import { atMost, id } from "../request/schema.ts";
import { routes } from "../site/routes.ts";
import { setStanding } from "./mutations.ts";
import { decideRing, takeBack } from "./ring-mutations.ts";

const reason = z
  .string({ error: "Say why: it is public." })
  .trim()
  .min(5, "Say why: it is public.")
  .max(...atMost(500));

export const setStandingAction = defineAction({
  access: "claims.moderate",
  schema: z.object({
    emails: z.string({ error: "Say whose." }).max(60_000, "At most a thousand at once."),
    standing: z.enum(["discounted", "new"]),
    reason,
  }),
  run: async ({ emails, standing, reason: why }, { viewer }) => {
    const wanted = emails.split(/[\s,;]+/).filter(Boolean);
    const read = wanted.map((one) => email.safeParse(one));
    const wrong = wanted.find((_, index) => !read[index]?.success);
    if (wanted.length === 0 || wrong !== undefined)
      throw new Refusal(wrong === undefined ? "Say whose." : `“${wrong.slice(0, 60)}” is not an address.`, {
        field: "emails",
      });
    const changed = await setStanding(
      viewer,
      read.flatMap((one) => (one.success ? [one.data] : [])),
      standing,
      why,
    );
    const accounts = `${changed} ${changed === 1 ? "account" : "accounts"}`;
    return { message: standing === "discounted" ? `${accounts} discounted.` : `${accounts} restored.` };
  },
});

export const decideRingAction = defineAction({
  access: "claims.moderate",
  schema: z.object({
    ring: id,
    decision: z.enum(["discounted", "cleared"], { error: "Choose what becomes of them." }),
    reason,
  }),
  run: async ({ ring, decision, reason: why }, { viewer }) => {
    await decideRing(viewer, ring, decision, why);
    return { to: `${routes.ring(ring)}?decided=${decision}` };
  },
});

export const takeBackRingAction = defineAction({
  access: "claims.moderate",
  schema: z.object({
    ring: id,
    decision: z
      .string()
      .regex(/^\d{1,18}$/, "There is no such decision.")
      .transform(BigInt),
    reason,
  }),
  run: async ({ ring, decision, reason: why }, { viewer }) => {
    await takeBack(viewer, ring, decision, why);
    return { to: `${routes.ring(ring)}?decided=held` };
  },
});
