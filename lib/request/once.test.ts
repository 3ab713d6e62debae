import { expect, it } from "vitest";
import { idOf } from "./once.ts";
import { id } from "./schema.ts";

const key = "0123456789abcdef0123456789abcdef";
const fields = { name: "Shop", list: "1" };

it("the same sending of a form gives the same id, in any order of its fields", () => {
  const made = idOf(key, "p1", fields);
  expect(id.parse(made)).toBe(made);
  expect(idOf(key, "p1", { list: "1", name: "Shop", $ACTION_KEY: "k" })).toBe(made);
});

it("another person, another form, other words or no key give another id", () => {
  const ids = [
    idOf(key, "p1", fields),
    idOf(key, "p2", fields),
    idOf(key, null, fields),
    idOf(`${key}0`, "p1", fields),
    idOf(key, "p1", { ...fields, name: "Shop two" }),
    idOf(undefined, "p1", fields),
    idOf(undefined, "p1", fields),
    idOf("", "p1", fields),
    idOf("1", "p1", fields),
    idOf("1", "p1", fields),
  ];
  expect(new Set(ids).size).toBe(ids.length);
});
