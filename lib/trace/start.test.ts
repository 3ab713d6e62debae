import { execFileSync } from "node:child_process";
import { expect, it } from "vitest";

const program = `
  import { createRequire } from "node:module";
  const { startTracing } = await import("./lib/trace/start.mjs");
  await startTracing(JSON.parse(process.argv[1]));
  const loaded = Object.keys(createRequire(process.cwd() + "/x.js").cache);
  console.log(loaded.filter((file) => file.includes("@opentelemetry")).length);
  process.exit(0);
`;
/** How many files of OpenTelemetry a process has loaded that begins so. */
const loaded = (env: object) =>
  Number(execFileSync(process.execPath, ["--input-type=module", "-e", program, JSON.stringify(env)]));

it("nothing of OpenTelemetry is loaded unless traces are collected", () => {
  expect([loaded({}), loaded({ OTEL_EXPORTER_OTLP_ENDPOINT: "" })]).toEqual([0, 0]);
  expect(loaded({ OTEL_EXPORTER_OTLP_ENDPOINT: "http://127.0.0.1:1" })).toBeGreaterThan(0);
});
