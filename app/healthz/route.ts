export const dynamic = "force-dynamic";

/** Whether the process answers: what restarts an instance. It says nothing of the database, which a restart wouldn't mend. */
export function GET() {
  return new Response("ok\n", {
    headers: { "Content-Type": "text/plain; charset=utf-8", "Cache-Control": "no-store" },
  });
}
