"use client";

import { routes } from "@/lib/site/routes";
import { useViewer } from "../site/viewer-store";

/** For who is confirmed as a maintainer of the claim's framework; nothing for anybody else. */
export function ReplyLink({ claim }: { claim: number }) {
  const slug = useViewer()?.repliable[claim];
  return (
    slug !== undefined && (
      <a
        href={`${routes.maintain(slug)}?claim=${claim}`}
        id={`reply-${claim}`}
        aria-labelledby={`reply-${claim} said-${claim}`}
        className="link"
      >
        Reply as maintainer
      </a>
    )
  );
}
