import "server-only";
import { parseCookie, ResponseCookies } from "next/dist/compiled/@edge-runtime/cookies";
import { whileAsked } from "../request/asked.ts";
import type { Asked, Written } from "../server/writes.mjs";
import { traced } from "../trace/traced.mjs";
import { isWriteName, writes } from "./writes.ts";

/**
 * Answers a write that lib/server took in. It goes the way of every action (lib/action/perform.ts), but past Next, which costs
 * several times as much as all else.
 */
export async function answerWrite({ name, headers, body }: Asked): Promise<Written> {
  if (!isWriteName(name)) return { status: 404, cookies: [], body: "" };
  const set = new Headers();
  const sent = parseCookie(headers.cookie ?? "");
  const asked = {
    headers: { get: (header: string) => headers[header] ?? null },
    cookies: {
      get: (cookie: string) => (sent.has(cookie) ? { value: sent.get(cookie) ?? "" } : undefined),
      set: (...cookie: Parameters<ResponseCookies["set"]>) => new ResponseCookies(set).set(...cookie),
    },
  };
  const fields = new Map<string, string>();
  for (const [field, value] of new URLSearchParams(body)) if (!fields.has(field)) fields.set(field, value);
  const route = `/writes/${name}`;
  const attributes = { "http.request.method": "POST", "http.route": route };
  const answered = await traced({ name: `POST ${route}`, kind: "server", attributes }, async (note) => {
    const answer = await whileAsked(asked, () => writes[name](Object.fromEntries(fields)));
    note({ "http.response.status_code": "to" in answer ? 200 : answer.status });
    return answer;
  });
  const cookies = set.getSetCookie();
  if ("to" in answered) return { status: 200, cookies, body: JSON.stringify(answered) };
  const { state, status, retryAfter } = answered;
  return { status, cookies, body: JSON.stringify(state), ...(retryAfter === undefined ? {} : { retryAfter }) };
}

/** Says to lib/server who answers writes: it runs in this process, but in modules of its own. */
export function serveWrites(): void {
  Object.assign(globalThis, { framewiseWrite: answerWrite });
}
