"use client";

import { removeAction, saveAction } from "@/lib/shortlist/actions";
import { ActionForm } from "../form/action-form";
import { noteSaved, useSaved } from "../site/viewer-store";

/** Saves a framework to the viewer's shortlist. A visitor's is kept in the browser and comes along when they sign in. */
export function SaveButton({ slug, name }: { slug: string; name: string }) {
  const saved = useSaved().includes(slug);
  return (
    <ActionForm
      action={saved ? removeAction : saveAction}
      fields={{ framework: slug }}
      submit={saved ? "✓ Saved" : "Save"}
      label={saved ? `${name} is saved. Remove it from your shortlist` : `Save ${name} to your shortlist`}
      quiet
      onDone={({ data }) => noteSaved(slug, data?.saved === true)}
    />
  );
}
