import { getCatalogue } from "@/lib/frameworks/queries";

export const dynamic = "force-static";
export const revalidate = 3600;

export function generateStaticParams() {
  return [];
}

/** All rows, for the catalogue in the browser. */
export async function GET(_request: Request, { params }: RouteContext<"/frameworks/index.json/[[...none]]">) {
  if ((await params).none) return new Response("There is no such file.\n", { status: 404 });
  return Response.json(await getCatalogue());
}
