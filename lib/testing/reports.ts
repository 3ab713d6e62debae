import { stripVTControlCharacters } from "node:util";

/** What a test tool's JSON report says. */
export interface Outcome {
  passed: number;
  failed: number;
  skipped: number;
  /** Journeys that passed only when they were made again. */
  again: number;
  /** Each test that failed, be it once, in a few lines: they are said once more at the end of a long run. */
  faults: string[];
}

export const nothing: Outcome = { passed: 0, failed: 0, skipped: 0, again: 0, faults: [] };

/** Lines of a message that say what was expected and where. */
const enough = 25;

const faultOf = (place: string, title: string, messages: readonly string[], how = "FAILED") =>
  [
    `${how} ${place} › ${title}`,
    ...messages.flatMap((message) => stripVTControlCharacters(message).split("\n")).slice(0, enough),
  ].join("\n  ");

export function readVitest(text: string): Outcome {
  const report = JSON.parse(text) as {
    numPassedTests: number;
    numFailedTests: number;
    numPendingTests: number;
    testResults: {
      name: string;
      message?: string;
      assertionResults: { fullName: string; status: string; failureMessages?: string[] | null }[];
    }[];
  };
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests,
    skipped: report.numPendingTests,
    again: 0,
    faults: report.testResults.flatMap(({ name, message, assertionResults }) => [
      ...(message ? [faultOf(name, "the file itself", [message])] : []),
      ...assertionResults
        .filter(({ status }) => status === "failed")
        .map(({ fullName, failureMessages }) => faultOf(name, fullName, failureMessages ?? [])),
    ]),
  };
}

interface Suite {
  suites?: Suite[];
  specs: {
    title: string;
    file: string;
    line: number;
    tests: { status: string; results: { errors: { message?: string }[] }[] }[];
  }[];
}

export function readPlaywright(text: string): Outcome {
  const { stats, suites } = JSON.parse(text) as {
    stats: { expected: number; unexpected: number; flaky: number; skipped: number };
    suites: Suite[];
  };
  const faultsOf = ({ suites: inner = [], specs }: Suite): string[] => [
    ...specs.flatMap(({ title, file, line, tests }) =>
      tests
        .filter(({ status }) => status === "unexpected" || status === "flaky")
        .map(({ status, results }) =>
          faultOf(
            `${file}:${line}`,
            title,
            results.flatMap(({ errors }) => errors.map(({ message }) => message ?? "")),
            status === "flaky" ? "FAILED ONCE" : "FAILED",
          ),
        ),
    ),
    ...inner.flatMap(faultsOf),
  ];
  return {
    passed: stats.expected + stats.flaky,
    failed: stats.unexpected,
    skipped: stats.skipped,
    again: stats.flaky,
    faults: suites.flatMap(faultsOf),
  };
}
