/** Runs once when a server starts: mail is sent, and changes are listened for, in the background. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME === "nodejs") {
    const { startMail } = await import("./lib/mail/worker.ts");
    const { listenForChanges } = await import("./lib/cache/refresh.ts");
    startMail();
    listenForChanges();
  }
}
