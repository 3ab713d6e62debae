"use client";

import { unwatchAction, watchAction } from "@/lib/notices/actions";
import { routes } from "@/lib/site/routes";
import { ActionForm } from "../form/action-form";
import { noteWatched, useViewer } from "../site/viewer-store";

/** Has who is signed in told of changes on a framework, without a list. Without scripts it watches; the notices' page ends it. */
export function WatchButton({ slug, name }: { slug: string; name: string }) {
  const watched = useViewer()?.watched.includes(slug) ?? false;
  return (
    <ActionForm
      action={watched ? unwatchAction : watchAction}
      fields={{ framework: slug }}
      submit={watched ? "✓ Watching" : "Watch"}
      label={watched ? `You watch ${name}. Stop watching` : `Watch ${name}: be told what changes`}
      quiet
      toastOf={({ data, message }) => {
        noteWatched(slug, data?.watched === true);
        return { text: message ?? "", ways: [{ href: routes.notices, text: "Notices" }] };
      }}
    />
  );
}
