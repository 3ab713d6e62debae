import "server-only";
import { AsyncLocalStorage } from "node:async_hooks";
import { cookies, headers } from "next/headers";

type Cookies = Awaited<ReturnType<typeof cookies>>;

/** What a request says, and the cookies that its answer sets. */
export interface Asked {
  headers: Pick<Headers, "get">;
  cookies: {
    get: (name: string) => { value: string } | undefined;
    set: (...cookie: Parameters<Cookies["set"]>) => unknown;
  };
}

const outside = new AsyncLocalStorage<Asked>();

/** Does what a request wants that doesn't go through Next. */
export const whileAsked = <T>(asked: Asked, work: () => T): T => outside.run(asked, work);

/** The headers of the request that is being answered, whichever way it came. */
export const askedHeaders = async (): Promise<Asked["headers"]> => outside.getStore()?.headers ?? headers();

/** Its cookies. */
export const askedCookies = async (): Promise<Asked["cookies"]> => outside.getStore()?.cookies ?? cookies();
