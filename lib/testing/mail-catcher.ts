import http from "node:http";
import type { AddressInfo } from "node:net";
import PostalMime from "postal-mime";
import { SMTPServer } from "smtp-server";

export interface CaughtLetter {
  from: string;
  to: string;
  subject: string;
  text: string;
  html: string;
  autoSubmitted: string;
  /** The headers by which a mail program offers to end such letters; "" where there are none. */
  unsubscribe: string;
  unsubscribePost: string;
}

/** A real SMTP server on loopback that keeps what it gets, and an address to ask it: `/?to=somebody@example.org`. */
export async function startMailCatcher(): Promise<{ smtpUrl: string; url: string; stop: () => Promise<void> }> {
  const letters: CaughtLetter[] = [];
  const smtp = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS", "AUTH"],
    onData(stream, session, done) {
      const chunks: Buffer[] = [];
      stream.on("data", (chunk: Buffer) => chunks.push(chunk));
      stream.on("end", () => {
        void PostalMime.parse(Buffer.concat(chunks)).then((mail) => {
          const header = (name: string) => mail.headers.find(({ key }) => key === name)?.value ?? "";
          for (const { address } of session.envelope.rcptTo)
            letters.unshift({
              from: mail.from?.address ?? "",
              to: address,
              subject: mail.subject ?? "",
              text: mail.text ?? "",
              html: mail.html ?? "",
              autoSubmitted: header("auto-submitted"),
              unsubscribe: header("list-unsubscribe"),
              unsubscribePost: header("list-unsubscribe-post"),
            });
          done();
        }, done);
      });
    },
  });
  await new Promise<void>((resolve) => smtp.listen(0, "127.0.0.1", resolve));
  const web = http.createServer((request, response) => {
    const to = new URL(request.url ?? "/", "http://localhost").searchParams.get("to");
    response.setHeader("content-type", "application/json");
    response.end(JSON.stringify(letters.filter((letter) => to === null || letter.to === to)));
  });
  await new Promise<void>((resolve) => web.listen(0, "127.0.0.1", resolve));
  const smtpPort = (smtp.server.address() as AddressInfo).port;
  return {
    smtpUrl: `smtp://127.0.0.1:${smtpPort}`,
    url: `http://127.0.0.1:${(web.address() as AddressInfo).port}`,
    stop: async () => {
      web.closeAllConnections();
      web.close();
      await new Promise<void>((resolve) => smtp.close(() => resolve()));
    },
  };
}
