import { createHash } from "node:crypto";
import type { ReactNode } from "react";
import { hold, type PartOf } from "./parts";
import { SentPart } from "./sent-part";

/** Which page parts belong to: its address, and all that they are made from. */
export function pageOf(page: string, content: unknown): Omit<PartOf, "name"> {
  return { page, stamp: createHash("sha256").update(JSON.stringify(content)).digest("base64url").slice(0, 12) };
}

/** For what stands on every page, the first one too. */
export const everyPage = pageOf("/", "");

/**
 * What goes to browsers as HTML only, and not a second time as data for hydration (docs/decisions/0013). Nothing in it
 * may be a client component or wait for anything: what does something stands beside it, or is brought in by a portal.
 */
export function SentOnce({
  page,
  name,
  className,
  children,
}: {
  page: Omit<PartOf, "name">;
  name: string;
  className?: string;
  children: ReactNode;
}) {
  const part = { ...page, name };
  hold(part, children);
  return <SentPart {...part} {...(className ? { className } : {})} />;
}
