import "server-only";
import nodemailer, { type Transporter } from "nodemailer";
import { siteName, siteUrl } from "../site/identity.ts";
import type { Letter } from "./letter.ts";

/** What this installation does with mail: sends it, shows it on this machine, or (public, without SMTP) neither. */
export function mailMode(): "smtp" | "outbox" | "none" {
  if (process.env.SMTP_URL) return "smtp";
  return /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/.test(new URL(siteUrl()).hostname) ? "outbox" : "none";
}

let transporter: Transporter | undefined;

/**
 * Whether a mail server refused this letter for good (5xx): its recipient or its text. What it says of a sender, a
 * password or a connection is about this installation, and may be put right.
 */
export function isRefusedForGood(error: unknown): boolean {
  const { responseCode, command } = (error ?? {}) as { responseCode?: unknown; command?: unknown };
  return (
    typeof responseCode === "number" &&
    responseCode >= 500 &&
    responseCode < 600 &&
    (command === "RCPT TO" || command === "DATA")
  );
}

/** Sends one letter by `SMTP_URL` (smtp:// or smtps://, with user and password in it). Throws when the server refuses. */
export async function send(letter: Letter): Promise<void> {
  transporter ??= nodemailer.createTransport({
    url: process.env.SMTP_URL,
    pool: true,
    maxConnections: 2,
    connectionTimeout: 10_000,
    greetingTimeout: 10_000,
    socketTimeout: 20_000,
    // What is in a letter is ours, but none of it may make the mailer read files or addresses.
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  const from = process.env.MAIL_FROM ?? `${siteName} <no-reply@${new URL(siteUrl()).hostname}>`;
  await transporter.sendMail({
    from,
    // As an object: an address is never parsed for several.
    to: { name: "", address: letter.to },
    subject: letter.subject,
    text: letter.text,
    html: letter.html,
    headers: {
      "Auto-Submitted": "auto-generated",
      ...(letter.unsubscribe && {
        "List-Unsubscribe": `<${letter.unsubscribe}>`,
        "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
      }),
    },
  });
}
