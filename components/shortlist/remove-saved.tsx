"use client";

import { removeAction } from "@/lib/shortlist/actions";
import { ActionForm } from "../form/action-form";
import { saveToast } from "./save-toasts";

/** Takes a framework off what a visitor saved. */
export function RemoveSaved({ slug, name }: { slug: string; name: string }) {
  return (
    <ActionForm
      action={removeAction}
      write="remove"
      fields={{ framework: slug }}
      submit="Remove"
      label={`Remove ${name}`}
      quiet
      toastOf={(answer) => saveToast(slug, name, answer)}
    />
  );
}
