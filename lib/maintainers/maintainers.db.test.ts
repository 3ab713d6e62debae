import crypto from "node:crypto";
import { beforeAll, expect, it } from "vitest";
import { deleteAccount } from "../auth/mutations.ts";
import { db } from "../db/index.ts";
import { loadContent } from "../frameworks/content.ts";
import { getFramework } from "../frameworks/queries.ts";
import { seed } from "../frameworks/seed.ts";
import { getOutbox } from "../mail/queue.ts";
import { confirmMaintainer, decide, reopen, revert, suggest } from "../moderation/mutations.ts";
import { getDecidedSuggestions, getOwnSuggestions, getReportable } from "../moderation/queries.ts";
import { getNotices } from "../notices/queries.ts";
import { spokenOf } from "../people/queries.ts";
import { query } from "../process/postgres.ts";
import type { Role } from "../session/permissions.ts";
import type { Viewer } from "../session/sessions.ts";
import { contentOf } from "../testing/content.ts";
import { freshDatabase } from "../testing/database.ts";
import { forgetRemovedReplies, hideReply, removeReply, saveReply } from "./mutations.ts";
import { getMaintained, getMaintainers, getMaintenance, getOwnReplies, getRepliable } from "./queries.ts";
import { replyText } from "./schema.ts";

let url = "";
beforeAll(async () => {
  url = await freshDatabase();
  process.env.DATABASE_URL = url;
  process.env.NEXTAUTH_SECRET = "a secret of the tests";
  process.env.SITE_URL = "http://localhost:3000";
  await seed(
    url,
    contentOf(loadContent(), (slug) => ["django", "hono"].includes(slug)),
  );
});

async function somebody(role: Role = "member"): Promise<Viewer> {
  const email = `m${crypto.randomUUID()}@example.org`;
  const { id } = await db().person.create({ data: { email, name: "M", role } });
  return { personId: id, email, name: "M", role, sessionId: "", authenticatedAt: new Date() };
}

let proofs = 0;
const proof = () => ({ url: "https://example.org/team", note: `My name is number ${(proofs += 1)} of the list.` });

/** A confirmed maintainer of Django, who confirmed them, and the request that it follows from. */
async function maintainer() {
  const [viewer, moderator] = [await somebody(), await somebody("moderator")];
  await suggest(viewer, "maintainer", "django", proof());
  const [request] = await getOwnSuggestions(viewer);
  const id = request?.id ?? "";
  await decide(moderator, id, "approve", null, null);
  return { viewer, moderator, request: id };
}

const claimOf = async (slug = "django", skip = 0) =>
  (
    await db().claim.findFirstOrThrow({
      where: { framework: { slug }, retiredAt: null },
      orderBy: { id: "asc" },
      skip,
      select: { id: true },
    })
  ).id;

const repliesTo = async (claim: number) =>
  (await getFramework("django"))?.claims.find(({ id }) => id === claim)?.replies ?? [];

const says = "This changed with the last release.";

it("who asks speaks for a framework once a moderator approves it, for that framework alone, and without a rule looking at it", async () => {
  const { viewer } = await maintainer();
  expect(await getMaintenance(viewer, "django")).toMatchObject({ state: "confirmed", revoked: null });
  expect(await getMaintenance(viewer, "hono")).toMatchObject({ state: "none" });
  const claim = await claimOf();
  expect(await getRepliable(await getMaintained(viewer.personId))).toMatchObject({ [claim]: "django" });
  const before = await getFramework("django");
  await saveReply(viewer, claim, says);
  const after = await getFramework("django");
  expect(await repliesTo(claim)).toEqual([
    expect.objectContaining({
      text: says,
      framework: "Django",
      confirmed: expect.stringMatching(/^\d{4}-/),
      revoked: null,
    }),
  ]);
  // Not a name, not an address, not an id of a person.
  for (const secret of [viewer.email, viewer.personId]) expect(JSON.stringify(after)).not.toContain(secret);
  expect(after?.scores).toEqual(before?.scores);
  expect(after?.claims.map(({ verdict }) => verdict)).toEqual(before?.claims.map(({ verdict }) => verdict));
  await expect(saveReply(viewer, await claimOf("hono"), says)).rejects.toMatchObject({ status: 403 });
});

it("who is confirmed is led to where they reply, by a notice and one letter, and who was declined or revoked isn't", async () => {
  const { viewer, moderator, request } = await maintainer();
  const path = "/frameworks/django/maintain";
  const lettersTo = async ({ email }: Viewer) =>
    (await getOutbox(1_000)).flatMap(({ letter }) => (letter.to === email ? [letter] : []));
  expect(await getNotices(viewer.personId)).toMatchObject([
    { title: "You are confirmed as a maintainer of Django", text: "Reply to claims", path },
  ]);
  const [letter, ...more] = await lettersTo(viewer);
  expect(letter).toMatchObject({ subject: "You are confirmed as a maintainer of Django" });
  expect(letter?.text).toContain(`Reply to claims:\nhttp://localhost:3000${path}\n`);
  expect(letter?.text).not.toMatch(/example\.org\/team|of the list/);
  expect(more).toEqual([]);
  // Undone and made again, it is one confirmation.
  await reopen(moderator, request);
  await decide(moderator, request, "approve", null, null);
  expect(await lettersTo(viewer)).toHaveLength(1);
  await suggest(viewer, "maintainer", "django", proof());
  const [second] = await getOwnSuggestions(viewer);
  await expect(decide(moderator, second?.id ?? "", "approve", null, null)).rejects.toMatchObject({ status: 409 });
  expect(await lettersTo(viewer)).toHaveLength(1);
  await revert(moderator, request, "They left the project.");
  expect(await getNotices(viewer.personId)).toMatchObject([{ text: "They left the project.", path: "/suggestions" }]);
  const other = await somebody();
  await suggest(other, "maintainer", "django", proof());
  const [asked] = await getOwnSuggestions(other);
  await decide(moderator, asked?.id ?? "", "decline", "The page says nothing of you.", null);
  expect(await lettersTo(other)).toEqual([]);
  expect(await getNotices(other.personId)).toMatchObject([{ path: "/suggestions" }]);
});

it("nobody else replies: who asked only, who was declined, another person, a moderator", async () => {
  const [asking, other, moderator] = [await somebody(), await somebody(), await somebody("moderator")];
  await suggest(asking, "maintainer", "django", proof());
  expect(await getMaintenance(asking, "django")).toMatchObject({ state: "waiting" });
  const claim = await claimOf();
  const before = await repliesTo(claim);
  for (const who of [asking, other, moderator])
    await expect(saveReply(who, claim, says)).rejects.toMatchObject({ status: 403 });
  const [request] = await getOwnSuggestions(asking);
  await decide(moderator, request?.id ?? "", "decline", "The page doesn’t name you.", null);
  await expect(saveReply(asking, claim, says)).rejects.toMatchObject({ status: 403 });
  for (const who of [asking, other]) {
    await expect(removeReply(who, claim, true)).rejects.toMatchObject({ status: 404 });
    await expect(confirmMaintainer(who, who.email, "django", proof(), crypto.randomUUID())).rejects.toMatchObject({
      status: 404,
    });
    expect(await getMaintainers(who)).toEqual([]);
  }
  expect(await repliesTo(claim)).toEqual(before);
  expect(await getMaintained(other.personId)).toEqual([]);
  expect(await getRepliable([])).toEqual({});
});

it("there is one reply for each claim and maintainer: sent by many tabs at once, changed, taken off and put back", async () => {
  const { viewer } = await maintainer();
  const claim = await claimOf("django", 1);
  await Promise.all(Array.from({ length: 8 }, (_, n) => saveReply(viewer, claim, `${says} ${n}`)));
  expect(await repliesTo(claim)).toHaveLength(1);
  await saveReply(viewer, claim, "Other words than before.");
  expect(await repliesTo(claim)).toMatchObject([{ text: "Other words than before." }]);
  expect(await removeReply(viewer, claim, true)).toBe("django");
  expect(await repliesTo(claim)).toEqual([]);
  await removeReply(viewer, claim, false);
  expect(await repliesTo(claim)).toMatchObject([{ text: "Other words than before." }]);
  await removeReply(viewer, claim, true);
  await query(url, "UPDATE claim_reply SET deleted_at = now() - interval '25 hours' WHERE deleted_at IS NOT NULL");
  await forgetRemovedReplies();
  await expect(removeReply(viewer, claim, false)).rejects.toMatchObject({ status: 404 });
});

it("revoked, no word is added, and what was said stays as a former maintainer's", async () => {
  const { viewer, moderator, request } = await maintainer();
  const claim = await claimOf("django", 2);
  await saveReply(viewer, claim, says);
  await revert(moderator, request, "They left the project.");
  expect(await getMaintenance(viewer, "django")).toMatchObject({ state: "former" });
  expect(await getMaintained(viewer.personId)).toEqual([]);
  await expect(saveReply(viewer, claim, "Still speaking for it.")).rejects.toMatchObject({ status: 403 });
  expect(await repliesTo(claim)).toMatchObject([{ text: says, revoked: expect.stringMatching(/^\d{4}-/) }]);
  // Their own words they may take off all the same; confirmed again, they speak again.
  await removeReply(viewer, claim, true);
  await removeReply(viewer, claim, false);
  await confirmMaintainer(moderator, viewer.email, "django", proof(), crypto.randomUUID());
  await saveReply(viewer, claim, "Back again, with new words.");
  expect(await repliesTo(claim)).toMatchObject([{ text: "Back again, with new words.", revoked: null }]);
});

it("confirmed by a moderator whom nobody asked, somebody replies as a maintainer, until it is withdrawn", async () => {
  const [viewer, other, moderator] = [await somebody(), await somebody(), await somebody("moderator")];
  const [claim, id] = [await claimOf("django", 8), crypto.randomUUID()];
  await expect(confirmMaintainer(viewer, viewer.email, "django", proof(), id)).rejects.toMatchObject({ status: 404 });
  await expect(saveReply(viewer, claim, says)).rejects.toMatchObject({ status: 403 });
  await confirmMaintainer(moderator, viewer.email, "django", proof(), id);
  await expect(saveReply(other, claim, says)).rejects.toMatchObject({ status: 403 });
  await expect(saveReply(viewer, await claimOf("hono"), says)).rejects.toMatchObject({ status: 403 });
  await saveReply(viewer, claim, says);
  expect(await repliesTo(claim)).toMatchObject([{ text: says, confirmed: expect.any(String), revoked: null }]);
  await revert(moderator, id, "The page doesn't name them any more.");
  await expect(saveReply(viewer, claim, "Still speaking for it.")).rejects.toMatchObject({ status: 403 });
  await expect(saveReply(viewer, await claimOf("django", 9), says)).rejects.toMatchObject({ status: 403 });
  expect(await repliesTo(claim)).toMatchObject([{ text: says, revoked: expect.stringMatching(/^\d{4}-/) }]);
});

it("revoked while they reply, in whatever order: never a reply that is lost, nor one that is written after", async () => {
  const claim = await claimOf("django", 3);
  for (let round = 0; round < 8; round += 1) {
    const { viewer, moderator, request } = await maintainer();
    const [reply] = await Promise.allSettled([
      saveReply(viewer, claim, `${says} ${round}`),
      revert(moderator, request, "They left the project."),
    ]);
    const own = await db().claimReply.count({ where: { maintainer: { personId: viewer.personId } } });
    expect(own).toBe(reply.status === "fulfilled" ? 1 : 0);
    if (reply.status === "rejected") expect(reply.reason).toMatchObject({ status: 403 });
    await expect(saveReply(viewer, claim, says)).rejects.toMatchObject({ status: 403 });
  }
});

it("an approval is undone as if it hadn't been made, and can be made again", async () => {
  const { viewer, moderator, request } = await maintainer();
  await reopen(moderator, request);
  expect(await getMaintenance(viewer, "django")).toEqual({ state: "waiting", confirmed: null, revoked: null });
  await decide(moderator, request, "approve", null, null);
  expect(await getMaintenance(viewer, "django")).toMatchObject({ state: "confirmed" });
});

it("of two requests of one person, and two moderators at once, one confirms; and each is in the log with its proof", async () => {
  const [viewer, moderator, other] = [await somebody(), await somebody("moderator"), await somebody("admin")];
  await suggest(viewer, "maintainer", "django", proof());
  const [request] = await getOwnSuggestions(viewer);
  const body = proof();
  const id = crypto.randomUUID();
  const tries = await Promise.allSettled([
    decide(moderator, request?.id ?? "", "approve", null, null),
    confirmMaintainer(other, viewer.email, "django", body, id),
  ]);
  expect(tries.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  expect(await db().maintainer.count({ where: { personId: viewer.personId } })).toBe(1);
  const acts = await db().auditEntry.findMany({ where: { subjectId: viewer.personId } });
  expect(acts).toHaveLength(1);
  const third = await somebody();
  const again = { ...proof(), url: "https://example.org/another" };
  await confirmMaintainer(moderator, third.email, "django", again, id.replace(/^./, "0"));
  await confirmMaintainer(moderator, third.email, "django", again, id.replace(/^./, "0"));
  const [act, ...more] = await db().auditEntry.findMany({ where: { subjectId: third.personId } });
  expect(more).toEqual([]);
  expect(act).toMatchObject({ action: "suggestion confirm", detail: { framework: "django", proof: again.url } });
  await expect(
    confirmMaintainer(moderator, "nobody@example.org", "django", body, crypto.randomUUID()),
  ).rejects.toMatchObject({ field: "email" });
});

it("the proof is for moderators only", async () => {
  const { viewer, moderator } = await maintainer();
  const mine = (await getMaintainers(moderator)).find(({ person }) => person.email === viewer.email);
  expect(mine?.proof).toBe("https://example.org/team");
  const shown = JSON.stringify(await getDecidedSuggestions());
  expect(shown).toContain('"kind":"maintainer"');
  expect(shown).not.toMatch(/example\.org\/team|of the list/);
});

it("a moderator hides a reply, by a report too, and other words don't bring it back", async () => {
  const { viewer, moderator } = await maintainer();
  const claim = await claimOf("django", 4);
  await saveReply(viewer, claim, says);
  const [reply] = await repliesTo(claim);
  const id = reply?.id ?? "";
  await expect(hideReply(viewer, id, "I say so.")).rejects.toMatchObject({ status: 404 });
  await hideReply(moderator, id, "It is an advertisement.");
  await saveReply(viewer, claim, "The same in other words.");
  expect(await repliesTo(claim)).toEqual([]);
  const own = (await getOwnReplies(viewer, "django")).find((one) => one.id === claim);
  expect(own?.reply).toMatchObject({ hiddenBecause: "It is an advertisement." });
  expect(await getReportable({ reply: id })).toBeNull();
  await hideReply(moderator, id, null);
  expect(await repliesTo(claim)).toHaveLength(1);
  expect(await getReportable({ reply: id })).toMatchObject({ text: "The same in other words." });
  const reader = await somebody();
  await suggest(reader, "report", null, { what: "reply", of: id, flag: "spam", text: "It sells something." });
  const [report] = await getOwnSuggestions(reader);
  await decide(moderator, report?.id ?? "", "approve", null, null);
  expect(await repliesTo(claim)).toEqual([]);
  await revert(moderator, report?.id ?? "", "It was no advertisement.");
  expect(await repliesTo(claim)).toHaveLength(1);
});

it("an account that is deleted takes its replies along, and what it sent to prove who it is", async () => {
  const { viewer, request } = await maintainer();
  const claim = await claimOf("django", 5);
  await saveReply(viewer, claim, says);
  expect(await spokenOf([viewer.personId])).toEqual(["django"]);
  await deleteAccount(viewer);
  expect(await repliesTo(claim)).toEqual([]);
  expect(await db().suggestion.count({ where: { id: request } })).toBe(0);
});

it("a reply is text that can be seen, of some lines and a thousand characters at most", () => {
  expect(replyText.parse("  One line.\r\n\r\n\r\nAnother.  ")).toBe("One line.\n\nAnother.");
  for (const text of ["", "short", "\u3164".repeat(20), "x".repeat(1_001), `Zalgo ${"\u0301".repeat(9)} text`])
    expect(replyText.safeParse(text).success, text).toBe(false);
});
