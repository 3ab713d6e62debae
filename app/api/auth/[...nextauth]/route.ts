import type { NextRequest } from "next/server";
import { askNextAuth } from "@/lib/auth/next-auth/ask";
import { readQuestion } from "@/lib/auth/next-auth/read-question";
import { siteUrl } from "@/lib/site/identity";

const refuse = (status: number, title: string) =>
  Response.json(
    { title, status },
    { status, headers: { "content-type": "application/problem+json", "cache-control": "no-store" } },
  );

async function handle(request: NextRequest, { params }: RouteContext<"/api/auth/[...nextauth]">) {
  const question = await readQuestion(request, (await params).nextauth);
  if ("title" in question) return refuse(question.status, question.title);
  const reply = await askNextAuth(question);
  const headers = new Headers({ "cache-control": "private, no-store" });
  for (const [name, value] of reply.headers) headers.set(name, value);
  for (const cookie of reply.cookies) headers.append("set-cookie", cookie);
  if (!reply.location) {
    // A failure of its own configuration is the only 5xx that next-auth gives; anything else is about the request.
    return new Response(reply.body, { status: reply.status, headers });
  }
  const to = new URL(reply.location, siteUrl());
  // Its own error pages lead to the page that signing in is on.
  const failed = to.pathname.startsWith("/api/auth/") && to.searchParams.get("error");
  headers.set("location", failed ? `${siteUrl()}/sign-in?${new URLSearchParams({ problem: failed })}` : to.href);
  return new Response(null, { status: 303, headers });
}

export { handle as GET, handle as POST };
