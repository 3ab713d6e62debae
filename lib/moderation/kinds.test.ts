import { expect, it } from "vitest";
import { z } from "zod";
import { always, defineKind, never, ownPage, type Stored, said } from "./kind.ts";

const whole = {
  name: "A test",
  place: "framework",
  schema: z.object({ text: z.string(), side: z.enum(["pro", "con"]) }),
  shows: { text: "Text", side: null },
  needsModerator: false,
  confidential: false,
  hasSource: false,
  replacesWords: false,
  replaces: null,
  check: always,
  known: never,
  apply: async () => {},
  takeBack: async () => {},
  touches: ownPage,
} as const;
const look = { sourceKind: null, seen: null };
const stored = (body: unknown): Stored => ({
  id: "",
  body,
  frameworkId: null,
  framework: { slug: "django" },
  before: null,
  reason: null,
});
const tx = {} as Parameters<typeof ownPage>[0];

it("a kind without one of its parts, or without a label for one of its fields, is a type error", () => {
  const { takeBack: _takeBack, ...noWayBack } = whole;
  const { touches: _touches, ...noPages } = whole;
  // @ts-expect-error it can't be undone
  defineKind(noWayBack);
  // @ts-expect-error no page is rendered anew
  defineKind(noPages);
  // @ts-expect-error its side would be shown by its name in the code
  defineKind({ ...whole, shows: { text: "Text" } });
  expect(defineKind(whole).name).toBe("A test");
});

it("a body in another form is refused where it would be entered, and stops no declining and no taking back", async () => {
  const texts: unknown[] = [];
  const kind = defineKind({
    ...whole,
    apply: async (_, row) => void texts.push(said(row).text),
    takeBack: async (_, { body }) => void texts.push(body),
  });
  await kind.apply(tx, stored({ text: "new", side: "pro", more: 1 }), look);
  await expect(kind.apply(tx, stored({ words: "old" }), look)).rejects.toMatchObject({ status: 409 });
  await kind.takeBack(tx, stored({ words: "old" }));
  expect(texts).toEqual(["new", null]);
  expect(await kind.touches(tx, stored({ words: "old" }))).toBe("django");
});
