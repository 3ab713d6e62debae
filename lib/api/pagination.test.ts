import { describe, expect, it } from "vitest";
import { paginate } from "./pagination.ts";

const items = ["a", "b", "c", "d", "e"].map((id) => ({ id }));
const idOf = ({ id }: { id: string }) => id;
const byId = { idOf, scope: "letters" };
const inOrder = { ...byId, byId: false };

function collect(list: typeof items, limit: number, how: typeof byId): string[] {
  const seen: string[] = [];
  for (let cursor: string | null | undefined; cursor !== null; ) {
    const page = paginate(list, { limit, cursor: cursor ?? undefined }, how);
    expect(page.total).toBe(list.length);
    seen.push(...page.data.map(idOf));
    cursor = page.next;
  }
  return seen;
}

describe("pages", () => {
  it("hold every item once, in the list's order, whatever their length", () => {
    for (const limit of [1, 2, 5, 100]) {
      expect(collect(items, limit, byId)).toEqual(["a", "b", "c", "d", "e"]);
      expect(collect(items.toReversed(), limit, inOrder)).toEqual(["e", "d", "c", "b", "a"]);
    }
    expect(collect([], 10, byId)).toEqual([]);
  });
  it("by id go on after what has gone meanwhile, and tell nothing twice", () => {
    const { next } = paginate(items, { limit: 2 }, byId);
    const without = items.filter(({ id }) => id !== "b");
    expect(paginate(without, { limit: 2, cursor: next ?? "" }, byId).data.map(idOf)).toEqual(["c", "d"]);
    const more = [{ id: "aa" }, ...items].toSorted((a, b) => (a.id < b.id ? -1 : 1));
    expect(paginate(more, { limit: 2, cursor: next ?? "" }, byId).data.map(idOf)).toEqual(["c", "d"]);
  });
  it("of another order refuse a cursor whose item has gone", () => {
    const { next } = paginate(items, { limit: 2 }, inOrder);
    const without = items.filter(({ id }) => id !== "b");
    expect(() => paginate(without, { limit: 2, cursor: next ?? "" }, inOrder)).toThrow("gone");
  });
  it("refuse a cursor of another query, of another list, and what is none", () => {
    const { next } = paginate(items, { limit: 2, kind: ["pro"] }, byId);
    const cursor = next ?? "";
    expect(paginate(items, { limit: 4, kind: ["pro"], cursor }, byId).data).toHaveLength(3);
    expect(() => paginate(items, { limit: 2, kind: ["con"], cursor }, byId)).toThrow("not given for this query");
    expect(() => paginate(items, { limit: 2, kind: ["pro"], cursor }, { idOf, scope: "others" })).toThrow("not given");
    for (const wrong of ["", "x", "%%%", `${cursor}=`, `${cursor}A`])
      expect(() => paginate(items, { limit: 2, kind: ["pro"], cursor: wrong }, byId), wrong).toThrow("cursor");
  });
});
