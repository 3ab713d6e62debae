import { answerOneClick } from "@/lib/notices/one-click";
import { routes } from "@/lib/site/routes";

/** Where a mail program posts to when its reader wants no more letters (RFC 8058). */
export async function POST(request: Request, { params }: RouteContext<"/unsubscribe/[token]">) {
  return answerOneClick(request, (await params).token);
}

/** Who opens the address gets the page with the button. */
export async function GET(_: Request, { params }: RouteContext<"/unsubscribe/[token]">) {
  return new Response(null, { status: 303, headers: { location: routes.unsubscribe((await params).token) } });
}
