import crypto from "node:crypto";
import http from "node:http";
import { Provider } from "oidc-provider";

export const testClient = { id: "framewise-test", secret: "a secret of the tests only, long enough" };

/**
 * A real OpenID provider on loopback. It lets anybody in as whoever they type: `verified alice@example.org`, or
 * `unverified …` for an address that it doesn't vouch for.
 */
export async function startOidc(port: number, redirects: string[]): Promise<{ issuer: string; stop: () => void }> {
  const issuer = `http://localhost:${port}`;
  const provider = new Provider(issuer, {
    clients: [
      {
        client_id: testClient.id,
        client_secret: testClient.secret,
        redirect_uris: redirects,
        grant_types: ["authorization_code"],
        response_types: ["code"],
      },
    ],
    claims: { openid: ["sub"], email: ["email", "email_verified"], profile: ["name", "preferred_username"] },
    cookies: { keys: [crypto.randomUUID()] },
    pkce: { required: () => true },
    findAccount: (_, sub) => {
      const [state = "", email = ""] = sub.split(" ");
      return {
        accountId: sub,
        claims: () => ({
          sub,
          email,
          email_verified: state === "verified",
          name: `Name of ${email.split("@")[0]}`,
          preferred_username: email.split("@")[0],
        }),
      };
    },
  });
  const server = http.createServer(provider.callback() as http.RequestListener);
  await new Promise<void>((resolve) => server.listen(port, resolve));
  return {
    issuer,
    stop: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

/**
 * What of GitHub signing in needs, at addresses of its own as an Enterprise server has them. The page that asks for
 * consent asks for a login as well; one that begins with `unverified` has an address that isn't verified.
 */
export async function startGithub(port: number): Promise<{ url: string; stop: () => void }> {
  const codes = new Map<string, { login: string; challenge: string | null }>();
  const tokens = new Map<string, string>();
  const server = http.createServer((request, response) => {
    const url = new URL(request.url ?? "/", `http://localhost:${port}`);
    const json = (status: number, body: unknown) => {
      response.writeHead(status, { "content-type": "application/json" });
      response.end(JSON.stringify(body));
    };
    const login = tokens.get((request.headers.authorization ?? "").replace(/^Bearer /, ""));
    if (url.pathname === "/login/oauth/authorize") {
      const hidden = [...url.searchParams].map(
        ([name, value]) => `<input type="hidden" name="${name}" value="${value.replaceAll('"', "&quot;")}">`,
      );
      response.writeHead(200, { "content-type": "text/html" });
      response.end(
        `<form action="/decide">${hidden.join("")}<label>Login <input name="login"></label><button>Authorize</button></form>`,
      );
    } else if (url.pathname === "/decide") {
      const code = crypto.randomUUID();
      codes.set(code, {
        login: url.searchParams.get("login") ?? "",
        challenge: url.searchParams.get("code_challenge"),
      });
      const to = new URL(url.searchParams.get("redirect_uri") ?? "");
      to.search = new URLSearchParams({ code, state: url.searchParams.get("state") ?? "" }).toString();
      response.writeHead(302, { location: to.href });
      response.end();
    } else if (url.pathname === "/login/oauth/access_token") {
      let body = "";
      request.on("data", (chunk) => (body += chunk));
      request.on("end", () => {
        const form = new URLSearchParams(body);
        const found = codes.get(form.get("code") ?? "");
        codes.delete(form.get("code") ?? "");
        const verifier = crypto
          .createHash("sha256")
          .update(form.get("code_verifier") ?? "")
          .digest("base64url");
        if (!found || found.challenge !== verifier) return json(400, { error: "bad_verification_code" });
        const token = crypto.randomUUID();
        tokens.set(token, found.login);
        json(200, { access_token: token, token_type: "bearer", scope: "read:user,user:email" });
      });
    } else if (login === undefined) json(401, { message: "Requires authentication" });
    else if (url.pathname === "/api/v3/user")
      json(200, {
        id: Number.parseInt(crypto.createHash("sha256").update(login).digest("hex").slice(0, 10), 16),
        login,
        name: `Octo ${login}`,
        // What a profile shows is the person's choice, and proves nothing.
        email: "someone.else@example.org",
      });
    else if (url.pathname === "/api/v3/user/emails")
      json(200, [
        { email: "old@example.org", primary: false, verified: true },
        { email: githubAddress(login), primary: true, verified: !login.startsWith("unverified") },
      ]);
    else json(404, { message: "Not Found" });
  });
  await new Promise<void>((resolve) => server.listen(port, resolve));
  return {
    url: `http://localhost:${port}`,
    stop: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

/** The primary address of a login at the provider above. "a-at-b" stands for "a@b". */
export function githubAddress(login: string): string {
  const own = login.replace(/^unverified-/, "");
  return own.includes("-at-") ? own.replace("-at-", "@") : `${own}@example.org`;
}
