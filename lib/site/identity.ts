/** The address that people reach this site at, without a trailing slash. From configuration only, never from a request. */
export function siteUrl(): string {
  return (process.env.SITE_URL ?? "http://localhost:3000").replace(/\/+$/, "");
}

export const siteName = "Framewise";
export const siteClaim = "Choose a backend framework with evidence";

/** A page's picture for sharing. A page that sets one must name the site again: Next replaces the whole of `openGraph`. */
export function shareImage(url: string) {
  return { url, width: 1200, height: 630 };
}

/** `openGraph` of a page with a picture of its own. */
export function shareAs(path: string) {
  return { siteName, type: "website" as const, url: path, images: [shareImage(`${path}/card.png`)] };
}
