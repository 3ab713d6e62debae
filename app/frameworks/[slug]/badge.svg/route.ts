import { svgOf } from "@/components/frameworks/embedded";
import { badgeSvg } from "@/lib/frameworks/badge";

export const dynamic = "force-static";
export const revalidate = 3600;

export function generateStaticParams() {
  return [];
}

export async function GET(_request: Request, { params }: RouteContext<"/frameworks/[slug]/badge.svg">) {
  return svgOf((await params).slug, badgeSvg);
}
