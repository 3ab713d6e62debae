// Security headers for every answer, errors included. Plain functions: main.mjs and the tests use them alike.
import crypto from "node:crypto";

/**
 * @typedef {object} Site
 * @property {string} url the address that people reach this site at
 * @property {string[]} formTargets other origins that a form may lead to: the providers that people sign in with
 */

/** @param {string} text */
export const hashOf = (text) => `'sha256-${crypto.createHash("sha256").update(text).digest("base64")}'`;

/**
 * The policy of an HTML page. Inline style attributes are allowed (charts place their dots with them), inline scripts
 * only by their hash.
 * @param {Site} site
 * @param {{ scripts?: string[], styles?: string[] }} hashes
 */
export function pagePolicy(site, { scripts = [], styles = [] } = {}) {
  const rules = [
    "default-src 'self'",
    ["script-src 'self'", ...scripts].join(" "),
    ["style-src-elem 'self'", ...styles].join(" "),
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' data:",
    "object-src 'none'",
    "base-uri 'none'",
    ["form-action 'self'", ...site.formTargets].join(" "),
    "frame-ancestors 'none'",
  ];
  if (site.url.startsWith("https:")) rules.push("upgrade-insecure-requests");
  return rules.join("; ");
}

/** The policy of whatever is no page: nothing in it may run or load. Pictures may hold styles of their own. */
const filePolicy = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; frame-ancestors 'none'";

/**
 * Sets what an answer of this type must carry; a policy that is set already stays.
 * @param {import("node:http").ServerResponse} response
 * @param {Site} site
 */
export function secure(response, site) {
  const html = String(response.getHeader("content-type") ?? "").startsWith("text/html");
  // A 304 has no content: the policy that came with the page stays. One sent here would replace it.
  if (response.statusCode !== 304 && !response.hasHeader("content-security-policy"))
    response.setHeader("content-security-policy", html ? pagePolicy(site) : filePolicy);
  response.setHeader("x-content-type-options", "nosniff");
  response.setHeader("x-frame-options", "DENY");
  if (!response.hasHeader("referrer-policy")) response.setHeader("referrer-policy", "strict-origin-when-cross-origin");
  response.setHeader("cross-origin-opener-policy", "same-origin");
  response.setHeader("permissions-policy", "camera=(), microphone=(), geolocation=()");
  if (site.url.startsWith("https:")) response.setHeader("strict-transport-security", "max-age=31536000");
}
