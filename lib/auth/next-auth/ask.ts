import "server-only";
import type { NextApiRequest, NextApiResponse } from "next";
import NextAuth from "next-auth";
import { siteUrl } from "../../site/identity.ts";
import { optionsFor } from "./options.ts";
import type { Question } from "./question.ts";

// next-auth does the part of it that is dangerous to write oneself: the OAuth and OpenID Connect exchange with its
// state, PKCE and nonce, and the routes below /api/auth. Whose account it is, and its session, are ours.

export interface Reply {
  status: number;
  headers: [string, string][];
  cookies: string[];
  body: string;
  location: string | null;
}

/** Asks next-auth, through its interface for plain request and response objects. */
export async function askNextAuth(question: Question): Promise<Reply> {
  const reply: Reply = { status: 200, headers: [], cookies: [], body: "", location: null };
  // What next-auth's handler for pages/api touches of a response, and nothing else. Not its handler for routes: that one
  // reads cookies and headers by itself, and so the poisoned ones too, and it needs a request under way.
  const response = {
    status(code: number) {
      reply.status = code;
      return response;
    },
    // It adds each cookie to those that are set already.
    getHeader: (name: string) => (name.toLowerCase() === "set-cookie" ? reply.cookies : undefined),
    setHeader(name: string, value: string | string[]) {
      if (name.toLowerCase() === "set-cookie") reply.cookies = [value].flat();
      else if (name.toLowerCase() === "location") reply.location = String(value);
      else reply.headers.push([name, String(value)]);
      return response;
    },
    // Nothing is sent from here: the caller makes the answer from the reply.
    end: () => response,
    json(value: unknown) {
      reply.headers.push(["content-type", "application/json"]);
      reply.body = JSON.stringify(value);
    },
    send(value: unknown) {
      reply.body = typeof value === "string" ? value : JSON.stringify(value ?? {});
    },
  };
  const request = {
    method: question.method,
    // `nextauth` as if the route were one of pages/api. Without an address of ours it would lead home after a callback;
    // where to go on is decided at that one.
    query: {
      ...question.query,
      ...(question.path[0] === "callback" && { callbackUrl: `${siteUrl()}/sign-in/done` }),
      nextauth: question.path,
    },
    body: question.body,
    cookies: question.cookies,
    // Only our own host: those of the sender could name another, as `x-forwarded-host` does.
    headers: { host: new URL(siteUrl()).host },
  };
  await (NextAuth(
    request as unknown as NextApiRequest,
    response as unknown as NextApiResponse,
    optionsFor(question),
  ) as Promise<unknown>);
  return reply;
}
