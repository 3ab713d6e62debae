import { siteUrl } from "@/lib/site/identity";

export const dynamic = "force-dynamic";

/** Where to report a weakness (RFC 9116). Without a contact there is no such file. */
export function GET() {
  const contact = process.env.SECURITY_CONTACT;
  if (!contact) return new Response("There is no security contact.\n", { status: 404 });
  const expires = new Date();
  expires.setUTCDate(expires.getUTCDate() + 180);
  const lines = [
    `Contact: ${contact}`,
    `Expires: ${expires.toISOString()}`,
    `Canonical: ${siteUrl()}/.well-known/security.txt`,
  ];
  return new Response(`${lines.join("\n")}\n`, { headers: { "Content-Type": "text/plain; charset=utf-8" } });
}
