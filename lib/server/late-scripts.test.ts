import { expect, test } from "vitest";
import { withLateScripts } from "./late-scripts.mjs";

const page = (head: string, body: string) => `<html><head>${head}</head><body>${body}</body></html>`;
const theirs =
  '<link rel="preload" as="script" fetchPriority="low" href="/b.js"/><script src="/a.js" async=""></script>';
const own = '<script>first()</script><script src="/old.js" noModule=""></script>';
const bootstrap = '<script id="_R_">next()</script><script src="/b.js" async=""></script>';

test("scripts that a page asks for stand behind its words, and what must run before it is seen stays", () => {
  expect(withLateScripts(page(theirs + own, `<p>Words</p>${bootstrap}`))).toBe(
    page(own, `<p>Words</p>${theirs}${bootstrap}`),
  );
});

test("a page without React's script, and words that look like a tag, stay as they are", () => {
  for (const html of [
    page(own + theirs, "<p>Words</p>"),
    "<p>Words</p>",
    page("", `<p>&lt;script src="/a.js" async=""&gt;</p>${bootstrap}`),
  ])
    expect(withLateScripts(html)).toBe(html);
});
