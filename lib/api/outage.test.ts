import { beforeAll, expect, it, vi } from "vitest";
import { log } from "../log/log.mjs";
import { respond } from "./handler.ts";

// No database listens there: what is not in the cache can't be read.
beforeAll(() => {
  process.env.DATABASE_URL = "postgresql://nobody:nothing@127.0.0.1:1/none";
});

const ask = (path: string) => respond(new Request(`http://localhost:3000/api/v1${path}`));

it("without its database the API says so, with when to try again, and limits nobody", async () => {
  const logged = vi.spyOn(log, "error").mockImplementation(() => {});
  for (const path of ["/frameworks", "/dump/claims.csv", "/comparisons?f=django,rails"]) {
    const answer = await ask(path);
    expect([answer.status, answer.headers.get("retry-after")], path).toEqual([503, "10"]);
    expect(answer.headers.get("access-control-allow-origin")).toBe("*");
    expect(answer.headers.get("ratelimit-remaining")).toBe("600");
    expect(await answer.json()).toMatchObject({ title: "Unavailable", status: 503 });
  }
  expect(logged).not.toHaveBeenCalled();
});

it("what needs no database is answered all the same", async () => {
  for (const path of ["", "/openapi.json", "/criteria"]) expect((await ask(path)).status, path).toBe(200);
  expect((await ask("/nothing")).status).toBe(404);
});
