import { expect, it } from "vitest";
import { read, served } from "../testing/served.ts";

/** What makes a weakness, and the files in which it is known to make none. */
const forbidden: [what: RegExp, where: string[]][] = [
  [/\b(?:query|execute)RawUnsafe\b|Prisma\.raw\b/, []],
  [/\beval\(|\bnew Function\(|node:vm\b/, []],
  [
    /child_process/,
    [
      "browser.ts",
      "ending.ts",
      "owner.ts",
      "postgres.ts",
      "prepare.ts",
      "running.mjs",
      "server.ts",
      "temporary.ts",
      "tool.ts",
    ].map((name) => `lib/process/${name}`),
  ],
  // Of the build's list of pages, of criteria, of the name of a cookie, and of words of SQL.
  [
    /new RegExp\(/,
    [
      "components/site/viewer-store.ts",
      "lib/api/endpoints/decisions.ts",
      "lib/db/traced-query.ts",
      "lib/server/routes.mjs",
    ],
  ],
  [
    /dangerouslySetInnerHTML|\.(?:inner|outer)HTML\b|insertAdjacentHTML|document\.write/,
    // The last takes up what our own server sent as the page (docs/decisions/0013).
    ["app/layout.tsx", "components/site/json-ld.tsx", "components/ui/sent-part.tsx"],
  ],
  [/addEventListener\(\s*"message"/, []],
  // Of browsers to their own site; of the server to itself, and to what is configured.
  [
    /(?<!\w)fetch\(|\bhttps?\.(?:get|request)\(|\bnet\.connect\(/,
    [
      "components/compare/handover.tsx",
      "components/form/use-action.ts",
      "components/frameworks/catalogue-store.ts",
      "components/search/use-suggestions.ts",
      "components/site/viewer-store.ts",
      "components/ui/sent-part.tsx",
      "lib/cache/refresh.ts",
      "lib/db/pooler.ts",
      "lib/edge/vendors.ts",
      "lib/process/server.ts",
      "lib/providers/github.mjs",
      "lib/server/forward.mjs",
    ],
  ],
  [/rejectUnauthorized|NODE_TLS_REJECT_UNAUTHORIZED|checkServerIdentity/, []],
  [
    /createHash\("(?!sha256")|createHmac\("(?!sha256")|hkdfSync\("(?!sha256")|createSign\(|generateKeyPair|pbkdf2(?:Sync)?\(|scrypt(?:Sync)?\(/,
    [],
  ],
  [/create(?:C|Dec)ipheriv/, ["lib/secrets/seal.ts"]],
  // What starts and watches the others, to whoever started it; all else goes by lib/log, which leaves out what it was about.
  [
    /\bconsole\.|process\.std(?:out|err)\.write/,
    ["ending.ts", "keep-up.ts", "problem.ts", "server.ts"].map((name) => `lib/process/${name}`),
  ],
  // Only how long something waits.
  [/Math\.random/, ["lib/db/transact.ts"]],
];

it("what makes a weakness stands only where it is known to make none", () => {
  expect(served.length).toBeGreaterThan(400);
  for (const [what, where] of forbidden)
    expect(served.filter((file) => what.test(read(file))).toSorted(), String(what)).toEqual(where);
  expect(read("lib/secrets/seal.ts").match(/ipheriv\("(?!aes-256-gcm")/)).toBeNull();
});

it("every field for a password hides it, says whose it is, and may be pasted into", () => {
  const fields = served.flatMap((file) =>
    [...read(file).matchAll(/<TextField\b[^>]*\bname="(?:password|newPassword)"[^>]*>/g)].map(([field]) => field),
  );
  expect(fields.length).toBeGreaterThanOrEqual(4);
  for (const field of fields) {
    expect(field).toContain('type="password"');
    expect(field).toMatch(/autoComplete="(?:new|current)-password"/);
  }
  expect(served.filter((file) => /onPaste|"paste"/.test(read(file)))).toEqual([]);
});

it("the proxy's settings allow current TLS only, and send no program from plain http to https", () => {
  const [tls = "", plain = ""] = read("docs/deploy/nginx.conf").split(/(?=^ {4}listen 80;)/m);
  expect(tls).toContain("\n    ssl_protocols TLSv1.2 TLSv1.3;\n");
  expect(tls).toContain("\n    ssl_ciphers ECDHE+AESGCM:ECDHE+CHACHA20;\n");
  expect(plain).toContain("location /api/ { return 403; }");
});

it("nothing that a provider gives to act there is kept", () => {
  const schema = read("prisma/schema.prisma");
  expect(schema).toContain("model Identity {");
  expect(schema).not.toMatch(/(?:access|refresh|id)_?token/i);
});
