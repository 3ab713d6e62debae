"use client";

import { unwatchAction, watchAction } from "@/lib/notices/actions";
import { ActionForm } from "../form/action-form";
import { useViewer } from "../site/viewer-store";
import { watchToast } from "./watch-toast";

/** Has who is signed in told of changes on a framework, without a list. Without scripts it watches; the notices' page ends it. */
export function WatchButton({ slug, name }: { slug: string; name: string }) {
  const watched = useViewer()?.watched.includes(slug) ?? false;
  return (
    <ActionForm
      action={watched ? unwatchAction : watchAction}
      fields={{ framework: slug }}
      // As wide as it ever is: what is beside it stays where it is.
      submit={<span className="min-w-[5.5em] text-center">{watched ? "✓ Watching" : "Watch"}</span>}
      label={watched ? `You watch ${name}. Stop watching` : `Watch ${name}: be told what changes`}
      quiet
      toastOf={(answer) => watchToast(slug, name, answer)}
    />
  );
}
