import "server-only";
import { z } from "zod";
import { define } from "../action/perform.ts";
import { getReferringPath } from "../request/origin.ts";
import { frameworkSlug, id } from "../request/schema.ts";
import { signInPath } from "../session/rules.ts";
import { routes } from "../site/routes.ts";
import { type Removed, removal, savedEntry, saveEntry } from "./mutations.ts";
import { changeVisitorSaved, getVisitorSaved } from "./visitor.ts";

const which = z.object({ framework: frameworkSlug(), list: id.optional() });

export const yours = { href: routes.shortlist, text: "Your shortlist" };

/** Saves a framework to the first list, or the given one. A visitor's is kept in their browser until they sign in. */
export const saving = define({
  access: "anyone",
  schema: which,
  joined: ({ framework, list }) => saveEntry(list ?? null, framework),
  run: async ({ framework }, { viewer, rows }) => {
    if (!viewer) {
      await changeVisitorSaved((slugs) => [...slugs, framework]);
      const back = (await getReferringPath()) ?? routes.framework(framework);
      const way = { href: signInPath(back), text: "Sign in to keep it for good" };
      return { message: "Kept in this browser.", way, data: { saved: true } };
    }
    savedEntry(rows);
    return { message: "Saved.", way: yours, data: { saved: true } };
  },
});

/** Takes a framework off the given list, or off all. */
export const removing = define({
  access: "anyone",
  schema: which,
  joined: ({ framework, list }) => removal(list ?? null, framework),
  run: async ({ framework }, { viewer, rows }) => {
    let was = rows as (Omit<Removed, "list"> & { list: string | null })[];
    if (!viewer) {
      was = [
        {
          position: (await getVisitorSaved()).indexOf(framework),
          list: null,
          status: "considering",
          note: "",
          reason: "",
        },
      ];
      await changeVisitorSaved((slugs) => slugs.filter((one) => one !== framework));
    }
    return { message: "Removed.", way: yours, data: { saved: false, was: JSON.stringify(was) } };
  },
});
