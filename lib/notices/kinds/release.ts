import "server-only";
import { z } from "zod";
import { routes } from "../../site/routes.ts";
import { defineChange } from "../kind.ts";

/** Days after its release for which a line is new: one that is entered later than that is no news. */
const newFor = 60;

/** A release line that came out. */
export const release = defineChange({
  detail: z.object({ cycle: z.string(), released: z.string() }),
  ahead: false,
  history: false,
  together: false,
  async *look(frameworks, day) {
    for (const { id: frameworkId, releases } of frameworks)
      for (const { cycle, released } of releases) {
        if (!released || !/^\d{4}-\d{2}-\d{2}$/.test(released)) continue;
        const age = (Date.parse(day) - Date.parse(released)) / 86_400_000;
        if (age >= 0 && age <= newFor) yield { frameworkId, subject: cycle, detail: { cycle, released } };
      }
  },
  tell: ({ cycle, released }, framework) => ({
    title: `${framework.name} ${cycle} came out`,
    text: `Released on ${released}.`,
    path: `${routes.framework(framework.slug)}#support`,
  }),
  write: ({ cycle, released }) => `${cycle} came out on ${released}.`,
});
