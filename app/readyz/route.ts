import { readiness } from "@/lib/health/readiness";

export const dynamic = "force-dynamic";

/** Whether this instance can do all that it is for: what a roll-out waits for. Public pages are served without, too. */
export async function GET() {
  const checks = await readiness();
  const ready = Object.values(checks).every(Boolean);
  return Response.json({ ready, ...checks }, { status: ready ? 200 : 503, headers: { "Cache-Control": "no-store" } });
}
