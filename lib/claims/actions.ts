"use server";

import { z } from "zod";
import { defineAction } from "../action/action.ts";
import { noteNetwork } from "../people/networks.ts";
import { withButton } from "./button.ts";
import { vote } from "./mutations.ts";

export const voteAction = defineAction({
  access: "member",
  signedOut: "Votes are people’s, so sign in first.",
  schema: z.preprocess(
    withButton,
    z.object({
      claim: z.coerce.number().int().min(1).max(2_147_483_647),
      value: z.enum(["1", "0", "-1"]).transform((value) => Number(value) as -1 | 0 | 1),
      sequence: z
        .string()
        .regex(/^\d{1,17}$/)
        .optional(),
    }),
  ),
  run: async ({ claim, value, sequence }, { viewer, address }) => {
    await noteNetwork(viewer.personId, address);
    const result = await vote(viewer.personId, claim, value, BigInt(sequence ?? Date.now() * 1_000));
    return {
      message:
        result.value === 0
          ? "Your vote is taken back."
          : result.counted
            ? "Your vote counts."
            : "Your vote is kept, and not counted yet. The page on integrity says what counts, and from when on.",
      data: { ...result },
    };
  },
});
