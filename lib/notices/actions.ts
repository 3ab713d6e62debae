"use server";

import { z } from "zod";
import { defineAction } from "../action/action.ts";
import { mailMode } from "../mail/transport.ts";
import { Refusal } from "../request/refusal.ts";
import { frameworkSlug } from "../request/schema.ts";
import { siteUrl } from "../site/identity.ts";
import { routes } from "../site/routes.ts";
import { type Rhythm, rhythms } from "./digest.ts";
import { markSeen, renewFeed, setDigest, unsubscribe, unwatch, watch } from "./mutations.ts";

const signedOut = "Watching needs an account: sign in, then press it again.";
const yours = { href: routes.notices, text: "Your notices" };

export const markSeenAction = defineAction({
  access: "member",
  schema: z.object({}),
  run: async (_, { viewer }) => {
    await markSeen(viewer.personId);
    return { to: routes.notices };
  },
});

export const renewFeedAction = defineAction({
  access: "member",
  schema: z.object({}),
  run: async (_, { viewer }) => {
    const path = routes.feed(await renewFeed(viewer.personId));
    return {
      message: "Shown once; who has it can read your notices. A new one ends the one before.",
      link: `${siteUrl()}${path}`,
      way: { href: path, text: "Open the feed" },
    };
  },
});

export const watchAction = defineAction({
  access: "member",
  signedOut,
  schema: z.object({ framework: frameworkSlug() }),
  run: async ({ framework }, { viewer }) => {
    await watch(viewer.personId, framework);
    return { message: "You are told of what changes on it.", way: yours, data: { watched: true } };
  },
});

export const unwatchAction = defineAction({
  access: "member",
  signedOut,
  schema: z.object({ framework: frameworkSlug() }),
  run: async ({ framework }, { viewer }) => {
    await unwatch(viewer.personId, framework);
    return { message: "Not watched any more.", way: yours, data: { watched: false } };
  },
});

/** The same from the list of what is watched, which comes anew without it. */
export const stopWatchingAction = defineAction({
  access: "member",
  schema: z.object({ framework: frameworkSlug() }),
  run: async ({ framework }, { viewer }) => {
    await unwatch(viewer.personId, framework);
    return { to: routes.notices };
  },
});

export const setDigestAction = defineAction({
  access: "member",
  schema: z.object({
    every: z.enum(["off", ...(Object.keys(rhythms) as Rhythm[])], { error: "Choose how often." }),
  }),
  run: async ({ every }, { viewer }) => {
    if (every !== "off" && mailMode() === "none")
      throw new Refusal("This installation can’t send mail yet.", { field: "every", status: 503 });
    await setDigest(viewer.personId, every);
    return {
      message:
        every === "off" ? "No letters are written to you." : `You are written to ${rhythms[every].said} at most.`,
    };
  },
});

/** From the page that a letter leads to: its token is all that is asked for. */
export const unsubscribeAction = defineAction({
  access: "anyone",
  schema: z.object({ token: z.string().max(200) }),
  run: async ({ token }) => {
    if (!(await unsubscribe(token))) throw new Refusal("This address is not whole: open it from the letter again.");
    return { to: routes.unsubscribed };
  },
});
