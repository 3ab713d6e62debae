import type { AddressInfo } from "node:net";
import { SMTPServer } from "smtp-server";
import { afterAll, beforeAll, expect, it, vi } from "vitest";
import { db } from "../db/index.ts";
import { log } from "../log/log.mjs";
import { query } from "../process/postgres.ts";
import { freshDatabase } from "../testing/database.ts";
import { letter } from "./letter.ts";
import { post } from "./queue.ts";
import { isRefusedForGood } from "./transport.ts";
import { deliverDue } from "./worker.ts";

/** Answers to each step of a letter, by what its address begins with. */
const refuse = (step: string, address: string) => {
  const [code, at] = address.split("-");
  return at === step ? Object.assign(new Error("No"), { responseCode: Number(code) }) : null;
};
const server = new SMTPServer({
  authOptional: true,
  disabledCommands: ["STARTTLS", "AUTH"],
  logger: false,
  closeTimeout: 100,
  onRcptTo: ({ address }, _session, done) => done(refuse("rcpt", address)),
  onData(stream, session, done) {
    stream.resume();
    stream.on("end", () => done(refuse("data", session.envelope.rcptTo[0]?.address ?? "")));
  },
});

let url = "";
beforeAll(async () => {
  url = await freshDatabase();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  process.env.DATABASE_URL = url;
  process.env.NEXTAUTH_SECRET = "a secret of the tests";
  process.env.SITE_URL = "http://localhost:3000";
  process.env.SMTP_URL = `smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}`;
});
afterAll(async () => {
  delete process.env.SMTP_URL;
  await new Promise<void>((resolve) => server.close(() => resolve()));
});

const row = async () =>
  (
    await query<{ sent: boolean; kept: boolean; error: string | null }>(
      url,
      "SELECT sent_at IS NOT NULL AS sent, sealed IS NOT NULL AS kept, error FROM mail ORDER BY id DESC LIMIT 1",
    )
  )[0];

it.each([
  ["550-rcpt", false],
  ["552-data", false],
  ["450-rcpt", true],
  ["451-data", true],
])("a letter that is answered %s: is it kept to be tried again? %s", async (address, again) => {
  const logged = vi.spyOn(log, "error").mockImplementation(() => {});
  await post(db(), letter(`${address}-x@example.org`, "Hello", ["A sentence."]));
  await deliverDue();
  expect(await row()).toMatchObject({ sent: false, kept: again });
  expect((await row())?.error).toContain("No");
  expect(logged.mock.calls).toMatchObject([[{ final: !again }, "A letter could not be sent"]]);
  logged.mockRestore();
});

it("a letter that is taken is sent, and its text is gone", async () => {
  await post(db(), letter("somebody@example.org", "Hello", ["A sentence."]));
  await deliverDue();
  expect(await row()).toEqual({ sent: true, kept: false, error: null });
});

it("what is wrong with this installation, not with the letter, is tried again", () => {
  for (const error of [
    new Error("connect ECONNREFUSED"),
    Object.assign(new Error("Bad password"), { responseCode: 535, command: "AUTH PLAIN" }),
    Object.assign(new Error("Not your sender"), { responseCode: 550, command: "MAIL FROM" }),
    null,
  ])
    expect(isRefusedForGood(error)).toBe(false);
});
