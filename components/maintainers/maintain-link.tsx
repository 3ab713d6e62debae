"use client";

import { routes } from "@/lib/site/routes";
import { useViewer } from "../site/viewer-store";

/** For who is confirmed as a maintainer of the framework; nothing for anybody else. */
export function MaintainLink({ slug }: { slug: string }) {
  const maintains = useViewer()?.maintains.some((one) => one.slug === slug) ?? false;
  return (
    maintains && (
      <a href={routes.maintain(slug)} className="button">
        Reply as maintainer
      </a>
    )
  );
}
