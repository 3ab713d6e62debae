"use client";

import { useEffect, useEffectEvent } from "react";
import type { Action } from "@/lib/request/form-state";
import { toast, undoWith } from "./toast-store";

/**
 * Says at the foot of the window what was done just now, on the page that it led to: on that page, it would move what is
 * below it. Once for each time: the page gives it a key.
 */
export function ToastOnArrival({
  text,
  undo,
}: {
  text: string;
  undo?: { action: Action; fields: Record<string, string>; label: string };
}) {
  const say = useEffectEvent(() =>
    toast({
      text,
      ...(undo && { undo: undoWith(undo.action, { fields: () => undo.fields, label: undo.label }) }),
    }),
  );
  useEffect(() => say(), []);
  return null;
}
