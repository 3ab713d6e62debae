"use server";

import { z } from "zod";
import { defineAction } from "../action/action.ts";
import { forget } from "../request/limits.ts";
import { Refusal } from "../request/refusal.ts";
import { getHalfViewer } from "../session/viewer.ts";
import { next } from "./schema.ts";
import * as verbs from "./second-step-mutations.ts";

const code = z.string().trim().min(6, "Type the code that your app shows.").max(40);

/** Two steps are worth as much as guessing the second is hard: five tries, whoever tries. */
const tries = (personId: string) => [{ name: "second steps of a person" as const, key: personId }];

export const doSecondStepAction = defineAction({
  access: "anyone",
  schema: z.object({ code, next }),
  limits: async () => {
    const half = await getHalfViewer();
    return half ? tries(half.personId) : [];
  },
  run: async ({ code: typed, next: to }) => {
    const half = await getHalfViewer();
    if (!half)
      throw new Refusal("Signing in took too long, or it was done already.", {
        status: 401,
        way: { href: "/sign-in", text: "Sign in" },
      });
    await verbs.doSecondStep(half, typed);
    await forget({ name: "second steps of a person", key: half.personId });
    return { to: to ?? "/account" };
  },
});

export const setUpSecondStepAction = defineAction({
  access: "member",
  fresh: true,
  schema: z.object({ code }),
  limits: (_, { viewer }) => tries(viewer.personId),
  run: async ({ code: typed }, { viewer }) => {
    await verbs.setUpSecondStep(viewer, typed);
    return { to: "/account?second=on#methods" };
  },
});

export const removeSecondStepAction = defineAction({
  access: "member",
  fresh: true,
  schema: z.object({}),
  run: async (_, { viewer }) => {
    await verbs.removeSecondStep(viewer);
    return { to: "/account?second=off#methods" };
  },
});
