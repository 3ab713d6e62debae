import { siteUrl } from "@/lib/site/identity";

/** Only who runs the server knows the site's address: a build would keep another one. */
export const dynamic = "force-dynamic";

/** Filtered views are many and noindex anyway; crawlers are kept to the canonical pages. */
export function GET() {
  const lines = [
    "User-agent: *",
    "Disallow: /frameworks/export",
    "Disallow: /compare/*/markdown",
    "Disallow: /*/suggest",
    "Disallow: /decide/",
    "Allow: /decide/questions",
    "Allow: /decide/card.png",
    "Allow: /",
    "",
    `Sitemap: ${siteUrl()}/sitemap.xml`,
  ];
  return new Response(`${lines.join("\n")}\n`, { headers: { "Content-Type": "text/plain; charset=utf-8" } });
}
