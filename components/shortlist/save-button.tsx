"use client";

import { removeAction, saveAction } from "@/lib/shortlist/actions";
import { ActionForm } from "../auth/form";
import { refreshViewer, useViewer } from "../site/viewer-store";

/** Saves a framework to the viewer's shortlist. Pressed signed out, it leads through signing in, and saves then. */
export function SaveButton({ slug, name }: { slug: string; name: string }) {
  const saved = useViewer()?.saved.includes(slug) ?? false;
  return (
    <ActionForm
      action={saved ? removeAction : saveAction}
      fields={{ framework: slug }}
      submit={saved ? "✓ Saved" : "Save"}
      label={saved ? `${name} is saved. Remove it from your shortlist` : `Save ${name} to your shortlist`}
      quiet
      onDone={() => void refreshViewer()}
    />
  );
}
