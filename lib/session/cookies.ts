import { siteUrl } from "../site/identity.ts";

/** Whether browsers reach this site over https. */
export const secure = () => siteUrl().startsWith("https:");

/** Over https the name binds the cookie to this very host and path, so that no neighbour can set it. */
export const sessionCookieName = () => (secure() ? "__Host-framewise-session" : "framewise-session");

/** Says to scripts, and to nobody else, that asking who is signed in is worth a request. It opens nothing. */
export const hintCookie = "framewise-member";
/** Says which accounts this browser signed in to before (known-browsers.ts). It opens nothing, and outlives signing out. */
export const browserCookie = "framewise-browser";
export const nextCookie = "framewise-next";
export const connectCookie = "framewise-connect";

/** Attributes of a cookie that scripts can't read. @param maxAge seconds */
export const cookieOptions = (maxAge: number) =>
  ({ httpOnly: true, sameSite: "lax", secure: secure(), path: "/", maxAge }) as const;
