import { spawnSync } from "node:child_process";
import { expect, it } from "vitest";
import { told } from "./log.mjs";

it("what a database says of a row stays out of the log", () => {
  const error = Object.assign(new Error("duplicate key value violates unique constraint"), {
    code: "23505",
    detail: "Key (email)=(someone@example.org) already exists.",
  });
  expect(told(error)).toMatchObject({ type: "Error", code: "23505", message: expect.stringContaining("unique") });
  expect(JSON.stringify(told(error))).not.toContain("someone@");
});

it("what a client says of its arguments stays out of it, and where it happened stays in", () => {
  const error = new Error(
    'Invalid `create()` invocation:\n{ data: { email: "someone@example.org" } }\nArgument missing.',
  );
  const { message, stack } = told(error) as { message: string; stack: string };
  expect(message).toBe("Argument missing.");
  expect(stack).toContain("log.test.ts");
  expect(stack).not.toContain("someone@");
});

it("what was thrown and is no error is told by its type alone", () => {
  expect(told("someone@example.org")).toEqual({ message: "string" });
});

it("each event is one line of JSON with its time in UTC, on standard error, whatever stands in it", () => {
  const odd = 'a\n{"level":"error","msg":"forged"}\r\n\u2028';
  const program = `import { log } from "./lib/log/log.mjs"; log.error({ odd: ${JSON.stringify(odd)} }, ${JSON.stringify(odd)}); log.info("not asked for")`;
  const { stdout, stderr } = spawnSync(process.execPath, ["--input-type=module", "-e", program], {
    encoding: "utf8",
    env: { ...process.env, LOG_LEVEL: "" },
  });
  expect(stdout).toBe("");
  const lines = stderr.split("\n").filter(Boolean);
  expect(lines).toHaveLength(1);
  expect(JSON.parse(lines[0] ?? "")).toEqual({ level: "error", time: expect.stringMatching(/T.*Z$/), odd, msg: odd });
});
