import { fold } from "./fold.ts";

/**
 * What people type → what it is called here. Each line reads: whoever types one of the first also means each of the
 * second. Names of frameworks are no part of it: those are aliases in their content.
 */
const table: readonly (readonly [typed: readonly string[], meant: readonly string[]])[] = [
  // Languages and what runs them.
  [["js", "ecmascript"], ["javascript"]],
  [["node", "nodejs"], ["node.js"]],
  [["ts"], ["typescript"]],
  [["py"], ["python"]],
  [["rb"], ["ruby"]],
  [["golang"], ["go"]],
  [["csharp", "cs", "c sharp"], ["c#"]],
  [["cpp", "c plus plus"], ["c++"]],
  [["dotnet", "net core"], [".net"]],
  [["jvm"], ["java", "kotlin", "scala"]],

  // Kinds of work.
  [
    ["rest", "rest api", "restful", "restful api", "json api", "web api", "http api"],
    ["apis", "api-first", "openapi"],
  ],
  [["api"], ["apis", "api-first"]],
  [
    ["realtime", "real-time", "real time", "chat", "live"],
    ["real time", "websockets"],
  ],
  [
    ["websocket", "websockets", "socket", "sockets", "ws", "socket.io"],
    ["websockets", "real time"],
  ],
  [["shop", "store", "webshop", "online shop", "ecommerce", "e commerce"], ["e-commerce"]],
  [["mvp", "startup", "proof of concept", "hackathon"], ["prototypes"]],
  [["software as a service", "multi tenant", "multitenant"], ["saas"]],
  [["blog", "cms", "news", "publishing"], ["content and news"]],
  [["corporate", "business", "big company", "bank"], ["enterprise"]],
  [["edge", "lambda", "cloud functions", "faas"], ["serverless"]],
  [["frontend", "react", "vue", "single page app"], ["single-page"]],
  [["microservice"], ["microservices"]],

  // How hard, how good.
  [
    ["easy", "easiest", "simple", "simplest", "newbie", "newcomer", "learn", "first framework"],
    ["beginner", "learning", "easy to learn"],
  ],
  [
    ["fast", "fastest", "speed", "quick", "performant", "latency", "throughput"],
    ["performance", "high performance"],
  ],
  [["scale", "scalable", "scaling", "high load"], ["scalability"]],
  [["secure", "safe"], ["security"]],
  [["mature", "stable", "stability", "proven"], ["maturity"]],
  [["docs"], ["documentation"]],
  [
    ["batteries", "all in one", "everything included"],
    ["batteries included", "full-stack"],
  ],
  [["fullstack", "full stack", "monolith"], ["full-stack"]],
  [["microframework", "minimal", "minimalist", "lightweight", "small"], ["micro"]],

  // Parts.
  [["orm", "database", "databases", "db", "sql", "postgres", "postgresql", "mysql"], ["database layer"]],
  [
    ["auth", "authentication", "authorization", "authorisation", "login", "log in", "sign in", "oauth", "jwt", "users"],
    ["user accounts", "tokens and guards", "login flow"],
  ],
  [["permissions", "roles", "rbac"], ["tokens and guards"]],
  [["admin panel", "back office", "backoffice", "dashboard"], ["admin interface"]],
  [["views", "html", "server rendered", "server side rendering", "ssr"], ["templates"]],
  [["seo", "search engine", "search engines"], ["templates"]],
  [["cron", "scheduler", "scheduling", "schedule", "background task"], ["scheduled"]],
  [["background job", "background jobs", "jobs", "queue", "worker", "workers"], ["job queue"]],
  [["cli", "scaffold", "scaffolding"], ["code generator"]],
  [["ioc", "di", "inversion of control"], ["dependency injection"]],
  [["swagger", "api docs"], ["openapi"]],
  [["i18n", "internationalization", "internationalisation", "localization", "localisation", "l10n"], ["translations"]],
  [["e mail", "email", "smtp"], ["mail"]],
  [
    ["cache", "redis", "memcached"],
    ["caching", "shared cache"],
  ],
  [
    ["tdd", "unit test", "unit tests", "tests"],
    ["testing", "test client"],
  ],
  [
    ["type safe", "type safety", "typesafe", "typed", "types"],
    ["type safety", "typed", "types from one schema"],
  ],
  [
    ["lock in", "lockin", "vendor lock in"],
    ["lock-in", "other data layers", "several servers or runtimes"],
  ],
  [["throttle", "throttling", "rate limit"], ["rate limiting"]],
  [["xss", "cross site scripting"], ["escapes html"]],
  [["sql injection"], ["parameterised queries"]],
  [
    ["monitoring", "prometheus", "observability"],
    ["metrics", "tracing", "structured logs"],
  ],
  [
    ["opentelemetry", "otel"],
    ["tracing", "metrics"],
  ],
  [
    ["docker", "container", "containers", "deploy", "hosting"],
    ["deployment", "one file to deploy"],
  ],
  [["lts", "eol", "end of life", "long term support"], ["support policy"]],
];

const between = /[\s,;:/()[\]{}"“”„'’‘!?…·–—]+/u;

/** Words of a text, as they are compared: hyphens part them, "." "#" and "+" belong to names (Node.js, C#, C++). */
export const wordsOf = (text: string): string[] =>
  fold(text)
    .split(between)
    .flatMap((word) => word.split("-"))
    .map((word) => word.replace(/\.+$/, ""))
    .filter(Boolean);

const meanings = new Map<string, readonly string[]>();
for (const [typed, meant] of table)
  for (const words of typed)
    meanings.set(wordsOf(words).join(" "), [...(meanings.get(wordsOf(words).join(" ")) ?? []), ...meant]);

/** Says nothing about what is wanted. */
const empty = new Set(
  "a an and are best can do for framework frameworks good how in is it of on or that the this to what which with".split(
    " ",
  ),
);

/** Words that say what is wanted. Parts of "lock-in" or "built-in" say it only together. */
const tellingWords = (text: string): string[] =>
  fold(text)
    .split(between)
    .flatMap((word) => {
      const parts = wordsOf(word);
      if (parts.length > 1) return parts.some((part) => empty.has(part)) ? [parts.join("")] : parts;
      return parts.filter((part) => !empty.has(part));
    });

const longestPhrase = 4;
const mostWords = 8;
const mostReadings = 10;

/**
 * What a query may mean, as lists of words: first as it was typed (without words that say nothing), then with each phrase
 * that is called something else here put in those words. Bounded, however long the query is.
 */
export function readingsOf(query: string): string[][] {
  const all = wordsOf(query).slice(0, mostWords);
  const typed = tellingWords(query).slice(0, mostWords);
  const readings = [typed.length > 0 ? typed : all];
  // Words of a longer phrase are not taken for shorter ones: "rest api" is not about resting.
  const taken = new Set<number>();
  for (let length = Math.min(longestPhrase, all.length); length > 0; length -= 1)
    for (let at = 0; at + length <= all.length; at += 1) {
      const places = Array.from({ length }, (_, step) => at + step);
      const meant = meanings.get(all.slice(at, at + length).join(" "));
      if (!meant || places.some((place) => taken.has(place))) continue;
      for (const place of places) taken.add(place);
      const rest = (from: number, to?: number) => tellingWords(all.slice(from, to).join(" "));
      for (const other of meant) readings.push([...rest(0, at), ...tellingWords(other), ...rest(at + length)]);
    }
  const seen = new Set<string>();
  return readings
    .filter((words) => {
      const key = words.join(" ");
      return words.length > 0 && !seen.has(key) && seen.add(key);
    })
    .slice(0, mostReadings);
}
