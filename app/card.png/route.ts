import { shareCard } from "@/components/site/share-card";

export const dynamic = "force-static";

/** Shows nothing of the database, so it is drawn while building. */
export function GET() {
  return shareCard([]);
}
