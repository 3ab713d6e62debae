import { type APIRequestContext, expect } from "@playwright/test";
import { formsOf, post, send } from "../lib/testing/raw.ts";
import { somebody, sql, test } from "./people";

// Public pages come from each server's own memory. A change on one must be on all, and nothing of a reader in what is kept.

const [one, two] = [process.env.BASE_URL ?? "", process.env.SECOND_URL ?? ""];
/** Reads until the page comes from memory, as it is. */
const fromMemory = (request: APIRequestContext, url: string) =>
  expect.poll(async () => (await request.get(url)).headers()["cache-status"], { message: url }).toBe("framewise; hit");

test("a vote on one instance is on the pages that the other has in memory within the settle time", async ({
  request,
}) => {
  const pages = ["/frameworks/fiber", "/compare/fiber-vs-hapi"];
  for (const path of pages) for (const base of [one, two]) await fromMemory(request, base + path);
  const person = await somebody();
  await sql("UPDATE person SET standing = 'counted' WHERE id = $1", [person.id]);
  const [claim] = await sql<{ id: number }>(
    `SELECT c.id FROM claim c JOIN framework f ON f.id = c.framework_id
     WHERE f.slug = 'fiber' AND c.kind = 'pro' AND c.retired_at IS NULL ORDER BY c.position LIMIT 1`,
  );
  const counted = new RegExp(`id="vote-${claim?.id}-Yes"[^]{0,400}?>Yes 1<`);
  const forms = formsOf((await send(one, "/frameworks/fiber")).body);
  const form = forms.find(({ fields }) => fields.some(([name]) => name === "of"));
  if (!form) throw new Error("no vote form");
  const voted = await post(one, "/frameworks/fiber", form, { token: person.token, change: { vote: `${claim?.id} 1` } });
  expect(voted.status).toBeLessThan(400);
  for (const path of pages)
    for (const base of [two, one])
      await expect.poll(async () => (await request.get(base + path)).text(), { message: base + path }).toMatch(counted);
  for (const path of pages) for (const base of [one, two]) await fromMemory(request, base + path);
});

test("what changed while an instance heard nothing is on its pages once it hears again", async ({ request }) => {
  for (const base of [one, two]) await fromMemory(request, `${base}/frameworks/hapi`);
  const text = `As it was said at ${Date.now()}`;
  await sql("UPDATE framework SET tagline = $1 WHERE slug = 'hapi'", [text]);
  // Nobody is told, but for what every listener does after its connection was gone.
  await sql(
    "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'framewise listener' AND datname = current_database()",
  );
  for (const base of [one, two])
    await expect.poll(async () => (await request.get(`${base}/frameworks/hapi`)).text()).toContain(text);
});
