import "server-only";
import type { Transaction } from "../db/index.ts";
import { isKind, publicKinds } from "./kinds.ts";
import { titleIn } from "./said.ts";

// An approval that a moderator reopens was told as an entry of the history: that it was taken back is noted as a change of
// the kind "entry", whatever becomes of the suggestion afterwards.

const mark = "-reopened-";

/** The suggestion that such a note is about. */
export const reopenedIn = (subject: string): string => subject.split(mark)[0] ?? "";

/** Where such notes are. @param ids of these suggestions only */
export const isReopening = (ids?: readonly string[]) => ({
  kind: "entry",
  ...(ids ? { OR: ids.map((id) => ({ subject: { startsWith: id + mark } })) } : { subject: { contains: mark } }),
});

/** Notes that an approval was reopened, where it was in a history. */
export async function noteReopening(tx: Transaction, id: string): Promise<void> {
  const { kind, body, before, frameworkId } = await tx.suggestion.findUniqueOrThrow({ where: { id } });
  if (frameworkId === null || !isKind(kind) || !publicKinds.includes(kind)) return;
  const earlier = await tx.change.count({ where: { frameworkId, ...isReopening([id]) } });
  await tx.change.create({
    data: {
      frameworkId,
      kind: "entry",
      subject: id + mark + (earlier + 1),
      detail: { kind, title: titleIn({ kind, body, before }), text: "", takenBack: true },
    },
  });
}
