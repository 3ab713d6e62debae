import http from "node:http";

export interface Answer {
  status: number;
  headers: http.IncomingHttpHeaders;
  body: string;
}

/** Sends a request exactly as it is given: clients that mean well would tidy it up first. */
export function send(
  base: string,
  path: string,
  options: {
    method?: string;
    headers?: Record<string, string | undefined>;
    body?: string | Buffer;
    /** Leaves out the length of the body. */
    chunked?: boolean;
    /** Keeps connections; without it each request has its own. */
    agent?: http.Agent;
  } = {},
): Promise<Answer> {
  const url = new URL(base);
  const headers: Record<string, string> = {};
  for (const [name, value] of Object.entries(options.headers ?? {})) if (value !== undefined) headers[name] = value;
  const body = options.body === undefined ? undefined : Buffer.from(options.body);
  if (options.chunked) headers["transfer-encoding"] = "chunked";
  else if (body && headers["content-length"] === undefined) headers["content-length"] = `${body.length}`;
  return new Promise((resolve, reject) => {
    const request = http.request(
      {
        host: url.hostname,
        port: url.port,
        path,
        method: options.method ?? (body ? "POST" : "GET"),
        headers,
        agent: options.agent ?? false,
      },
      (response) => {
        const chunks: Buffer[] = [];
        response.on("data", (chunk: Buffer) => chunks.push(chunk));
        response.on("end", () =>
          resolve({
            status: response.statusCode ?? 0,
            headers: response.headers,
            body: Buffer.concat(chunks).toString("utf8"),
          }),
        );
        response.on("error", reject);
      },
    );
    request.setTimeout(30_000, () => request.destroy(new Error(`No answer to ${path.slice(0, 80)}`)));
    request.on("error", reject);
    request.end(body);
  });
}

export interface PostedForm {
  fields: [string, string][];
  text: string;
}

const entities: Record<string, string> = { "&quot;": '"', "&amp;": "&", "&#x27;": "'", "&lt;": "<", "&gt;": ">" };
const decode = (text: string) => text.replaceAll(/&(?:quot|amp|#x27|lt|gt);/g, (entity) => entities[entity] ?? entity);

/** The forms of a page's own part that lead to actions, as a browser without scripts sees them. */
export function formsOf(html: string): PostedForm[] {
  return [...html.slice(Math.max(0, html.indexOf("<main"))).matchAll(/<form[^>]*>([\s\S]*?)<\/form>/g)].flatMap(
    ([, inner = ""]) => {
      const fields: [string, string][] = [...inner.matchAll(/<input type="hidden"([^>]*)>/g)].map(
        ([, attributes = ""]) => [
          decode(/ name="([^"]*)"/.exec(attributes)?.[1] ?? ""),
          decode(/ value="([^"]*)"/.exec(attributes)?.[1] ?? ""),
        ],
      );
      const text = decode(inner.replaceAll(/<[^>]*>/g, " "))
        .replaceAll(/\s+/g, " ")
        .trim();
      return fields.some(([name]) => name.startsWith("$ACTION")) ? [{ fields, text }] : [];
    },
  );
}

/** A multipart body of these fields. */
export function multipart(fields: [string, string][], boundary = "----framewise"): { body: string; type: string } {
  const parts = fields.map(
    ([name, value]) => `--${boundary}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`,
  );
  return { body: `${parts.join("")}--${boundary}--\r\n`, type: `multipart/form-data; boundary=${boundary}` };
}

/** Sends a form as whoever holds the session, with some of its fields changed. */
export function post(
  base: string,
  path: string,
  form: PostedForm,
  options: { token?: string; change?: Record<string, string>; headers?: Record<string, string | undefined> } = {},
): Promise<Answer> {
  const change = { ...options.change };
  const fields = form.fields.map(([name, value]): [string, string] => {
    const changed = change[name];
    delete change[name];
    return [name, changed ?? value];
  });
  const { body, type } = multipart([...fields, ...Object.entries(change)]);
  return send(base, path, {
    body,
    headers: {
      "content-type": type,
      origin: base,
      cookie: options.token ? `framewise-session=${options.token}` : undefined,
      "x-forwarded-for": `10.9.${Math.floor(Math.random() * 250)}.${Math.floor(Math.random() * 250)}`,
      ...options.headers,
    },
  });
}
