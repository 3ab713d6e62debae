import { sealText, unsealText } from "../secrets/seal.ts";
import type { Letter } from "./letter.ts";

/** A letter holds links that open accounts: in the database it is encrypted, so that a copy of it opens none. */
export const seal = (letter: Letter): Uint8Array<ArrayBuffer> => sealText("mail", JSON.stringify(letter));

/** The letter, or null when it was sealed with another installation's secret. */
export function unseal(sealed: Uint8Array): Letter | null {
  const text = unsealText("mail", sealed);
  return text === null ? null : (JSON.parse(text) as Letter);
}
