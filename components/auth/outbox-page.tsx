import type { Letter } from "@/lib/mail/letter";
import { minuteOf } from "@/lib/text/dates";

export function OutboxPage({ letters }: { letters: { id: string; createdAt: string; letter: Letter }[] }) {
  return (
    <div className="mx-auto max-w-3xl py-10 sm:py-14">
      <p className="eyebrow">This machine only</p>
      <h1 className="mt-1 text-5xl">Outbox</h1>
      <p className="mt-3 max-w-prose">
        No mail server is set, so letters end here: for a day, and only for requests from this very machine. To send
        them, start with <code className="font-mono text-sm">SMTP_URL=smtp://…</code>
      </p>
      {letters.length === 0 && <p className="mt-8 text-lg">Nothing yet. Ask for an account or a link, then reload.</p>}
      {letters.map(({ id, createdAt, letter }) => (
        <article key={id} className="mt-8 border border-line bg-panel p-5">
          <h2 className="text-2xl">{letter.subject}</h2>
          <p className="mt-1 font-mono text-xs text-muted">{`to ${letter.to} · ${minuteOf(createdAt)}`}</p>
          <div className="mt-4 whitespace-pre-line [overflow-wrap:anywhere]">
            {letter.text.split(/(https?:\/\/\S+)/).map((part, index) =>
              /^https?:/.test(part) ? (
                <a key={index} href={part} className="link">
                  {part}
                </a>
              ) : (
                <span key={index}>{part}</span>
              ),
            )}
          </div>
        </article>
      ))}
    </div>
  );
}
