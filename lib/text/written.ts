// What people write, as it is kept: without what nobody can see and what turns, hides or stacks what stands around it.

// Control characters but tab and line ends; embeddings, overrides and isolates of direction (U+202A–202E, U+2066–2069)
// and their deprecated kin; annotations; tags, which spell whole sentences that nobody sees; halves of characters.
const unwritten =
  // oxlint-disable-next-line no-control-regex
  /[\u0001-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u206f\ufeff\ufff9-\ufffb\u{e0000}-\u{e007f}\p{Cs}]/gu;

/**
 * A text of several lines without its invisible controls. Marks and joiners that scripts need stay: U+200C, U+200D,
 * U+200E, U+200F. What isn't a control is as it was typed.
 */
export const withoutControls = (text: string): string =>
  text.replaceAll(/[\u2028\u2029]/g, "\n").replaceAll(unwritten, "");

/** What takes no ink, though some of it counts as a letter (U+3164, U+115F) or as a symbol (U+2800). */
const inkless = /[\p{Default_Ignorable_Code_Point}\p{Cc}\u2800\ufff9-\ufffb]/u;
const joiner = /[\u200c\u200d]/;
const variation = /[\ufe00-\ufe0f\u{e0100}-\u{e01ef}]/u;
const joinable = /[\p{L}\p{M}\p{Extended_Pictographic}\p{Emoji_Modifier}]/u;

/**
 * A name on one line: what takes no ink goes, but the joiners between two letters (ශ්‍රී, می‌خواهم) or pictures, and what
 * chooses between two forms of one. A text without ink becomes "".
 */
export function oneLine(text: string): string {
  const flat = Array.from(text.normalize("NFC").replaceAll(/\s+/g, " "));
  const kept = flat.filter((character, at) => {
    if (!inkless.test(character)) return true;
    const [before = "", after = ""] = [flat[at - 1], flat[at + 1]];
    if (joiner.test(character)) return (joinable.test(before) || variation.test(before)) && joinable.test(after);
    return variation.test(character) && before !== "" && before !== " " && !inkless.test(before);
  });
  return kept.join("").replaceAll(/ +/g, " ").trim();
}

/** Whether marks are stacked so high that they cover the lines above and below. No script stacks more than four. */
export const isStacked = (text: string): boolean => /\p{M}{6}/u.test(text.normalize("NFD"));

/**
 * Whether a reader, or their mail program, would take a text for the address of a page or a mailbox: with a scheme, an @
 * before a domain, "www.", or a dot between two words. Dots of initials and of "Node.js" are none.
 */
export function looksLikeAddress(text: string): boolean {
  // As browsers read addresses: full width is plain, and an ideographic full stop is a dot.
  const plain = text
    .normalize("NFKC")
    .replaceAll(/[\u3002\uff0e\uff61]/g, ".")
    .replaceAll(/\p{Default_Ignorable_Code_Point}/gu, "");
  return (
    /[a-z][a-z0-9+.-]*:\s*[/\\]{2}|\b(?:mailto|javascript|data|tel):|\bwww\./iu.test(plain) ||
    /\S@[\p{L}\p{N}-]+\.[\p{L}\p{N}]/u.test(plain) ||
    /\d{1,3}(?:\.\d{1,3}){3}/.test(plain) ||
    /[\p{L}\p{N}][\p{L}\p{M}\p{N}-]*\.(?!js\b)[\p{L}\p{M}][\p{L}\p{M}\p{N}-]+/iu.test(plain)
  );
}
