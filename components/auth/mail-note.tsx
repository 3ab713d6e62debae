import { mailMode } from "@/lib/mail/transport";

/** What becomes of mail on this installation, where it isn't simply sent. */
export function MailNote() {
  const mode = mailMode();
  if (mode === "smtp") return null;
  if (mode === "none")
    return (
      <p className="notice notice-refused my-4">
        This installation can’t send mail yet. Whoever runs it has to set <code>SMTP_URL</code>.
      </p>
    );
  return (
    <p className="notice my-4">
      This installation sends no mail. On the machine that it runs on, letters are in the{" "}
      <a href="/outbox" className="link">
        outbox
      </a>
      .
    </p>
  );
}
