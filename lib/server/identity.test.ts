import type http from "node:http";
import { expect, it } from "vitest";
import { onlyIdentity } from "./identity.mjs";

function reduced(url: string, headers: Record<string, string> = {}) {
  const request = { url, headers: { host: "evil.example", ...headers } } as unknown as http.IncomingMessage;
  onlyIdentity(request, "framewise.example");
  return { url: request.url, headers: request.headers };
}

it("takes the query and the headers of whoever asks from a request for what everybody gets", () => {
  expect(
    reduced("/frameworks/koa?email=first@secret.example", {
      cookie: "framewise-session=x",
      referer: "https://secret.example/",
      "user-agent": "Secret/1.0",
      "x-forwarded-proto": "secret",
      "x-matched-path": "/secret",
      "if-none-match": '"abc"',
    }),
  ).toEqual({ url: "/frameworks/koa", headers: { host: "framewise.example", "if-none-match": '"abc"' } });
});

it("leaves what chooses the data of a page to a request for it, and nothing that only looks so", () => {
  const headers = { rsc: "1", "next-router-state-tree": "%5B%5D" };
  expect(reduced("/method?utm_source=x&_rsc=ty7ZjmIyAad0v_XD", headers)).toEqual({
    url: "/method?_rsc=ty7ZjmIyAad0v_XD",
    headers: { host: "framewise.example", ...headers },
  });
  expect(reduced("/method?_rsc", headers).url).toBe("/method?_rsc=");
  expect(reduced("/method?_rsc=first@secret.example", headers).url).toBe("/method");
  expect(reduced("/method?_rsc=ty7Zj").url).toBe("/method");
});
