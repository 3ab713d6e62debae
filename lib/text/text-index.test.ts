import { expect, it } from "vitest";
import { fold, spelled } from "./fold.ts";
import { readingsOf } from "./synonyms.ts";
import { buildTextIndex } from "./text-index.ts";

const texts = {
  gin: "Gin Web Framework",
  engine: "A rendering engine",
  nest: "NestJS",
  safe: "End-to-end type safety, built-in",
  sockets: "WebSockets",
  lock: "Vendor lock-in",
  lockhart: "Begun by Josh Lockhart",
};
const index = buildTextIndex({
  fields: { text: 1 },
  documents: Object.entries(texts).map(([id, text]) => ({ id, text })),
});

it.each([
  ["gin", ["gin"]],
  ["GÍN", ["gin"]],
  ["websocket", ["sockets"]],
  ["web sockets", ["sockets"]],
  ["type-safe", ["safe"]],
  ["builtin", ["safe"]],
  ["built-in", ["safe"]],
  ["lock-in", ["lock"]],
  ["lockin", ["lock"]],
  ["the best framework for gin", ["gin"]],
])("“%s” finds %j exactly", (query, ids) => {
  expect(index.exact(query)).toEqual(ids);
});

it.each([
  ["nset", ["nest"]],
  ["websokcets", ["sockets"]],
  ["lokchart", ["lockhart"]],
  ["gni", []],
  ["zzzzzz", []],
])("“%s” finds %j through typos", (query, ids) => {
  expect(index.exact(query)).toEqual([]);
  expect(index.fuzzy(query)).toEqual(ids);
});

it("a query is read as typed first, then in the words that are used here", () => {
  expect(readingsOf("Python WebSocket")).toEqual([
    ["python", "websocket"],
    ["python", "websockets"],
    ["python", "real", "time"],
  ]);
  // Of a phrase that is known, no part is read by itself.
  expect(readingsOf("rest api")[0]).toEqual(["rest", "api"]);
  expect(readingsOf("type safe").flat()).not.toContain("security");
  // Words that say nothing count where there are no others.
  expect(readingsOf("the")).toEqual([["the"]]);
  expect(readingsOf("constructor")).toEqual([["constructor"]]);
});

it("letters are compared without width, case and marks", () => {
  expect(["ＰＨＰ", "Çà", "ﬁ", "Straße"].map(fold)).toEqual(["php", "ca", "fi", "straße"]);
  expect([spelled(["PHP", "C#"], "ｐｈｐ"), spelled(["PHP"], "perl")]).toEqual(["PHP", undefined]);
});
