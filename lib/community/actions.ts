"use server";

import { z } from "zod";
import { defineAction } from "../action/action.ts";
import { email } from "../auth/schema.ts";
import { Refusal } from "../request/refusal.ts";
import { atMost } from "../request/schema.ts";
import { setStanding } from "./mutations.ts";

export const setStandingAction = defineAction({
  access: "claims.moderate",
  schema: z.object({
    emails: z.string({ error: "Say whose." }).max(60_000, "At most a thousand at once."),
    standing: z.enum(["discounted", "new"]),
    reason: z
      .string({ error: "Say why: it is public." })
      .trim()
      .min(5, "Say why: it is public.")
      .max(...atMost(500)),
  }),
  run: async ({ emails, standing, reason }, { viewer }) => {
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
      reason,
    );
    const accounts = `${changed} ${changed === 1 ? "account" : "accounts"}`;
    return { message: standing === "discounted" ? `${accounts} discounted.` : `${accounts} restored.` };
  },
});
