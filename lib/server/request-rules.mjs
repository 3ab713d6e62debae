// What is refused before the application sees it. Out of the box, Next answers these with a 500.

const methods = new Set(["GET", "HEAD", "POST", "OPTIONS"]);

/** Longest address that is looked at: far above every address of ours, far below what a parser minds. */
const longest = 16_384;

/**
 * Why a request is refused, or null when it may pass.
 * @param {string | undefined} method
 * @param {string | undefined} url the request's target as it came
 * @returns {{ status: 400 | 405 | 414, title: string, text: string } | null}
 */
export function refusal(method, url) {
  if (!methods.has(method ?? ""))
    return { status: 405, title: "Method not allowed", text: "This address can only be read." };
  if (!url || url.length > longest)
    return { status: 414, title: "Address too long", text: "This address is longer than any of ours." };
  const [path = ""] = url.split("?", 1);
  try {
    if (decodeURIComponent(path).includes("\u0000")) return malformed;
  } catch {
    return malformed;
  }
  return null;
}

const malformed = /** @type {const} */ ({
  status: 400,
  title: "Malformed address",
  text: "This address has characters that are not encoded rightly. Perhaps it was cut off when it was copied.",
});

/**
 * A page that needs nothing: no style sheet, no script, no database.
 * @param {{ status: number, title: string, text: string }} refused
 */
export function refusalPage({ status, title, text }) {
  return `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${title}</title><style>:root{color-scheme:light dark}body{font:1.1rem/1.5 system-ui;max-width:36rem;margin:15vh auto;padding:0 1rem}</style><h1>${title}</h1><p>${text}</p><p><a href="/">Framewise</a> · <a href="/frameworks">All frameworks</a></p><p><small>${status}</small></p></html>`;
}
