"use server";

import { z } from "zod";
import { defineAction } from "../action/action.ts";
import { siteUrl } from "../site/identity.ts";
import { routes } from "../site/routes.ts";
import { markSeen, renewFeed } from "./mutations.ts";

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
