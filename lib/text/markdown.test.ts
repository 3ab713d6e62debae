import { fromMarkdown } from "mdast-util-from-markdown";
import { expect, it } from "vitest";
import { escapeLines, escapeMarkdown, markdownLink } from "./markdown.ts";

/** What a reader of the Markdown sees, and the addresses that it leads to. */
function read(markdown: string): { text: string; links: string[] } {
  const links: string[] = [];
  const textOf = (node: { type: string; url?: string; value?: string; children?: unknown[] }): string => {
    if (node.type === "link") links.push(node.url ?? "");
    return node.value ?? (node.children ?? []).map((child) => textOf(child as typeof node)).join("");
  };
  return { text: textOf(fromMarkdown(markdown)), links };
}

const addresses = [
  "https://example.org/a_b/_c_/~d~?e=*f*&g=[h]#_i",
  "http://example.org/under_score",
  "https://example.org/wiki/Ruby_(language)/x",
];

it.each(addresses)("leaves an address in a text whole: %s", (address) => {
  for (const text of [address, `see ${address}.`, `*see* (${address}), or not`])
    expect(read(escapeMarkdown(text)), text).toEqual({ text, links: [address] });
  expect(read(escapeLines(`one\n${address}`)).links).toEqual([address]);
});

it("keeps an address from ending a cell, a bracket or itself", () => {
  expect(escapeMarkdown("https://example.org/a|b")).toBe("<https://example.org/a%7Cb>");
  expect(escapeMarkdown("https://example.org/<b>x")).toBe("<https://example.org/>\\<b\\>x");
  expect(escapeMarkdown("https://")).toBe("https://");
});

it("puts no link into the text of a link", () => {
  expect(read(markdownLink("at https://example.org/a_b", "https://example.org/x"))).toEqual({
    text: "at https://example.org/a_b",
    links: ["https://example.org/x"],
  });
});
