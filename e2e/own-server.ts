import crypto from "node:crypto";

/**
 * Settings of a server that a test starts for itself, on the database of all the others. Its secret is its own, so it opens
 * nothing of theirs; and it sends no mail.
 */
export const ownSettings = (site: string, more: Record<string, string> = {}): Record<string, string> => ({
  DATABASE_URL: process.env.TEST_DATABASE_URL ?? "",
  DATABASE_DIRECT_URL: "",
  SITE_URL: site,
  NEXTAUTH_URL: site,
  NEXTAUTH_SECRET: crypto.randomUUID(),
  SMTP_URL: "",
  TRUST_PROXY: "1",
  ...more,
});
