import "server-only";
import { isKind, kinds } from "./kinds.ts";

/** What an approved suggestion says, in a sentence: of a row that it replaced both, else whichever of its fields says it. */
export function saidIn({ kind, body, before }: { kind: string; body: unknown; before: string | null }): string {
  const row = rowIn({ kind, body, before });
  if (row) return row.was === null ? `${row.label}: ${row.now}.` : `${row.label}: ${row.was} → ${row.now}.`;
  const { text, title, note, locator } = body as Partial<Record<"text" | "title" | "note" | "locator", string>>;
  return text ?? title ?? (note || locator) ?? "";
}

interface Sent {
  kind: string;
  body: unknown;
  before: string | null;
}

/** What a suggestion is about: the row that it would correct, else its kind. Nothing that its author typed. */
export const subjectIn = (sent: Sent): string => rowIn(sent)?.label ?? nameIn(sent.kind);

/** The same of one that was approved, as a title. */
export function titleIn(sent: Sent): string {
  const row = rowIn(sent);
  return row ? `${row.label} corrected` : nameIn(sent.kind);
}

/** Also of what was kept under a kind that there is none of any more. */
export const nameIn = (kind: string): string => (isKind(kind) ? kinds[kind].name : "A change");

const rowIn = ({ kind, body, before }: Sent) => (isKind(kind) ? kinds[kind].lines({ body, before })[0] : undefined);

/** What its author may do now that it is approved, and where; null where that is nothing, or the framework has no page any more. */
export function grantedBy({ kind, status, framework }: { kind: string; status: string; framework: Named | null }) {
  if (!framework || framework.retiredAt || status !== "approved" || !isKind(kind)) return null;
  return kinds[kind].grants?.(framework) ?? null;
}

interface Named {
  slug: string;
  name: string;
  retiredAt: Date | null;
}
