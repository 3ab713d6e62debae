"use client";

import { useEffect, useEffectEvent } from "react";
import { restoreEntryAction } from "@/lib/shortlist/actions";
import { toast, undoWith } from "../site/toast-store";

/** Says at the foot of the window what was taken off just now: on the page, it would move what is below it. */
export function RemovedToast({ name, fields }: { name: string; fields: Record<string, string> }) {
  const say = useEffectEvent(() =>
    toast({
      text: `${name} is off the list.`,
      undo: undoWith(restoreEntryAction, { fields: () => fields, label: `Undo: put ${name} back` }),
    }),
  );
  // Once for each that is taken off: the page gives it a key.
  useEffect(() => say(), []);
  return null;
}
