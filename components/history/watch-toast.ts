import { unwatchAction, watchAction } from "@/lib/notices/actions";
import type { FormState } from "@/lib/request/form-state";
import { routes } from "@/lib/site/routes";
import { type Toast, undoWith } from "../site/toast-store";
import { noteWatched } from "../site/viewer-store";

const view = { href: routes.notices, text: "Your notices" };

/** Takes in that a framework is watched or no more, and says so with the way back. */
export function watchToast(slug: string, name: string, { data }: FormState): Toast {
  const watched = data?.watched === true;
  noteWatched(slug, watched);
  const undoing = {
    fields: () => ({ framework: slug }),
    done: (answer: FormState) => noteWatched(slug, answer.data?.watched === true),
  };
  return watched
    ? {
        text: `You are told of what changes on ${name}.`,
        ways: [view],
        undo: undoWith(unwatchAction, { ...undoing, label: `Undo: stop watching ${name}` }),
      }
    : {
        text: `You don’t watch ${name} any more.`,
        ways: [view],
        undo: undoWith(watchAction, { ...undoing, label: `Undo: watch ${name} again` }),
      };
}
