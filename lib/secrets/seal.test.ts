import { beforeAll, expect, it } from "vitest";
import { sealText, unsealText } from "./seal.ts";

beforeAll(() => {
  process.env.NEXTAUTH_SECRET = "a secret of the tests";
});

it("what was sealed is read for its own purpose only, and each sealing is another", () => {
  const [one, other] = [sealText("mail", "Hello"), sealText("mail", "Hello")];
  expect([one, other].map((sealed) => unsealText("mail", sealed))).toEqual(["Hello", "Hello"]);
  expect(one).not.toEqual(other);
  expect(unsealText("second step", one)).toBeNull();
  expect(Buffer.from(one).toString("latin1")).not.toContain("Hello");
});

it("what was changed after it was sealed, in whatever byte, is nothing", () => {
  const sealed = sealText("mail", "Hello");
  for (const at of sealed.keys()) {
    const changed = Uint8Array.from(sealed, (byte, index) => (index === at ? byte ^ 1 : byte));
    expect(unsealText("mail", changed), `byte ${at}`).toBeNull();
  }
  expect(unsealText("mail", sealed.subarray(0, 20))).toBeNull();
});
