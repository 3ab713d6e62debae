import { AxeBuilder } from "@axe-core/playwright";
import { expect, type Locator, type Page } from "@playwright/test";

/** One address of every kind of page, and of every state that is a page of its own. */
export const pages = [
  { name: "home", path: "/" },
  { name: "catalogue", path: "/frameworks" },
  {
    name: "catalogue filtered",
    path: "/frameworks?language=PHP&kind=full-stack&sort=-stars&group=level&pick=laravel,symfony",
  },
  { name: "catalogue without a match", path: "/frameworks?language=Go&has=admin" },
  { name: "framework", path: "/frameworks/laravel" },
  { name: "framework with a warning", path: "/frameworks/rocket" },
  { name: "framework without a support policy", path: "/frameworks/koa" },
  { name: "history", path: "/frameworks/django/history" },
  { name: "comparison of two", path: "/compare/django-vs-laravel" },
  {
    name: "comparison of four, differences of 2020",
    path: "/compare/django-vs-express-vs-laravel-vs-rails?diff=1&asof=2020",
  },
  { name: "comparison of six", path: "/compare/axum-vs-django-vs-express-vs-gin-vs-laravel-vs-rails?first=rails" },
  { name: "comparison with an unknown name", path: "/compare?f=django&f=nope" },
  { name: "comparison picker", path: "/compare" },
  { name: "deciding", path: "/decide" },
  {
    name: "deciding with constraints",
    path: "/decide?preset=enterprise&language=PHP,Python&until=2027-06-01&open=django",
  },
  { name: "deciding with nothing left", path: "/decide?language=Elixir&knows=Go" },
  { name: "questions", path: "/decide/questions" },
  { name: "developers", path: "/developers" },
  { name: "sources", path: "/sources" },
  { name: "source", path: "/sources/article-2020" },
  { name: "licences", path: "/sources/licences" },
  { name: "method", path: "/method" },
  { name: "integrity", path: "/integrity" },
  { name: "search", path: "/search" },
  { name: "search with results", path: "/search?q=websocket" },
  { name: "search without results", path: "/search?q=buffalo" },
  { name: "not found", path: "/nowhere" },
] as const;

/** Pages with a form, which are not for search engines. */
export const formPages = [
  { name: "sign in", path: "/sign-in?next=/account&problem=known" },
  { name: "sign in again", path: "/sign-in?again=1" },
  { name: "sign up", path: "/sign-up" },
  { name: "reset", path: "/reset" },
  { name: "check your mail", path: "/check-mail?for=sign-up" },
  { name: "making a record", path: "/decide/record?f=django,rails" },
  { name: "an unsubscribe address that is cut off", path: "/unsubscribe?token=x" },
  { name: "dead link", path: "/sign-in/link?token=x" },
] as const;

/** Pages of who is signed in, as an administrator sees them. */
export const memberPages = [
  { name: "account", path: "/account" },
  { name: "adding a passkey", path: "/account/second-step/passkey" },
  { name: "delete account", path: "/account/delete" },
  { name: "shortlist", path: "/shortlist" },
  { name: "saving a decision", path: "/decide/save?f=django,rails" },
  { name: "dead invitation", path: "/decide/join/AAAAAAAAAAAAAAAAAAAAAA" },
  { name: "people", path: "/people" },
  { name: "log", path: "/people/log" },
  { name: "moderation", path: "/moderation" },
  { name: "rings", path: "/moderation/rings" },
  { name: "maintainers", path: "/moderation/maintainers" },
  { name: "asking to be confirmed as maintainer", path: "/frameworks/django/maintain" },
  { name: "suggesting", path: "/frameworks/django/suggest?kind=assertion" },
  { name: "suggesting better words", path: "/frameworks/django/suggest?kind=wording" },
  { name: "disputing an answer", path: "/frameworks/django/suggest?way=dispute&check=orm" },
  { name: "improving an answer", path: "/frameworks/django/suggest?way=improve&check=body-limit" },
  { name: "choosing a check", path: "/frameworks/django/suggest?way=improve&kind=check" },
  { name: "disputing a fact", path: "/frameworks/django/suggest?way=dispute&fact=licence" },
  { name: "disputing support dates", path: "/frameworks/django/suggest?way=dispute&release=5.2" },
  { name: "improving the standing", path: "/frameworks/django/suggest?way=improve&kind=standing" },
  { name: "disputing a figure", path: "/frameworks/django/suggest?way=dispute&measure=contributors" },
  { name: "disputing a figure of a data set", path: "/frameworks/django/suggest?way=dispute&measure=throughput" },
  { name: "suggesting a framework", path: "/suggestions/framework" },
  { name: "own suggestions", path: "/suggestions" },
  { name: "notices", path: "/notices" },
  { name: "rating", path: "/frameworks/django/rate" },
] as const;

/** A claim on its framework's page, opened as a reader does: its votes, sources and evidence stand inside. */
export async function openClaim(page: Page, slug: string): Promise<Locator> {
  return open(page.locator(".claim").filter({ has: page.locator(`#claim-${slug}`) }));
}

/** The first claim within, opened. */
export const openFirstClaim = (within: Page | Locator): Promise<Locator> => open(within.locator(".claim").first());

/** The claim of these words, opened: on a comparison with what folds it away. */
export async function openClaimOf(page: Page, words: string): Promise<Locator> {
  const claim = page.locator(".claim").filter({ hasText: words }).first();
  const folded = page.locator("details.more-claims").filter({ has: claim });
  if ((await folded.count()) > 0 && !(await claim.isVisible())) await folded.locator("> summary").click();
  return open(claim);
}

async function open(claim: Locator): Promise<Locator> {
  if ((await claim.locator("details[open]").count()) === 0) await claim.locator("summary").click();
  return claim;
}

/** What is laid out only when somebody comes near it has no size before: then it counts with all that it has. */
export const layOutAll = (page: Page) =>
  page.evaluate(() => {
    for (const section of document.querySelectorAll<HTMLElement>(".framework > section"))
      section.style.contentVisibility = "visible";
  });

/** What a decision comes to, in a sentence. */
export const outcomeOf = (page: Page) => page.locator("[data-outcome]");

/** Checks what a page of its own address can't be in the list of pages for. */
export async function fitsAPhone(page: Page) {
  await page.setViewportSize({ width: 390, height: 844 });
  expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBeLessThanOrEqual(0);
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
  // Firefox 153 breaks down when labels are looked up in a document that axe has been through.
  await page.reload();
}

/**
 * Puts what stays at the screen's lower edge at its own place. As one scrolls it covers half of some box or other, which
 * axe takes for that box's size: a finding that came and went with the place of the page.
 */
export const unstick = (page: Page): Promise<void> =>
  page.evaluate(() => {
    for (const bar of document.querySelectorAll<HTMLElement>("main .sticky.bottom-0")) bar.style.position = "static";
  });
