"use client";

import { removeAction } from "@/lib/shortlist/actions";
import { ActionForm } from "../form/action-form";
import { saveToast } from "./save-toasts";

/** Takes a framework off what a visitor saved; by the action, after which Next renders the list anew. */
export function RemoveSaved({ slug, name }: { slug: string; name: string }) {
  return (
    <ActionForm
      action={removeAction}
      fields={{ framework: slug }}
      submit="Remove"
      label={`Remove ${name}`}
      quiet
      toastOf={(answer) => saveToast(slug, name, answer)}
    />
  );
}
