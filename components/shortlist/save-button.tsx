"use client";

import { removeAction, saveAction } from "@/lib/shortlist/actions";
import { ActionForm } from "../form/action-form";
import { useSaved } from "../site/viewer-store";
import { saveToast } from "./save-toasts";

/** Saves a framework to the viewer's shortlist. A visitor's is kept in the browser and comes along when they sign in. */
export function SaveButton({ slug, name }: { slug: string; name: string }) {
  const saved = useSaved().includes(slug);
  return (
    <ActionForm
      action={saved ? removeAction : saveAction}
      write={saved ? "remove" : "save"}
      fields={{ framework: slug }}
      // As wide as it ever is: what is beside it stays where it is.
      submit={<span className="min-w-[4.2em] text-center">{saved ? "✓ Saved" : "Save"}</span>}
      label={saved ? `${name} is saved. Remove it from your shortlist` : `Save ${name} to your shortlist`}
      quiet
      toastOf={(answer) => saveToast(slug, name, answer)}
    />
  );
}
