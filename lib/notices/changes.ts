import "server-only";
import { touched } from "../cache/refresh.ts";
import { db } from "../db/index.ts";
import { loadLooked } from "../frameworks/looked.ts";
import { today } from "../text/dates.ts";
import type { Found } from "./kind.ts";
import { changeKinds } from "./kinds.ts";

/**
 * Looks for every kind of change and writes down what came up since the last look: votes, suggestions, new content and
 * the passing of time all show here, whichever it was. Several instances may look at once: a change is written once.
 */
export async function lookForChanges(): Promise<number> {
  const frameworks = await loadLooked();
  const day = today();
  const slugs = new Map(frameworks.map(({ id, slug }) => [id, slug]));
  let changes = 0;
  for (const [kind, { look }] of Object.entries(changeKinds))
    for await (const found of look(frameworks, day)) {
      const count = await note(kind, found);
      changes += count;
      if (count > 0) touched(slugs.get(found.frameworkId) ?? "");
    }
  return changes;
}

async function note(kind: string, { frameworkId, subject, detail }: Found<unknown>): Promise<number> {
  const { count } = await db().change.createMany({
    data: [{ frameworkId, kind, subject, detail: detail as object }],
    skipDuplicates: true,
  });
  return count;
}
