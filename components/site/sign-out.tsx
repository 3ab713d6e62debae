"use client";

import { signOutAction } from "@/lib/auth/actions";
import { forgetDrafts } from "../form/draft";
import { useAction } from "../form/use-action";
import { refreshViewer } from "./viewer-store";

/** The last entry of the menu: out, on every page. Nothing that was typed stays in this tab for whoever comes next. */
export function SignOut() {
  const [{ message }, send, pending] = useAction(signOutAction, () => {
    forgetDrafts();
    void refreshViewer();
  });
  return (
    <form action={send} className="mt-1 border-t border-line pt-1">
      <button
        type="submit"
        aria-disabled={pending}
        className="flex min-h-10 w-full items-center px-3 text-left hover:bg-sunken"
      >
        Sign out
      </button>
      {message && (
        <p role="alert" className="px-3 py-1 text-sm text-refused">
          {message}
        </p>
      )}
    </form>
  );
}
