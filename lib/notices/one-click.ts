import "server-only";
import { unsubscribe } from "./mutations.ts";

const said = (status: number, text: string) =>
  new Response(`${text}\n`, {
    status,
    headers: { "content-type": "text/plain; charset=utf-8", "cache-control": "no-store", "x-robots-tag": "noindex" },
  });

/**
 * Ends letters for a mail program, which sends no cookies and says no origin: the token is the proof, and what it sends
 * has to be what RFC 8058 says, so that nothing else that happens to post ends them.
 */
export async function answerOneClick(request: Request, token: string): Promise<Response> {
  const form = await request.formData().catch(() => null);
  if (form?.get("List-Unsubscribe") !== "One-Click") return said(400, "This is no request to end letters.");
  return (await unsubscribe(token)) ? said(200, "No more letters.") : said(404, "This address is not whole.");
}
