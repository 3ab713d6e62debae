"use client";

import { routes } from "@/lib/site/routes";
import { useViewer } from "../site/viewer-store";

/** Leads to the form of one's own rating. */
export function RateLink({ slug, name }: { slug: string; name: string }) {
  const rated = useViewer()?.rated.includes(slug) ?? false;
  return (
    <a href={routes.rate(slug)} className="button">
      {rated ? `Change your rating of ${name}` : `Rate ${name}`}
    </a>
  );
}
