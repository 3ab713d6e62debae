import { AxeBuilder } from "@axe-core/playwright";
import { expect } from "@playwright/test";
import { openClaim } from "./pages";
import { become, elsewhere, newAddress, somebody, sql, test } from "./people";

async function claimsOf(slug: string) {
  return sql<{ id: number; slug: string; text: string }>(
    `SELECT c.id, c.slug, c.text FROM claim c JOIN framework f ON f.id = c.framework_id
     WHERE f.slug = $1 AND c.retired_at IS NULL AND c.kind IN ('pro', 'con') ORDER BY c.id LIMIT 4`,
    [slug],
  );
}

test("accounts of one mailbox are held back unseen, a moderator sees who said what, discounts all at once, and takes it back", async ({
  page,
  context,
  browser,
}) => {
  const [first, second, third] = await claimsOf("quarkus");
  const [name = "", domain = ""] = newAddress().split("@");
  const ring = await Promise.all([1, 2, 3].map((n) => somebody("member", `Hand ${n}`)));
  for (const [n, { id }] of ring.entries())
    await sql(
      `UPDATE person SET email = $2, standing = $3, active_days = 5, created_at = now() - interval '9 days' WHERE id = $1`,
      [id, `${name}+${n}@${domain}`, n === 0 ? "counted" : "new"],
    );
  for (const claim of [first, second])
    await sql(
      `INSERT INTO vote (person_id, claim_id, value, sequence) SELECT id, $2, 1, 1 FROM person WHERE id = ANY($1::uuid[])`,
      [ring.map(({ id }) => id), claim?.id],
    );
  const counted = async () =>
    (await sql<{ yes: number }>("SELECT yes FROM claim_tally WHERE claim_id = $1", [first?.id]))[0]?.yes;
  expect(await counted()).toBe(1);

  // The third thing said would make the account count: that is when somebody looks. Its author is told no more than others.
  await become(context, ring[1] ?? { token: "" });
  await page.goto("/frameworks/quarkus");
  const card = await openClaim(page, third?.slug ?? "");
  await card.getByRole("button", { name: /^Yes \d+, still true/ }).click();
  await expect(card.getByText("kept, not counted yet")).toBeVisible();
  await expect.poll(counted).toBe(0);

  const desk = await browser.newContext({ ...elsewhere(), viewport: { width: 390, height: 844 } });
  await become(desk, await somebody("moderator", "Moderator"));
  const moderator = await desk.newPage();
  await moderator.goto("/moderation");
  await moderator.getByRole("link", { name: /^Rings: \d+ waits? for a decision/ }).click();
  const [row] = await sql<{ id: string }>("SELECT ring_id AS id FROM ring_member WHERE person_id = $1", [ring[0]?.id]);
  const path = `/moderation/rings/${row?.id}`;
  await moderator.locator(`a[href="${path}"]`).click();
  await expect(moderator.getByRole("heading", { level: 1 })).toHaveText("One mailbox");
  for (const n of [0, 1, 2])
    await expect(moderator.getByRole("row", { name: new RegExp(`${name}\\+${n}@`) })).toContainText("held back");
  const target = moderator
    .getByRole("listitem")
    .filter({ hasText: first?.text ?? "" })
    .first();
  await target.getByText("3 × Yes").click();
  await expect(target.getByText(`${name}+2@${domain}`)).toBeVisible();
  const { violations } = await new AxeBuilder({ page: moderator }).analyze();
  expect(violations.map(({ id, nodes }) => `${id} ${nodes[0]?.html}`)).toEqual([]);
  expect(await moderator.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBeLessThanOrEqual(
    0,
  );

  await moderator.getByRole("button", { name: "Decide on 3 accounts" }).click();
  await expect(moderator.getByText("Choose what becomes of them.")).toBeVisible();
  await moderator.getByLabel(/^Discount: /).check();
  const reason = `One hand, three accounts (${name})`;
  await moderator.getByLabel("Reason", { exact: true }).fill(reason);
  await moderator.getByRole("button", { name: "Decide on 3 accounts" }).click();
  await expect(moderator.getByText("What these accounts say no longer counts.")).toBeVisible();
  await expect(moderator.getByText(`3 accounts discounted: ${reason}`)).toBeVisible();

  const visitor = await (await browser.newContext(elsewhere())).newPage();
  await expect(async () => {
    await visitor.goto("/integrity");
    await expect(visitor.getByText(`3 accounts discounted together: ${reason}`)).toBeVisible({ timeout: 3_000 });
  }).toPass();
  expect(await visitor.content()).not.toContain(`${name}+`);

  await moderator.getByLabel(/^Reason to take back/).fill("They are three people after all");
  await moderator.getByRole("button", { name: /^Take back the decision/ }).click();
  await expect(moderator.getByText("these accounts are held back again")).toBeVisible();
  await moderator.getByLabel(/^Clear: /).check();
  await moderator.getByLabel("Reason", { exact: true }).fill("They are three people after all");
  await moderator.getByRole("button", { name: "Decide on 3 accounts" }).click();
  await expect(moderator.getByText("What these accounts say counts, as far as it would")).toBeVisible();
  // The one that counted before, and the one that is due: the third has said too little.
  expect(await counted()).toBe(2);
  expect(await sql("SELECT * FROM community_drift")).toEqual([]);

  // Members see none of it, and in their own data what is theirs.
  expect((await page.goto(path))?.status()).toBe(404);
  const { rings } = await (await page.request.get("/account/export")).json();
  expect(rings).toMatchObject([{ rule: "mailbox", state: "cleared", wasCounted: false }]);
});
