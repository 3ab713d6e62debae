"use client";

import { useViewer } from "../site/viewer-store";

/** What is true where no rating counts: of somebody who has rated it, another thing than of everybody else. */
export function NoRating({ slug, name }: { slug: string; name: string }) {
  const rated = useViewer()?.rated.includes(slug) ?? false;
  return (
    <p className="text-muted">
      {rated
        ? `Your rating of ${name} is kept, and is part of the number here once it counts. No other rating counts yet.`
        : `Nobody whose rating counts has rated ${name} yet. Yours could be the first.`}
    </p>
  );
}
