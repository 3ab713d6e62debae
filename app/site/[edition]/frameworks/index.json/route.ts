import { getCatalogue } from "@/lib/frameworks/queries";

export const dynamic = "force-static";
export const revalidate = 3600;

export function generateStaticParams() {
  return [];
}

/** All rows, for the catalogue in the browser. */
export async function GET(_request: Request, { params }: RouteContext<"/site/[edition]/frameworks/index.json">) {
  if ((await params).edition !== "live") return new Response("Not found", { status: 404 });
  return Response.json(await getCatalogue());
}
