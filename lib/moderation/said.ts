import "server-only";
import { isKind, kinds } from "./kinds.ts";

/** What an approved suggestion says, in a sentence: of a row that it replaced both, else whichever of its fields says it. */
export function saidIn({ kind, body, before }: { kind: string; body: unknown; before: string | null }): string {
  const [row] = isKind(kind) ? kinds[kind].lines({ body, before }) : [];
  if (row) return row.was === null ? `${row.label}: ${row.now}.` : `${row.label}: ${row.was} → ${row.now}.`;
  const { text, title, note, locator } = body as Partial<Record<"text" | "title" | "note" | "locator", string>>;
  return text ?? title ?? (note || locator) ?? "";
}

/** What an approved suggestion is called in a list: the row that it corrected, else its kind. Nothing that its author typed. */
export function titleIn({ kind, body, before }: { kind: string; body: unknown; before: string | null }): string {
  if (!isKind(kind)) return "A change";
  const [row] = kinds[kind].lines({ body, before });
  return row ? `${row.label} corrected` : kinds[kind].name;
}
