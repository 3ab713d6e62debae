import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { testRow } from "../testing/rows.ts";

const { getCatalogue, getFramework, readElsewhere } = vi.hoisted(() => ({
  getCatalogue: vi.fn(),
  getFramework: vi.fn(),
  readElsewhere: vi.fn((work: () => Promise<unknown>) => work()),
}));
vi.mock("../db/replica.ts", () => ({ readElsewhere }));
vi.mock("../frameworks/queries.ts", () => ({ getCatalogue, getFramework }));
vi.mock("../sources/queries.ts", () => ({ getSources: async () => [] }));
vi.mock("./queries.ts", () => ({ getSourceLicences: async () => ({}) }));

const load = async () => (await import("./snapshot.ts")).getSnapshot;
const later = () => vi.setSystemTime(Date.now() + 11_000);

beforeEach(() => {
  vi.resetModules();
  vi.useFakeTimers({ toFake: ["Date"] });
  getCatalogue.mockReset().mockImplementation(async () => ["rails", "django", "gone"].map((slug) => testRow({ slug })));
  getFramework
    .mockReset()
    .mockImplementation(async (slug: string) => (slug === "gone" ? null : { slug, name: slug, claims: [] }));
});
afterEach(() => vi.useRealTimers());

it("is of what is there, by slug, and taken once for all who ask at the same time and a while after", async () => {
  const getSnapshot = await load();
  const [one, other] = await Promise.all([getSnapshot(), getSnapshot()]);
  expect([...one.frameworks.keys()]).toEqual(["django", "rails"]);
  expect(one.rows.map(({ slug }) => slug)).toEqual(["django", "rails"]);
  expect([other, await getSnapshot()]).toEqual([one, one]);
  expect(getCatalogue).toHaveBeenCalledTimes(1);
  later();
  expect(await getSnapshot()).not.toBe(one);
});

it("is read where long reads go, all of it", async () => {
  const getSnapshot = await load();
  const here = new Error("nothing was to be read here");
  readElsewhere.mockImplementationOnce(() => Promise.reject(here));
  await expect(getSnapshot()).rejects.toBe(here);
  expect(getCatalogue).not.toHaveBeenCalled();
});

it("stays as it is while the database is away, and is taken anew when it is back", async () => {
  const getSnapshot = await load();
  const first = await getSnapshot();
  getCatalogue.mockRejectedValue(Object.assign(new Error("connect ECONNREFUSED"), { code: "ECONNREFUSED" }));
  later();
  expect(await getSnapshot()).toBe(first);
  getCatalogue.mockResolvedValue([testRow({ slug: "django" })]);
  later();
  expect((await getSnapshot()).rows).toHaveLength(1);
});

it("that can't be taken is told as it is, and the next one who asks tries again", async () => {
  const getSnapshot = await load();
  getCatalogue.mockRejectedValueOnce(new Error("a fault"));
  await expect(getSnapshot()).rejects.toThrow("a fault");
  expect((await getSnapshot()).rows).toHaveLength(2);
});
