"use server";

import { z } from "zod";
import { defineAction } from "../action/action.ts";
import { frameworkSlug } from "../request/schema.ts";
import { routes } from "../site/routes.ts";
import { withdraw } from "./mutations.ts";
import { rating } from "./rating.ts";

export const rateAction = defineAction(rating);

export const withdrawRatingAction = defineAction({
  access: "member",
  schema: z.object({ framework: frameworkSlug() }),
  run: async ({ framework: slug }, { viewer }) => {
    await withdraw(viewer.personId, slug);
    return { to: `${routes.framework(slug)}#ratings` };
  },
});
