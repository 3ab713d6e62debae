import "server-only";
import { z } from "zod";
import { define } from "../action/perform.ts";
import { noteNetwork } from "../people/networks.ts";
import { withButton } from "./button.ts";
import { setVote, voted } from "./mutations.ts";

/** A vote, by whichever way it comes. */
export const voting = define({
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
  joined: ({ claim, value, sequence }) => setVote(claim, value, BigInt(sequence ?? Date.now() * 1_000)),
  run: async ({ claim }, { viewer, address, rows }) => {
    await noteNetwork(viewer.personId, address);
    const result = await voted(viewer.personId, claim, rows);
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
