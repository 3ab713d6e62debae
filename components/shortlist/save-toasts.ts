import type { FormState } from "@/lib/request/form-state";
import { removeAction, restoreSavedAction } from "@/lib/shortlist/actions";
import { routes } from "@/lib/site/routes";
import { type Toast, undoWith } from "../site/toast-store";
import { keeps, noteSaved } from "../site/viewer-store";

const view = { href: routes.shortlist, text: "View the list" };

/** Takes in that a framework was saved or taken off, and says so with the way back. */
export function saveToast(slug: string, name: string, { message, way, data }: FormState): Toast {
  const saved = data?.saved === true;
  noteSaved(slug, saved);
  const done = (answer: FormState) => noteSaved(slug, answer.data?.saved === true);
  if (saved && !keeps(slug))
    return { text: `${name} is not kept: this browser takes no cookies from this site.`, ...(way && { ways: [way] }) };
  if (saved)
    return {
      text: `${name}: ${message ?? ""}`,
      ways: way && way.href !== view.href ? [view, way] : [view],
      undo: undoWith(removeAction, {
        fields: () => ({ framework: slug }),
        label: `Undo: take ${name} off again`,
        done,
      }),
    };
  const was = String(data?.was ?? "");
  return {
    text: `${name} is off your shortlist.`,
    ways: [view],
    ...(was && {
      undo: undoWith(restoreSavedAction, {
        fields: () => ({ framework: slug, was }),
        label: `Undo: put ${name} back`,
        done,
      }),
    }),
  };
}
