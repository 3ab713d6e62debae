"use server";

import { z } from "zod";
import { defineAction } from "../action.ts";
import { signInPath } from "../auth/rules.ts";
import { getReferringPath, rememberSave } from "../auth/viewer.ts";
import { Refusal } from "../refusal.ts";
import { routes } from "../site.ts";
import { removeFramework, saveFramework } from "./mutations.ts";

const framework = z.string().regex(/^[a-z0-9-]{1,80}$/, "There is no such framework.");

/** Saves a framework. Signed out, it is remembered in this browser and saved by the sign-in that follows. */
export const saveAction = defineAction({
  access: "anyone",
  schema: z.object({ framework }),
  run: async ({ framework: slug }, { viewer }) => {
    if (!viewer) {
      await rememberSave(slug);
      return { to: signInPath((await getReferringPath()) ?? routes.framework(slug)) };
    }
    if (!(await saveFramework(viewer.personId, slug)))
      throw new Refusal("There is no such framework.", { status: 404 });
    return { message: "Saved.", way: { href: routes.shortlist, text: "Your shortlist" } };
  },
});

export const removeAction = defineAction({
  access: "member",
  schema: z.object({ framework }),
  run: async ({ framework: slug }, { viewer }) => {
    await removeFramework(viewer.personId, slug);
    return { message: "Removed from your shortlist." };
  },
});
