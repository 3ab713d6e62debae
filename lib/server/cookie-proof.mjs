/** Pages whose forms end in a session: without cookies it would be lost at once. */
const signingIn = /^\/(?:sign-in|sign-up|reset)(?:[/?]|$)/;

/**
 * Gives a browser without any cookie one before it signs in, so that the form can tell who keeps none (lib/session/viewer.ts)
 * from who has none yet. It says nothing of anybody, and ends with the browser.
 * @param {{ method?: string | undefined, url?: string | undefined, headers: { cookie?: string | undefined } }} request
 * @param {boolean} https
 * @returns {string | null} the header Set-Cookie
 */
export function cookieProof({ method, url, headers }, https) {
  if (method !== "GET" || headers.cookie || !signingIn.test(url ?? "")) return null;
  return `framewise-cookies=1; Path=/; HttpOnly; SameSite=Lax${https ? "; Secure" : ""}`;
}
