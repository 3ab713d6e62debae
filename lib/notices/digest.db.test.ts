import { beforeAll, expect, it, vi } from "vitest";
import { db } from "../db/index.ts";
import { loadContent } from "../frameworks/content.ts";
import { seed } from "../frameworks/seed.ts";
import { log } from "../log/log.mjs";
import type { Letter } from "../mail/letter.ts";
import { unseal } from "../mail/seal.ts";
import { query } from "../process/postgres.ts";
import { contentOf } from "../testing/content.ts";
import { freshDatabase } from "../testing/database.ts";
import { mailDigests } from "./mail-digests.ts";
import { setDigest, unsubscribe, watch } from "./mutations.ts";
import { answerOneClick } from "./one-click.ts";
import { getDigest } from "./queries.ts";
import { unsubscribeToken } from "./unsubscribe.ts";

let url = "";
beforeAll(async () => {
  url = await freshDatabase();
  process.env.DATABASE_URL = url;
  process.env.NEXTAUTH_SECRET = "a secret of the tests";
  process.env.SITE_URL = "http://localhost:3000";
  await seed(
    url,
    contentOf(loadContent(), (slug) => ["django", "flask", "hono"].includes(slug)),
  );
  await change("release", { cycle: "9.9", released: "2026-11-20" });
});

/** Somebody who watches Django, for whom a letter is due by now. */
async function reader(every: "day" | "week" = "week"): Promise<{ id: string; email: string }> {
  const email = `${crypto.randomUUID()}@example.org`;
  const { id } = await db().person.create({ data: { email, name: "https://evil.example" } });
  await watch(id, "django");
  await query(url, `UPDATE watch SET since = now() - interval '30 days' WHERE person_id = '${id}'`);
  await setDigest(id, every);
  await due(id);
  return { id, email };
}

/** Lets some days pass for somebody: their letter is due, and it tells of as many days. */
const due = (id: string, days = 8) =>
  query(
    url,
    `UPDATE digest SET due_at = now() - interval '1 minute', told_up_to = now() - interval '${days} days' WHERE person_id = '${id}'`,
  );

let changes = 0;
async function change(kind: string, detail: object, slug = "django", ago = "1 hour"): Promise<void> {
  const { id: frameworkId } = await db().framework.findUniqueOrThrow({ where: { slug } });
  const { id } = await db().change.create({ data: { frameworkId, kind, subject: `${(changes += 1)}`, detail } });
  await query(url, `UPDATE change SET at = now() - interval '${ago}' WHERE id = ${id}`);
}

async function lettersTo(email: string): Promise<Letter[]> {
  const rows = await db().mail.findMany({ where: { sealed: { not: null } }, orderBy: { id: "asc" } });
  return rows.flatMap(({ sealed }) => (sealed && unseal(sealed)) || []).filter(({ to }) => to === email);
}

it("one letter tells what changed on what somebody watches, and no second one tells it again", async () => {
  await change("release", { cycle: "4.4", released: "2026-11-20" }, "flask");
  await change("release", { cycle: "0.1", released: "2026-01-01" }, "django", "20 days");
  const { id, email } = await reader();
  await mailDigests();
  const [letter, ...others] = await lettersTo(email);
  expect(others).toEqual([]);
  expect(letter?.subject).toBe("What changed on a framework that you watch");
  expect(letter?.text).toContain("9.9 came out on 2026-11-20.\n  http://localhost:3000/frameworks/django#support");
  for (const part of [letter?.text, letter?.html]) {
    expect(part).not.toMatch(/4\.4|0\.1 |evil/);
    expect(part).toContain(`/unsubscribe?token=${unsubscribeToken(id)}`);
  }
  expect(letter?.unsubscribe).toBe(`http://localhost:3000/unsubscribe/${unsubscribeToken(id)}`);
  const [row] = await query<{ days: number }>(
    url,
    `SELECT round(extract(epoch FROM due_at - now()) / 86400)::int AS days FROM digest WHERE person_id = '${id}'`,
  );
  expect(row?.days).toBe(7);
  await query(url, `UPDATE digest SET due_at = now() WHERE person_id = '${id}'`);
  await mailDigests();
  expect(await lettersTo(email)).toHaveLength(1);
});

it("however many instances write at once, everybody gets one letter", async () => {
  const readers = [];
  for (let n = 0; n < 6; n += 1) readers.push(await reader(n % 2 ? "day" : "week"));
  const written = await Promise.all(Array.from({ length: 6 }, () => mailDigests()));
  expect(written.reduce((sum, letters) => sum + letters, 0)).toBe(6);
  for (const { email } of readers) expect(await lettersTo(email)).toHaveLength(1);
});

it("a letter that can't be written is still to be told, and keeps nobody else waiting", async () => {
  const [broken, other] = [await reader(), await reader()];
  const logged = vi.spyOn(log, "error").mockImplementation(() => {});
  const refuse = `CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
    IF EXISTS (SELECT FROM digest WHERE person_id = '${broken.id}' AND due_at > now()) THEN RAISE 'no mail today'; END IF; RETURN NEW; END $$`;
  await query(url, refuse);
  await query(url, "CREATE TRIGGER refuse BEFORE INSERT ON mail FOR EACH ROW EXECUTE FUNCTION refuse()");
  expect(await mailDigests()).toBe(1);
  expect(logged).toHaveBeenCalledOnce();
  logged.mockRestore();
  await query(url, "DROP TRIGGER refuse ON mail");
  expect([await lettersTo(broken.email), await lettersTo(other.email)].map(({ length }) => length)).toEqual([0, 1]);
  expect(await mailDigests()).toBe(1);
  expect(await lettersTo(broken.email)).toHaveLength(1);
});

it("nobody is written to who didn't ask, for whom nothing changed, or who stopped", async () => {
  const { id: silent, email } = await reader();
  await setDigest(silent, "off");
  const still = await reader();
  await db().watch.deleteMany({ where: { personId: still.id } });
  await watch(still.id, "hono");
  const ended = await reader();
  expect(await unsubscribe(unsubscribeToken(ended.id))).toBe(true);
  expect(await mailDigests()).toBe(0);
  for (const to of [email, still.email, ended.email]) expect(await lettersTo(to)).toEqual([]);
  // What changed before somebody asked for letters, or watched, isn't told them either.
  const late = await reader();
  await query(url, `UPDATE watch SET since = now() WHERE person_id = '${late.id}'`);
  expect(await mailDigests()).toBe(0);
});

it("a letter holds nothing that another person typed: no name, no claim, no suggestion", async () => {
  const typed = "Your account is blocked, verify at https://evil.example";
  const { email } = await reader();
  const { id: author } = await db().person.create({
    data: { email: `${crypto.randomUUID()}@example.org`, name: typed },
  });
  const hostile = await db().framework.create({
    data: {
      slug: "hostile",
      name: typed,
      tagline: typed,
      aliases: [],
      suggestion: { create: { personId: author, kind: "framework", body: {} } },
    },
  });
  await db().watch.createMany({
    data: [
      {
        personId: (await db().person.findUniqueOrThrow({ where: { email } })).id,
        frameworkId: hostile.id,
        since: new Date(0),
      },
    ],
  });
  const verdict = { claim: typed, slug: "suggested-1", from: "Still true", to: "Disputed" };
  await change("verdict", { ...verdict, ours: false });
  await change("verdict", { ...verdict, slug: "much-included", claim: "Much is <included>", ours: true });
  await change("entry", { kind: "claim", text: typed }, "hostile");
  await mailDigests();
  const [letter] = await lettersTo(email);
  for (const part of [letter?.subject, letter?.text, letter?.html]) expect(part).not.toMatch(/evil|blocked/);
  expect(letter?.text).toContain("A claim in a reader’s words is now disputed; it was still true before.");
  expect(letter?.text).toContain("“Much is <included>” is now disputed");
  expect(letter?.html).toContain("Much is &lt;included&gt;");
  expect(letter?.text).toContain("hostile\n- ");
});

it("a mail program ends letters by posting what RFC 8058 says, with a token of ours, as often as it likes", async () => {
  const { id } = await reader("day");
  const post = async (token: string, body = "List-Unsubscribe=One-Click") =>
    (
      await answerOneClick(
        new Request("http://localhost:3000/", {
          method: "POST",
          body,
          headers: { "content-type": "application/x-www-form-urlencoded" },
        }),
        token,
      )
    ).status;
  const token = unsubscribeToken(id);
  const { id: other } = await reader();
  expect(await post(token, "x=y")).toBe(400);
  for (const wrong of [id, token.slice(0, -1), other + token.slice(36), `${token}x`, "", "x".repeat(79)])
    expect(await post(wrong), wrong).toBe(404);
  expect(await getDigest(id)).toBe("day");
  expect([await post(token), await post(token)]).toEqual([200, 200]);
  expect([await getDigest(id), await getDigest(other)]).toEqual(["off", "week"]);
});

it("choosing the same again puts no letter off, and the database knows the same rhythms", async () => {
  const { id } = await reader("week");
  const dueAt = async () => (await db().digest.findUniqueOrThrow({ where: { personId: id } })).dueAt.getTime();
  const before = await dueAt();
  await setDigest(id, "week");
  expect(await dueAt()).toBe(before);
  await setDigest(id, "day");
  expect(await dueAt()).toBeGreaterThan(before);
  await expect(query(url, "UPDATE digest SET every = 'hour'")).rejects.toThrow("digest_every_known");
});
