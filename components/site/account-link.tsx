"use client";

import { usePathname } from "next/navigation";
import { useEffect, useRef } from "react";
import { routes } from "@/lib/site/routes";
import { refreshViewer, useViewer } from "./viewer-store";

/** "Sign in", or the account of who is signed in. The page itself is the same for everybody. */
export function AccountLink() {
  const viewer = useViewer();
  const path = usePathname();
  const known = useRef(path);
  useEffect(() => {
    // Signing in and out changes the page without loading it anew.
    if (path === known.current) return;
    known.current = path;
    void refreshViewer();
  }, [path]);
  return (
    <>
      <a href="/sign-in" className="button when-visitor">
        Sign in
      </a>
      <a
        href={routes.account}
        className="button when-member max-w-40"
        aria-label={viewer ? `Account of ${viewer.name}` : "Account"}
      >
        <span dir="auto" className="truncate">
          {viewer?.name ?? "Account"}
        </span>
      </a>
    </>
  );
}
