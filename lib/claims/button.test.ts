import { expect, it } from "vitest";
import { withButton } from "./button.ts";

it("takes claim and value from the button that was pressed, and leaves other forms as they are", () => {
  expect(withButton({ of: "claims", vote: "817 -1" })).toEqual({ of: "claims", claim: "817", value: "-1" });
  expect(withButton({ claim: "3", value: "1", sequence: "9" })).toEqual({ claim: "3", value: "1", sequence: "9" });
  expect(withButton({ vote: "" })).toEqual({ claim: "", value: undefined });
  expect(withButton(null)).toBeNull();
});
