// A form that was sent without scripts and had no answer of its page: what was typed is shown, so that it isn't lost.

/** What a form carries that must never be shown, or isn't its writer's own (the same as in lib/request/form-state.ts). */
const unshown = /password|token|^\$|^once$/i;

/** Ids that a form carries along unseen. */
const id = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** @param {string} text */
export const escape = (text) => text.replaceAll(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);

/**
 * What was typed into a form, as HTML: texts in boxes to copy them from. Empty for what is no form.
 * @param {Buffer} body
 * @param {string} type its content type
 */
export async function typedFields(body, type) {
  if (!type.toLowerCase().startsWith("multipart/form-data")) return "";
  let form;
  try {
    form = await new Response(Uint8Array.from(body), { headers: { "content-type": type } }).formData();
  } catch {
    return "";
  }
  const boxes = [...form].flatMap(([name, value]) => {
    if (typeof value !== "string" || value.trim() === "" || unshown.test(name) || id.test(value)) return [];
    const rows = Math.min(12, Math.max(1, Math.ceil(value.length / 60), value.split("\n").length));
    return `<p><label>${escape(name)}<br><textarea readonly cols="60" rows="${rows}">\n${escape(value)}</textarea></label></p>`;
  });
  if (boxes.length === 0) return "";
  return `<h2>What you sent</h2>${boxes.join("")}`;
}

/**
 * The way back to the page of a form: forms are sent to the address that they are at.
 * @param {string} [url]
 */
export const backToForm = (url = "/") =>
  `<p><a href="/${escape(url.replace(/^[/\\]+/, ""))}">Open the page of the form again</a></p>`;

/**
 * Answers a script that calls an action, in the one form that reaches the form on the page: plain words, marked as ours
 * (components/form/use-action.ts), since proxies have words of their own.
 * @param {import("node:http").ServerResponse} response
 * @param {{ text: string, outdated?: boolean }} refused
 */
export function inPlainWords(response, { text, outdated: old = false }) {
  response.setHeader("content-type", "text/plain");
  if (old) response.setHeader("x-nextjs-action-not-found", "1");
  return ours(text);
}

/** Plain words, marked as ours: proxies have words of their own. */
export const ours = (/** @type {string} */ text) => `Framewise: ${text}`;

export const outdated = {
  status: 409,
  title: "This site was updated",
  text: "The form was opened before the update, so it could not be taken, and nothing was changed. Open its page again, and send it from there.",
};
