import { expect } from "@playwright/test";
import { formsOf, post, send } from "../lib/testing/raw.ts";
import { somebody, sql } from "./people";

/**
 * The vote of a new person on the first pro of a framework, as a form without scripts sends it. Returns what a page that
 * shows it looks like.
 * @param origin the site's address, where that isn't the one that it is sent to
 */
export async function voteOn(slug: string, base: string, origin = base): Promise<RegExp> {
  const person = await somebody();
  await sql("UPDATE person SET standing = 'counted' WHERE id = $1", [person.id]);
  const [claim] = await sql<{ id: number; yes: number }>(
    `SELECT c.id, t.yes FROM claim c JOIN framework f ON f.id = c.framework_id JOIN claim_tally t ON t.claim_id = c.id
     WHERE f.slug = $1 AND c.kind = 'pro' AND c.retired_at IS NULL ORDER BY c.position LIMIT 1`,
    [slug],
  );
  const path = `/frameworks/${slug}`;
  const form = formsOf((await send(base, path)).body).find(({ fields }) => fields.some(([name]) => name === "of"));
  if (!form || !claim) throw new Error("no vote form");
  const voted = await post(base, path, form, {
    token: person.token,
    change: { vote: `${claim.id} 1` },
    headers: { origin },
  });
  expect(voted.status).toBeLessThan(400);
  return new RegExp(`id="vote-${claim.id}-Yes"[^]{0,400}?>Yes ${claim.yes + 1}<`);
}
