import { describe, expect, it } from "vitest";
import { readPlaywright, readVitest } from "./reports.ts";

describe("what the tools say of a run", () => {
  it("is counted, and what failed is told in a few plain lines, of Vitest", () => {
    const assertionResults = [
      { fullName: "adds up", status: "passed", failureMessages: [] },
      { fullName: "takes away", status: "failed", failureMessages: ["\u001b[31mexpected 1\u001b[39m\nto be 2"] },
    ];
    const testResults = [{ name: "sum.test.ts", assertionResults }];
    const report = { numPassedTests: 1, numFailedTests: 1, numPendingTests: 3, testResults };
    expect(readVitest(JSON.stringify(report))).toEqual({
      passed: 1,
      failed: 1,
      skipped: 3,
      again: 0,
      faults: ["FAILED sum.test.ts › takes away\n  expected 1\n  to be 2"],
    });
  });

  it("is the same of Playwright, however deep a test stands", () => {
    const spec = (title: string, status: string, message?: string) => ({
      title,
      file: "a.spec.ts",
      line: 7,
      tests: [{ status, results: [{ errors: message ? [{ message }] : [] }] }],
    });
    const suites = [
      {
        specs: [spec("opens", "expected")],
        suites: [{ specs: [spec("closes", "unexpected", "long\n".repeat(99)), spec("waits", "flaky", "too soon")] }],
      },
    ];
    const outcome = readPlaywright(
      JSON.stringify({ stats: { expected: 1, unexpected: 1, flaky: 1, skipped: 2 }, suites }),
    );
    expect(outcome).toMatchObject({ passed: 2, failed: 1, skipped: 2, again: 1 });
    expect(outcome.faults).toEqual([
      `FAILED a.spec.ts:7 › closes${"\n  long".repeat(25)}`,
      "FAILED ONCE a.spec.ts:7 › waits\n  too soon",
    ]);
  });
});
