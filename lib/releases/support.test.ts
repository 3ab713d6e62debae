import { describe, expect, it } from "vitest";
import { addDays, type Cycle, cycleAt, cycleState, supportOf, supportText, versionEnd } from "./support.ts";

const cycle = (over: Partial<Cycle>): Cycle => ({
  cycle: "1",
  released: "2020-01-01",
  latest: null,
  latestReleased: null,
  activeUntil: null,
  endOfLife: null,
  extendedUntil: null,
  lts: false,
  runtime: null,
  ...over,
});
const day = "2026-11-21";

describe("a release line", () => {
  it("is supported on the day of its end, and over on the day after", () => {
    const line = cycle({ activeUntil: "2026-11-21", endOfLife: "2026-12-01" });
    expect(cycleState(line, "2026-11-21")).toBe("active");
    expect(cycleState(line, "2026-11-22")).toBe("security");
    expect(cycleState(line, "2026-12-01")).toBe("security");
    expect(cycleState(line, "2026-12-02")).toBe("ended");
  });
  it("tells not published, none announced, and ended on an unknown day apart", () => {
    expect(cycleState(cycle({}), day)).toBe("unknown");
    expect(cycleState(cycle({ endOfLife: "open" }), day)).toBe("active");
    expect(cycleState(cycle({ endOfLife: "ended" }), day)).toBe("ended");
  });
  it("is not there yet before its release", () => {
    expect(cycleState(cycle({ released: "2027-01-01", endOfLife: "open" }), day)).toBe("unreleased");
  });
});

describe("the support of a framework", () => {
  it("is that of its best line, until the latest end", () => {
    const lines = [
      cycle({ endOfLife: "2027-12-31" }),
      cycle({ endOfLife: "2028-12-31" }),
      cycle({ endOfLife: "2021-01-01" }),
    ];
    expect(supportOf(lines, day)).toMatchObject({ state: "supported", until: "2028-12-31" });
  });
  it("is ending when the last line ends within 183 days", () => {
    expect(supportOf([cycle({ endOfLife: addDays(day, 183) })], day).state).toBe("ending");
    expect(supportOf([cycle({ endOfLife: addDays(day, 184) })], day).state).toBe("supported");
  });
  it("has ended when all lines have, and is unpublished when nothing is known", () => {
    expect(supportOf([cycle({ endOfLife: "2021-01-01" })], day).state).toBe("ended");
    expect(supportOf([], day).state).toBe("unpublished");
    expect(supportOf([cycle({})], day).state).toBe("unpublished");
  });
  it("is open when a line has no announced end, whatever the others have", () => {
    expect(supportOf([cycle({ endOfLife: "2027-01-01" }), cycle({ endOfLife: "open" })], day).until).toBe("open");
  });
});

describe("the version that was current then", () => {
  const lines = [
    cycle({ cycle: "7", released: "2020-03-03", endOfLife: "2021-03-03" }),
    cycle({ cycle: "8", released: "2020-09-08", endOfLife: "2023-01-24" }),
    cycle({ cycle: "9", released: "2022-02-08", endOfLife: "2024-02-06" }),
  ];
  it("is the newest line released by that day", () => {
    expect(cycleAt(lines, "2020-09-07")?.cycle).toBe("7");
    expect(cycleAt(lines, "2020-11-18")?.cycle).toBe("8");
    expect(cycleAt(lines, "2019-01-01")).toBeNull();
  });
  it("counts a date known only to the year as its last day", () => {
    expect(cycleAt(lines, "2020")?.cycle).toBe("8");
    expect(cycleAt(lines, "2020-03")?.cycle).toBe("7");
  });
  it("gives its end of life, or null when none is announced", () => {
    expect(versionEnd(lines, "2020-11-18")).toBe("2023-01-24");
    expect(versionEnd([cycle({ endOfLife: "open" })], "2020-11-18")).toBeNull();
  });
});

describe("support in words", () => {
  it("tells the newest line and the longest one apart", () => {
    const lines = [
      cycle({ cycle: "6.1", released: "2026-08-05", endOfLife: "2027-12-31" }),
      cycle({ cycle: "5.2", released: "2025-04-02", endOfLife: "2028-04-30", lts: true }),
    ];
    expect(supportText(lines, day)).toBe("Supported: 6.1 until 2027-12-31; LTS line 5.2 until 2028-04-30");
    expect(supportText(lines.slice(0, 1), day)).toBe("Supported: 6.1 until 2027-12-31");
    expect(supportText([cycle({ cycle: "3", endOfLife: "open" })], day)).toBe("Supported: 3 no end announced");
    expect(supportText([], day)).toBe("No published policy");
  });
});
