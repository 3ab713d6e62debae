import { shareCard } from "@/components/site/share-card";

export const dynamic = "force-static";

export function generateStaticParams() {
  return [];
}

export async function GET(_request: Request, { params }: RouteContext<"/site/[edition]/card.png">) {
  return (await params).edition === "live" ? shareCard([]) : new Response("Not found\n", { status: 404 });
}
