import type { Metadata } from "next";
import { headers } from "next/headers";
import { notFound } from "next/navigation";
import { OutboxPage } from "@/components/auth/outbox-page";
import { getOutbox } from "@/lib/mail/queue";
import { mailMode } from "@/lib/mail/transport";

export const metadata: Metadata = { title: "Outbox", robots: { index: false }, referrer: "same-origin" };

/** The letters of an installation without SMTP, for whoever sits at the machine that it runs on. */
export default async function Page() {
  const local = (await headers()).get("x-framewise-local") === "1";
  if (!local || mailMode() !== "outbox") notFound();
  return <OutboxPage letters={await getOutbox()} />;
}
