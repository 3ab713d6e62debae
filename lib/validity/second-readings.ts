import type { Answer } from "../bench/checks.ts";

/** A cell that two readers answered differently, and what the sources say after another look. */
interface Difference {
  cell: string;
  first: Answer;
  second: Answer;
  right: Answer;
  why: string;
}

/** A sample of answers that was read again from the sources, with the first answers closed. */
export interface SecondReading {
  /** Draws the cells: see `sampleOf`. */
  seed: number;
  date: string;
  cells: number;
  /** Cells of rows that the reader had gone through shortly before, for the wording of their rules: not quite blind. */
  seenBefore: number;
  differences: readonly Difference[];
}

const pack = "Its setup page’s first command installs Twig and Monolog; the rule now names the first command.";

/** Newest first. Before the rules were tightened, a sample of 100 agreed in 90. */
export const secondReadings: readonly SecondReading[] = [
  {
    seed: 20261129,
    date: "2026-11-27",
    cells: 100,
    seenBefore: 0,
    differences: [
      {
        cell: "codeigniter console",
        first: "none",
        second: "third-party",
        right: "none",
        why: "PsySH is a REPL of the language; the bootstrap file that it would load is written by hand.",
      },
      {
        cell: "drogon security-policy",
        first: "no",
        second: "partly",
        right: "partly",
        why: "A maintainer says in an issue that GitHub’s private reporting is switched on: a channel.",
      },
      {
        cell: "koa plain-handler",
        first: "yes",
        second: "partly",
        right: "yes",
        why: "The read-me’s first handler has no async, the site’s has; the read-me is read first.",
      },
      {
        cell: "litestar structured-logs",
        first: "builtin",
        second: "official",
        right: "builtin",
        why: "The setting and the middleware are in the package; what an extra installs is the writer.",
      },
      {
        cell: "litestar test-fakes",
        first: "builtin",
        second: "third-party",
        right: "third-party",
        why: "Other dependencies are passed when an application is built; nothing overrides those of one that exists.",
      },
      {
        cell: "rocket auth-flow",
        first: "third-party",
        second: "none",
        right: "none",
        why: "The library’s ready routes are for axum alone.",
      },
      {
        cell: "sinatra large-structure",
        first: "partly",
        second: "yes",
        right: "yes",
        why: "A modular application is a class with settings, views and middleware of its own.",
      },
      {
        cell: "vapor free-layout",
        first: "yes",
        second: "partly",
        right: "yes",
        why: "Only the build tool’s convention is configured; Vapor asks for none.",
      },
    ],
  },
  {
    seed: 20261128,
    date: "2026-11-26",
    cells: 100,
    seenBefore: 0,
    differences: [
      {
        cell: "aspnet-mvc metrics",
        first: "third-party",
        second: "official",
        right: "official",
        why: "Application Insights is Microsoft’s, and counts requests by itself.",
      },
      {
        cell: "elysia metrics",
        first: "third-party",
        second: "official",
        right: "third-party",
        why: "Its own plugin, looked at in version 1.4.11, sends traces and no figures.",
      },
      {
        cell: "express forms",
        first: "none",
        second: "third-party",
        right: "third-party",
        why: "A form wizard made for Express keeps values and errors by field.",
      },
      {
        cell: "micronaut structured-logs",
        first: "third-party",
        second: "official",
        right: "third-party",
        why: "The official layout is for Google’s logging alone.",
      },
      {
        cell: "sinatra live-reload",
        first: "third-party",
        second: "official",
        right: "third-party",
        why: "The project advises against the reloader of its own add-on.",
      },
      {
        cell: "slim health",
        first: "none",
        second: "third-party",
        right: "third-party",
        why: "Health handlers of PSR-15 fit any such program.",
      },
      {
        cell: "yii environment-config",
        first: "third-party",
        second: "builtin",
        right: "third-party",
        why: "The second reader took version 3; version 2 is what the page is about.",
      },
      {
        cell: "yii other-data-layer",
        first: "partly",
        second: "yes",
        right: "partly",
        why: "The same: version 3 in place of 2.",
      },
    ],
  },
  {
    seed: 20261127,
    date: "2026-11-26",
    cells: 100,
    seenBefore: 22,
    differences: [
      {
        cell: "axum admin",
        first: "none",
        second: "third-party",
        right: "third-party",
        why: "SeaORM Pro has an example for axum.",
      },
      {
        cell: "codeigniter admin",
        first: "none",
        second: "third-party",
        right: "third-party",
        why: "The second reader’s had no release in 36 months; a paid library for any PHP framework, found later, has.",
      },
      {
        cell: "fastapi browser-tests",
        first: "third-party",
        second: "official",
        right: "official",
        why: "The project’s template sets them up, and templates count; the rule says so now.",
      },
      {
        cell: "micronaut database-isolation",
        first: "official",
        second: "builtin",
        right: "builtin",
        why: "The test library that rolls back is in the default skeleton.",
      },
      {
        cell: "micronaut large-structure",
        first: "partly",
        second: "yes",
        right: "partly",
        why: "Bean configurations switch packages together; they draw no boundary.",
      },
      {
        cell: "vertx distributed-cache",
        first: "third-party",
        second: "official",
        right: "third-party",
        why: "The project’s Redis client is no driver of a cache.",
      },
    ],
  },
  {
    seed: 20261126,
    date: "2026-11-26",
    cells: 100,
    seenBefore: 17,
    differences: [
      {
        cell: "aspnet-core live-reload",
        first: "official",
        second: "builtin",
        right: "official",
        why: "dotnet watch is the SDK’s; the rule now names such means of a language’s tool.",
      },
      {
        cell: "hapi generator",
        first: "third-party",
        second: "none",
        right: "third-party",
        why: "The second reader missed hpal.",
      },
      {
        cell: "rocket governance",
        first: "partly",
        second: "yes",
        right: "partly",
        why: "Its foundation has a fiscal host, and its author decides; the rule now says that this isn’t enough.",
      },
      {
        cell: "sinatra docs-search",
        first: "partly",
        second: "no",
        right: "partly",
        why: "The host of its reference has a search; the rule now counts it.",
      },
      { cell: "symfony output-escaping", first: "official", second: "builtin", right: "builtin", why: pack },
      { cell: "symfony structured-logs", first: "official", second: "builtin", right: "builtin", why: pack },
      {
        cell: "vertx auth-flow",
        first: "third-party",
        second: "none",
        right: "none",
        why: "An identity server beside the application is none for everybody now.",
      },
    ],
  },
];

/** How many of a sample's cells both readers answered alike. */
export const agreedIn = ({ cells, differences }: SecondReading): number => cells - differences.length;
