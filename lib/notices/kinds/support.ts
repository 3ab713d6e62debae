import "server-only";
import { z } from "zod";
import { supportOf } from "../../releases/support.ts";
import { routes } from "../../site/routes.ts";
import { defineChange } from "../kind.ts";

/** Days before the end of support from which it is near. */
const nearEnd = 90;

/** An end of support that is near. */
export const support = defineChange({
  detail: z.object({ cycle: z.string(), until: z.string() }),
  ahead: true,
  history: false,
  together: false,
  async *look(frameworks, day) {
    for (const { id: frameworkId, releases } of frameworks) {
      const { state, until, current } = supportOf(releases, day);
      if (!current || !until || !/^\d{4}-\d{2}-\d{2}$/.test(until)) continue;
      if (state === "ended" || daysUntil(until, day) > nearEnd) continue;
      yield { frameworkId, subject: `${current.cycle} ${until}`, detail: { cycle: current.cycle, until } };
    }
  },
  tell: ({ cycle, until }, framework) => ({
    title: `${framework.name} ${cycle}: support ends on ${until}`,
    text: "Time to plan the next version.",
    path: `${routes.framework(framework.slug)}#support`,
  }),
  write: ({ cycle, until }) => `${cycle}: support ends on ${until}.`,
});

function daysUntil(day: string, from: string): number {
  return (Date.parse(day) - Date.parse(from)) / 86_400_000;
}
