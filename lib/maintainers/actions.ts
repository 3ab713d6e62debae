"use server";

import { z } from "zod";
import { defineAction } from "../action/action.ts";
import { id } from "../auth/schema.ts";
import { atMost } from "../request/schema.ts";
import { routes } from "../site/routes.ts";
import { hideReply, removeReply, saveReply } from "./mutations.ts";
import { claimId, replyText } from "./schema.ts";

export const replyAction = defineAction({
  access: "member",
  schema: z.object({ claim: claimId, text: replyText }),
  run: async ({ claim, text }, { viewer }) => {
    const slug = await saveReply(viewer, claim, text);
    return { to: `${routes.maintain(slug)}?replied=${claim}` };
  },
});

export const removeReplyAction = defineAction({
  access: "member",
  schema: z.object({ claim: claimId }),
  run: async ({ claim }, { viewer }) => {
    const slug = await removeReply(viewer, claim, true);
    return { to: `${routes.maintain(slug)}?removed=${claim}` };
  },
});

export const restoreReplyAction = defineAction({
  access: "member",
  schema: z.object({ claim: claimId }),
  run: async ({ claim }, { viewer }) => {
    const slug = await removeReply(viewer, claim, false);
    return { to: `${routes.maintain(slug)}?replied=${claim}` };
  },
});

export const hideReplyAction = defineAction({
  access: "claims.moderate",
  schema: z.object({
    reply: id,
    reason: z
      .string({ error: "Say why: its author sees it." })
      .trim()
      .min(5, "Say why: its author sees it.")
      .max(...atMost(500)),
  }),
  run: async ({ reply, reason }, { viewer }) => {
    await hideReply(viewer, reply, reason);
    return { to: `${routes.maintainers}?done=hide` };
  },
});

export const showReplyAction = defineAction({
  access: "claims.moderate",
  schema: z.object({ reply: id }),
  run: async ({ reply }, { viewer }) => {
    await hideReply(viewer, reply, null);
    return { to: `${routes.maintainers}?done=show` };
  },
});
