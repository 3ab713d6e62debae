import { expect } from "@playwright/test";
import { send } from "../lib/testing/raw.ts";
import { become, lettersTo, somebody, sql, test } from "./people";

const base = process.env.BASE_URL ?? "";

/** Lets a week pass for somebody who asked for letters, and has the clock of whichever instance look at once. */
async function passWeek(id: string): Promise<void> {
  await sql("UPDATE watch SET since = now() - interval '20 days' WHERE person_id = $1", [id]);
  await sql(
    "UPDATE digest SET told_up_to = now() - interval '8 days', due_at = now() - interval '1 minute' WHERE person_id = $1",
    [id],
  );
  // Again and again until it is written: one that runs just now for another test would put the next ten minutes off.
  await expect
    .poll(
      async () => {
        await sql("DELETE FROM job_run WHERE name = 'Writing digests'");
        return sql("SELECT 1 FROM digest WHERE person_id = $1 AND due_at > now()", [id]);
      },
      { timeout: 120_000, intervals: [2_000] },
    )
    .toHaveLength(1);
}

const chosen = async (id: string) =>
  (await sql<{ every: string }>("SELECT every FROM digest WHERE person_id = $1", [id]))[0]?.every;

for (const javaScriptEnabled of [true, false])
  test.describe(javaScriptEnabled ? "with scripts" : "without scripts", () => {
    test.use({ javaScriptEnabled });

    test("who asks for letters gets one of what changed, and ends them from the letter, signed out", async ({
      page,
      context,
    }) => {
      const person = await somebody();
      await become(context, person);
      await page.goto("/frameworks/gin/history");
      await page.getByRole("button", { name: /^Watch Gin/ }).click();
      await expect(
        javaScriptEnabled ? page.getByRole("button", { name: /^You watch Gin/ }) : page.getByText("You are told"),
      ).toBeVisible();
      await page.goto("/notices");
      await page.getByRole("link", { name: "choose how often" }).click();
      const letters = page.getByRole("region", { name: "Letters" });
      await expect(letters.getByLabel("Never")).toBeChecked();
      await letters.getByLabel("Once a week").check();
      await letters.getByRole("button", { name: "Save" }).click();
      await expect(page.getByText("You are written to once a week at most.")).toBeVisible();
      await page.reload();
      await expect(letters.getByLabel("Once a week")).toBeChecked();

      const subject = crypto.randomUUID();
      await sql(
        `INSERT INTO change (framework_id, kind, subject, detail, at)
         SELECT id, 'release', $1, '{"cycle": "77.7", "released": "2026-11-20"}', now() - interval '1 hour' FROM framework WHERE slug = 'gin'`,
        [subject],
      );
      await passWeek(person.id);
      const [letter, ...more] = await lettersTo(page.request, person.email);
      await sql("DELETE FROM change WHERE subject = $1", [subject]);
      expect(more).toEqual([]);
      expect(letter?.subject).toBe("What changed on a framework that you watch");
      expect(letter?.text).toContain("77.7 came out on 2026-11-20.");
      expect(letter?.unsubscribePost).toBe("List-Unsubscribe=One-Click");
      const address = /<(.+)>/.exec(letter?.unsubscribe ?? "")?.[1] ?? "";
      expect(address).toMatch(new RegExp(`^${base}/unsubscribe/[\\w-]{79}$`));

      await context.clearCookies();
      // The header's address, opened by hand, and the letter's own lead to the same button.
      await page.goto(address);
      await expect(page).toHaveURL(/\/unsubscribe\?token=/);
      expect(letter?.text).toContain(page.url());
      expect(await chosen(person.id)).toBe("week");
      await page.getByRole("button", { name: "No more letters" }).click();
      await expect(page.getByRole("heading", { level: 1, name: "No more letters." })).toBeVisible();
      expect(await chosen(person.id)).toBeUndefined();
    });
  });

test("a mail program ends letters with one request: without cookies, from another origin, and never by reading", async () => {
  const [person, other] = [await somebody(), await somebody()];
  for (const { id } of [person, other])
    await sql("INSERT INTO digest (person_id, every, due_at) VALUES ($1, 'day', now() + interval '1 day')", [id]);
  await sql("INSERT INTO watch (person_id, framework_id) SELECT $1, id FROM framework WHERE slug = 'echo'", [
    person.id,
  ]);
  const subject = crypto.randomUUID();
  await sql(
    `INSERT INTO change (framework_id, kind, subject, detail, at)
     SELECT id, 'release', $1, '{"cycle": "66.6", "released": "2026-11-20"}', now() - interval '1 hour' FROM framework WHERE slug = 'echo'`,
    [subject],
  );
  await passWeek(person.id);
  let address = "";
  await expect(async () => {
    const letters = await (await fetch(`${process.env.MAIL_URL}/?to=${encodeURIComponent(person.email)}`)).json();
    address = /<(.+)>/.exec(letters[0]?.unsubscribe ?? "")?.[1] ?? "";
    expect(address).not.toBe("");
  }).toPass();
  await sql("DELETE FROM change WHERE subject = $1", [subject]);
  const path = new URL(address).pathname;
  const form = { "content-type": "application/x-www-form-urlencoded", "x-forwarded-for": "10.44.0.1" };
  const post = (at: string, body = "List-Unsubscribe=One-Click") =>
    send(base, at, { body, headers: { ...form, origin: "https://mail.example" } });
  expect((await send(base, path, { method: "HEAD" })).status).toBe(303);
  expect((await post(path, "")).status).toBe(400);
  const cut = path.slice(0, -1);
  const forged = `/unsubscribe/${other.id}${path.slice(-43)}`;
  for (const wrong of [cut, forged]) expect((await post(wrong)).status, wrong).toBe(404);
  expect([await chosen(person.id), await chosen(other.id)]).toEqual(["day", "day"]);
  const done = await post(path);
  expect([done.status, done.body]).toEqual([200, "No more letters.\n"]);
  expect(done.headers["set-cookie"]?.join() ?? "").not.toContain("session");
  expect((await send(base, path, { body: "List-Unsubscribe=One-Click", headers: form })).status).toBe(200);
  expect([await chosen(person.id), await chosen(other.id)]).toEqual([undefined, "day"]);
});
