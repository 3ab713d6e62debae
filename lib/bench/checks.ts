import type { CriterionId } from "../claims/criteria.ts";
import { featureNames } from "./feature-names.ts";

/**
 * The questions that an official page answers for any framework. The same rule for everybody, worded so that two readers
 * give the same answer. Ids are stored and appear in URLs: never renamed. Weights are in `bench.ts`.
 */
export interface Check {
  id: string;
  criterion: CriterionId;
  /** As it stands in a table of checks. */
  name: string;
  question: string;
  scale: "part" | "degree";
  /** What gives which answer, beyond the scale's own rule. */
  rule: string;
  /** Rows of the feature matrix: also counted, all alike, for "batteries included". */
  feature?: true;
}

/** What each answer is worth, 0 to 1. `part`: how a framework comes by a part. `degree`: as far as the rule says. */
export const answerValues = {
  part: { builtin: 1, official: 0.8, "third-party": 0.15, none: 0 },
  degree: { yes: 1, partly: 0.5, no: 0 },
} as const;

/** The same for any answer: the two scales share no word. */
export const worthOfAnswer = { ...answerValues.part, ...answerValues.degree };

export const answerNames = {
  builtin: "Built in",
  official: "Official package",
  "third-party": "Third party",
  none: "None",
  yes: "Yes",
  partly: "Partly",
  no: "No",
} as const;

export type Answer = keyof typeof answerNames;

/** The rule of the scale `part`, the same for every check and framework. Yes, partly and no are in each check's own rule. */
export const answerRules = {
  builtin:
    "In what the first command of the official quick start installs (the package with its dependencies, or the default project), and documented by the project. The language's standard library counts where the project's documentation uses it for this.",
  official:
    "A package, module, starter kit, template to copy or bundle that the project itself (the same organisation or company) maintains.",
  "third-party":
    "Somebody else's library, named in the note and released within 36 months, that does by itself what the rule asks: the project's documentation names it, its own page says that it is made for this framework, or it works in any program of the language. The last kind counts alike for all frameworks of a language. A server that runs beside the application is none.",
  none: "None of these, or so little that the rule doesn't count it.",
} as const satisfies Record<keyof typeof answerValues.part, string>;

export const checks = [
  // Features: the rows of the matrix.
  {
    id: "orm",
    criterion: "productivity",
    name: featureNames.orm,
    question: "Does it map database rows to objects or typed queries?",
    scale: "part",
    rule: "An ORM, a data mapper or a typed query builder over a relational database. A connection pool alone is none.",
    feature: true,
  },
  {
    id: "migrations",
    criterion: "productivity",
    name: featureNames.migrations,
    question: "Can it move the database's schema step by step, forwards and back?",
    scale: "part",
    rule: "Versioned schema changes run by a command or at start. Creating missing tables only is none.",
    feature: true,
  },
  {
    id: "accounts",
    criterion: "batteries",
    name: featureNames.accounts,
    question: "Does it bring accounts with passwords and sessions?",
    scale: "part",
    rule: "Users stored by a model, table or adapter that comes with it, password checked, session or token issued. Where the store or the password check is left to be written, or only an Authorization header is read, it is none.",
    feature: true,
  },
  {
    id: "guards",
    criterion: "batteries",
    name: featureNames.guards,
    question: "Can it protect routes by role, permission or token?",
    scale: "part",
    rule: "Middleware, guard, policy or extractor that refuses a request by identity or permission. HTTP Basic alone is none; a library that checks tokens or permissions, called in a middleware that one writes, is third party.",
    feature: true,
  },
  {
    id: "admin",
    criterion: "productivity",
    name: featureNames.admin,
    question: "Is there a ready-made interface to view and edit stored records?",
    scale: "part",
    rule: "Record editing for people. A dashboard of metrics or routes is none. Paid official products count as official, with a note.",
    feature: true,
  },
  {
    id: "templating",
    criterion: "batteries",
    name: featureNames.templating,
    question: "Can it render HTML from templates or components on the server?",
    scale: "part",
    rule: "A view layer with an engine included. An interface to plug an engine in, without one, is third party.",
    feature: true,
  },
  {
    id: "websockets",
    criterion: "batteries",
    name: featureNames.websockets,
    question: "Can it hold WebSocket connections?",
    scale: "part",
    rule: "Server side, in the same process and routing as the rest.",
    feature: true,
  },
  {
    id: "timers",
    criterion: "batteries",
    name: featureNames.timers,
    question: "Can it run work after a response or at set times?",
    scale: "part",
    rule: "In-process background tasks, timers or a scheduler. What the language has by itself (a goroutine, a promise, a thread) counts only where the project documents a facility of its own on top of it.",
    feature: true,
  },
  {
    id: "queues",
    criterion: "productivity",
    name: featureNames.queues,
    question: "Can jobs be queued so that they survive a restart and are retried?",
    scale: "part",
    rule: "Backed by a database or broker. An in-process task list is none.",
    feature: true,
  },
  {
    id: "generator",
    criterion: "productivity",
    name: featureNames.generator,
    question: "Does a command write new parts (models, controllers, modules) into a project?",
    scale: "part",
    rule: "Generates parts within a project. A command that only creates the project's skeleton, also the language's own tool with the project's template (sbt new, composer create-project, giget), is official at most, with a note; templates to copy by hand are none.",
    feature: true,
  },
  {
    id: "test-client",
    criterion: "testing",
    name: featureNames["test-client"],
    question: "Can a test send a request to the application without a network?",
    scale: "part",
    rule: "A client or call for tests that goes through routing and middleware. The language's standard library counts as built in only where the project adds its own helper; documented use of it alone is third party.",
    feature: true,
  },
  {
    id: "di",
    criterion: "batteries",
    name: featureNames.di,
    question: "Does it hand services to handlers by declaration?",
    scale: "part",
    rule: "A container or provider system. Shared state, context values or extractors of one state object are none.",
    feature: true,
  },
  {
    id: "validation",
    criterion: "batteries",
    name: featureNames.validation,
    question: "Can it check input by declared rules and report what is wrong by field?",
    scale: "part",
    rule: "Declared rules or schemas on request data with errors by field. Parsing into types alone is none.",
    feature: true,
  },
  {
    id: "openapi",
    criterion: "batteries",
    name: featureNames.openapi,
    question: "Does it produce an OpenAPI document from the code?",
    scale: "part",
    rule: "Generated from routes, types or annotations. A viewer for a document written by hand is none.",
    feature: true,
  },
  {
    id: "i18n",
    criterion: "batteries",
    name: featureNames.i18n,
    question: "Can it serve texts in several languages by request?",
    scale: "part",
    rule: "Message catalogues with plural or parameters, chosen by locale.",
    feature: true,
  },
  {
    id: "caching",
    criterion: "batteries",
    name: featureNames.caching,
    question: "Is there a cache for values or rendered parts?",
    scale: "part",
    rule: "A cache that application code can fill and clear, or of rendered output. HTTP cache headers alone are none.",
    feature: true,
  },
  {
    id: "mail",
    criterion: "productivity",
    name: featureNames.mail,
    question: "Can it compose and send mail?",
    scale: "part",
    rule: "Sending over SMTP or a service, with templates or an API of its own.",
    feature: true,
  },

  // Security.
  {
    id: "output-escaping",
    criterion: "security",
    name: "Escapes HTML by default",
    question: "Does its documented way to render HTML escape values by default?",
    scale: "part",
    rule: "Judge the engine of the row “Templates”, with the same kind of answer; none where the default doesn't escape or there is no HTML rendering.",
  },
  {
    id: "csrf",
    criterion: "security",
    name: "CSRF protection",
    question: "Does it protect forms against cross-site request forgery?",
    scale: "part",
    rule: "Tokens or origin checks on unsafe methods. Note whether it is on by default.",
  },
  {
    id: "parameterised-queries",
    criterion: "security",
    name: "Parameterised queries",
    question: "Does the documented data layer bind parameters by itself?",
    scale: "part",
    rule: "Same kind of answer as the row “Database layer” where that layer binds parameters; third party where the documentation points to one that does.",
  },
  {
    id: "password-hashing",
    criterion: "security",
    name: "Password hashing",
    question: "Does it hash passwords with a current algorithm?",
    scale: "part",
    rule: "argon2, bcrypt, scrypt or PBKDF2 through an API of its own. A general library of the language is third party.",
  },
  {
    id: "session-cookies",
    criterion: "security",
    name: "Safe session cookies",
    question: "Are its session cookies HttpOnly and signed, encrypted or opaque by default?",
    scale: "part",
    rule: "Sessions that are off until configured still count; the default attributes decide. Note SameSite. None where its own or official sessions lack HttpOnly by default; where it has neither, a third party's sessions count.",
  },
  {
    id: "security-headers",
    criterion: "security",
    name: "Security headers",
    question: "Can it set the usual security headers (nosniff, frame options, HSTS or CSP)?",
    scale: "part",
    rule: "A middleware or setting that knows at least two of them by name or sets them by default. A means to add headers whose names and values one writes oneself is none.",
  },
  {
    id: "rate-limiting",
    criterion: "security",
    name: "Rate limiting",
    question: "Can it limit requests by client?",
    scale: "part",
    rule: "Middleware or an annotation for requests; a library that counts calls by a key, called in a middleware that one writes, is third party. Limits on connections or a proxy's limits are none.",
  },
  {
    id: "body-limit",
    criterion: "security",
    name: "Body size limit by default",
    question: "Does it refuse oversized request bodies by default?",
    scale: "degree",
    rule: "Yes: a limit on form and JSON bodies by default. Partly: a default limit on some kinds of body, or a documented middleware or setting that is off. No: neither.",
  },
  {
    id: "security-policy",
    criterion: "security",
    name: "Security policy",
    question: "Does it say how to report a vulnerability in private?",
    scale: "degree",
    rule: "Yes: a private channel and, on the same page or one that it links to, what happens next or which versions get fixes. Partly: only an address or a channel. No: nothing found in repository, organisation and site.",
  },
  {
    id: "old-line-fixes",
    criterion: "security",
    name: "Security fixes for an older line",
    question: "Do security fixes also go to a line before the newest?",
    scale: "degree",
    rule: "Yes: a published policy or table says so for a line of today. Partly: done in the last 24 months without one, or by a table that no longer names today's lines. No: only the newest.",
  },

  // Productivity.
  {
    id: "forms",
    criterion: "productivity",
    name: "Forms",
    question: "Does it build, fill and re-show HTML forms with errors?",
    scale: "part",
    rule: "Form objects, components or helpers that keep old input and show errors by field. Parsing a form, or an example that does it by hand, is none.",
  },
  {
    id: "auth-flow",
    criterion: "productivity",
    name: "Registration and login flow",
    question: "Can registration, login and password reset be had without writing them?",
    scale: "part",
    rule: "Generated or shipped screens or endpoints for at least login and for getting back in without the password (a reset or a mailed link).",
  },
  {
    id: "live-reload",
    criterion: "productivity",
    name: "Live reload",
    question: "Does the development server pick up changed code by itself?",
    scale: "part",
    rule: "Restart or hot swap by its own command or development mode. A means of the language's own tool (node --watch, dotnet watch, php -S) is official where the project's documentation or skeleton uses it, else third party; a general watcher that restarts any program (watchexec, Air) is third party.",
  },
  {
    id: "typed-schemas",
    criterion: "productivity",
    name: "Types from one schema",
    question: "Does one declaration give validation, types and documentation of an endpoint?",
    scale: "degree",
    rule: "Yes: request and response types, validation and OpenAPI from one declaration, built in or official. Partly: two of the three, or by a third party that the documentation names. No: otherwise.",
  },
  {
    id: "crud",
    criterion: "productivity",
    name: "CRUD from a model",
    question: "Can the usual create, read, update, delete of a model be had without writing it?",
    scale: "part",
    rule: "Generated code, generic views or resources over a model; the editing screens of an admin interface over models count.",
  },

  // Operations.
  {
    id: "health",
    criterion: "operations",
    name: "Health endpoint",
    question: "Is there a ready-made endpoint that says whether the application is healthy?",
    scale: "part",
    rule: "A route, middleware or endpoint in the same process that is made for it. A route that you write yourself is none.",
  },
  {
    id: "metrics",
    criterion: "operations",
    name: "Metrics",
    question: "Can it export request metrics (Prometheus, OpenTelemetry or the like)?",
    scale: "part",
    rule: "Counts or times the framework's own requests by itself; the exporter may be another's package. A client library that counts what code tells it is none.",
  },
  {
    id: "tracing",
    criterion: "operations",
    name: "Tracing",
    question: "Can it trace requests with OpenTelemetry or the like?",
    scale: "part",
    rule: "Instrumentation of its own routing; the exporter may be another's package. OpenTelemetry's own contrib package for the framework is third party.",
  },
  {
    id: "graceful-shutdown",
    criterion: "operations",
    name: "Graceful shutdown",
    question: "Does it finish running requests when told to stop?",
    scale: "degree",
    rule: "Yes: by default of its own server, or one documented call or setting. Partly: documented as code to write with the language's means, or done by the external server that the documentation recommends, also where that is installed by default. No: not described.",
  },
  {
    id: "environment-config",
    criterion: "operations",
    name: "Configuration by environment",
    question: "Does it read its configuration from the environment by a system of its own?",
    scale: "part",
    rule: "Typed or layered configuration with environment variables. Reading a variable by hand is none.",
  },
  {
    id: "structured-logs",
    criterion: "operations",
    name: "Structured logs",
    question: "Can it log requests as structured records (JSON)?",
    scale: "part",
    rule: "By a setting, logger or middleware. A general JSON logger of the language that takes the framework's lines is third party.",
  },
  {
    id: "deployment-guide",
    criterion: "operations",
    name: "Deployment guide or image",
    question: "Does the project document deployment to production, with a container?",
    scale: "degree",
    rule: "Yes: a guide that covers containers, or an official image or generated Dockerfile. Partly: a deployment page without containers. No: neither.",
  },
  {
    id: "single-artifact",
    criterion: "operations",
    name: "One file to deploy",
    question:
      "Can an application be built into one file or self-contained folder that runs without an installed runtime's packages?",
    scale: "degree",
    rule: "Yes: a native binary, self-contained build or release including the runtime, documented by project or the language's standard tool. Partly: one archive or bundle that needs the runtime installed. No: sources and packages are installed on the server. An add-on that packs scripts with their runtime (Node's single executables, bun build --compile, PyInstaller, FrankenPHP) counts only where the project's own documentation describes it: yes with steps, partly where it only points to it.",
  },
  {
    id: "zero-downtime",
    criterion: "operations",
    name: "Reload without downtime",
    question: "Can a new version take over without refused requests on one machine?",
    scale: "degree",
    rule: "Yes: the project's own server, tool or official deployer does it. Partly: the external server or process manager that its documentation recommends does. No: not described.",
  },

  // Testing.
  {
    id: "testing-guide",
    criterion: "testing",
    name: "Testing guide",
    question: "Does its documentation teach how to test an application?",
    scale: "degree",
    rule: "Yes: a chapter that covers requests and at least one of database, mocks or authentication. Partly: a page or section on requests only. No: none.",
  },
  {
    id: "database-isolation",
    criterion: "testing",
    name: "Database isolation",
    question: "Is each test's database work rolled back or separated by its tools?",
    scale: "part",
    rule: "Transactions, truncation or a test database handled by the test tools.",
  },
  {
    id: "factories",
    criterion: "testing",
    name: "Factories or fixtures",
    question: "Are there tools to make records for tests?",
    scale: "part",
    rule: "Fixtures, factories or scripts that fill the database for tests. A library that makes values or plain objects, without storing them, is third party at most and counts.",
  },
  {
    id: "test-fakes",
    criterion: "testing",
    name: "Fakes for mail, queue or services",
    question: "Can mail, queues, time or injected services be replaced in tests by its own means?",
    scale: "part",
    rule: "Fakes or overrides that the framework offers: dependency overrides count. The language's mocking library is third party.",
  },
  {
    id: "browser-tests",
    criterion: "testing",
    name: "Browser tests",
    question: "Does it bring tests in a real browser?",
    scale: "part",
    rule: "Integration that starts the application for the browser, or browser tests set up in the project's own template. Playwright or Selenium used by hand is third party.",
  },
  {
    id: "generated-tests",
    criterion: "testing",
    name: "Tests are generated",
    question: "Does creating a project or a part also write a test for it?",
    scale: "degree",
    rule: "Yes: generators of parts write tests, by default or by an option. Partly: the skeleton has a test set-up or example. No: neither.",
  },

  // Documentation.
  {
    id: "tutorial",
    criterion: "documentation",
    name: "Tutorial",
    question: "Does an official tutorial lead step by step to an application with stored data?",
    scale: "degree",
    rule: "Yes: several parts that build on one another, stored data among them. Partly: a quick start or guide of one page, parts without stored data, or pages on single topics. No: neither. A tutorial for a version that is no longer supported is partly at most.",
  },
  {
    id: "api-reference",
    criterion: "documentation",
    name: "API reference",
    question: "Is every public class or function documented?",
    scale: "degree",
    rule: "Yes: a reference generated from or kept beside the source, complete; one on another host (docs.rs, pkg.go.dev, RubyDoc, a site of its own) counts where the project's pages name it as their reference. Partly: the main objects only. No: none.",
  },
  {
    id: "versioned-docs",
    criterion: "documentation",
    name: "Versioned documentation",
    question: "Can the documentation of an older version be chosen?",
    scale: "degree",
    rule: "Yes: at least two major or minor versions of guides online. Partly: only the API reference is kept per version, or one old version. No: only the newest.",
  },
  {
    id: "docs-search",
    criterion: "documentation",
    name: "Search in the documentation",
    question: "Does the official documentation have a search box?",
    scale: "degree",
    rule: "Yes: over guides and the reference that the project names, be it by two boxes; where all reference lies among the guides, a search over them. Partly: over one of them only; the search of a host of generated references counts for the reference. No: none.",
  },
  {
    id: "upgrade-guide",
    criterion: "documentation",
    name: "Upgrade guides",
    question:
      "Is there an upgrade guide for each of the last two major versions (or last two feature releases with breaks)?",
    scale: "degree",
    rule: "Yes: a guide with steps for both. Partly: for one, or a change log that lists the breaks. No: neither.",
  },
  {
    id: "translations",
    criterion: "documentation",
    name: "Translated documentation",
    question: "Is the official documentation available in languages other than English?",
    scale: "degree",
    rule: "Yes: three or more languages that the project hosts. Partly: one or two. No: none.",
  },
  {
    id: "example-app",
    criterion: "documentation",
    name: "Official example applications",
    question: "Does the project maintain example applications?",
    scale: "degree",
    rule: "Yes: three or more that start by themselves, each in a folder of its own, or one application or starter kit that stores users or two kinds of records; kept by the project or its company. Partly: less, single files, or other people's applications that the project names. No: none.",
  },

  // Learning.
  {
    id: "single-file",
    criterion: "learning",
    name: "First page in one file",
    question: "How much is there to understand in the official quick start's first working page?",
    scale: "degree",
    rule: "Count the files of code and templates, written by hand or generated; settings, manifests, tests and assets don't count. Yes: one file of at most 20 lines that aren't empty, also when it is the only one of code in a generated project. Partly: one longer file, two to four files, or a generated project of more in which at most three are touched. No: more.",
  },
  {
    id: "plain-handler",
    criterion: "learning",
    name: "Plain first handler",
    question: "Can the first handler be written with functions and values alone?",
    scale: "degree",
    rule: "Count what else the official first handler needs: async or reactive types; annotations, decorators or macros; a class to inherit from or inject into; ownership, lifetimes or generics. Yes: none. Partly: one. No: two and more.",
  },
  {
    id: "dev-errors",
    criterion: "learning",
    name: "Error page for developers",
    question: "Does development mode show an error page with source, trace and request?",
    scale: "part",
    rule: "A page for people with source lines or the request. A stack trace as plain text or JSON is none.",
  },
  {
    id: "console",
    criterion: "learning",
    name: "Console",
    question: "Is there a console (REPL) with the application loaded?",
    scale: "part",
    rule: "A command or a start option, its own or a library's, that opens a REPL with the application loaded. The language's REPL alone is none.",
  },
  {
    id: "starter-course",
    criterion: "learning",
    name: "Official course for beginners",
    question: "Does the project offer a course or tutorial that expects no knowledge of back ends?",
    scale: "degree",
    rule: "Yes: an official course, bootcamp or multi-part tutorial that says so or starts at installing the language. Partly: a tutorial that leads step by step through one application or page and expects no more than the language and what the web is. No: otherwise; a quick start that only shows the first code, a readme or pages on single topics are no.",
  },

  // Flexibility.
  {
    id: "other-data-layer",
    criterion: "flexibility",
    name: "Other data layers",
    question: "Can another data layer, or none, be used without losing documented parts?",
    scale: "degree",
    rule: "Yes: the default project has no data layer, or what rests on it (admin, accounts, generators) is documented for others too. Partly: it can be replaced or left out, but some of those parts are lost. No: not possible.",
  },
  {
    id: "free-layout",
    criterion: "flexibility",
    name: "Free layout of files",
    question: "Is the layout of files and folders left to the developer?",
    scale: "degree",
    rule: "Yes: none is required. Partly: conventions that can be configured. No: places of files carry meaning.",
  },
  {
    id: "several-servers",
    criterion: "flexibility",
    name: "Several servers or runtimes",
    question: "Does it run on more than one server or runtime?",
    scale: "degree",
    rule: "Yes: three or more documented servers, runtimes or engines. Partly: two. No: one. Servers of the language's standard library that take the application's handler as it is count. A host that runs the language's ordinary runtime (AWS Lambda, containers) is none of its own; one with a runtime of its own (Workers) is.",
  },
  {
    id: "plugin-api",
    criterion: "flexibility",
    name: "Extension API",
    question: "Is there a documented way to package extensions with their own life cycle?",
    scale: "degree",
    rule: "Yes: plugins, modules, bundles, engines or extensions with hooks. Partly: middleware only. No: neither.",
  },
  {
    id: "embeds",
    criterion: "flexibility",
    name: "Mounts and is mounted",
    question: "Can it stand beside another application in one process?",
    scale: "degree",
    rule: "Yes: documented mounting of other applications of the language's standard interface (WSGI/ASGI, Rack, PSR-15, net/http, servlet, fetch handler, tower), or in them. Partly: only of its own kind. No: neither.",
  },
  {
    id: "api-only",
    criterion: "flexibility",
    name: "API without views",
    question: "Is an application without any HTML a documented way to use it?",
    scale: "degree",
    rule: "Yes: an API mode, template or that is how it is used. Partly: possible by leaving parts out, with a guide. No: not described.",
  },

  // Scalability.
  {
    id: "concurrency",
    criterion: "scalability",
    name: "Many waiting requests",
    question: "Does one worker serve many waiting requests at the same time?",
    scale: "degree",
    rule: "Yes: async I/O, goroutines, virtual threads or lightweight processes throughout. Partly: offered besides a model of one thread or process per request. No: one request at a time per worker or thread pool only.",
  },
  {
    id: "multi-core",
    criterion: "scalability",
    name: "Uses all cores",
    question: "Does a single start use all processor cores?",
    scale: "degree",
    rule: "Yes: by default. Partly: by an option of its own or of the server that its documentation recommends. No: several copies have to be started by other means, also where the documentation shows code that forks with the language's means (node:cluster).",
  },
  {
    id: "sockets-across-nodes",
    criterion: "scalability",
    name: "WebSockets across machines",
    question: "Can a message reach sockets that are connected to another instance?",
    scale: "part",
    rule: "Publish and subscribe over a cluster or broker, for sockets that are served in the application's process and routing. A library that opens a server of its own beside it (netty-socketio, Workerman) and pub/sub that one wires to the sockets oneself are none.",
  },
  {
    id: "distributed-cache",
    criterion: "scalability",
    name: "Shared cache",
    question: "Can its cache be kept in Redis, Memcached or the like?",
    scale: "part",
    rule: "A driver for the row “Caching”; a general client of the language is third party.",
  },
  {
    id: "shared-queue",
    criterion: "scalability",
    name: "Queue across machines",
    question: "Can other machines process its jobs or messages?",
    scale: "part",
    rule: "Through a broker or database (Redis, RabbitMQ, Kafka, SQS …); a client for messages counts, also a general one of the language, as third party; on one platform only counts as third party.",
  },
  {
    id: "read-replicas",
    criterion: "scalability",
    name: "Read replicas",
    question: "Can its data layer send reads to replicas?",
    scale: "part",
    rule: "Routing by its own or its official data layer. Two pools, one of them marked as the replicas' and chosen in code by an interface for it, count; two connections that one sets up oneself don't. A general library of the language is third party.",
  },
  {
    id: "large-structure",
    criterion: "scalability",
    name: "Structure for large codebases",
    question: "Does it offer a documented way to divide a large application?",
    scale: "degree",
    rule: "Yes: modules, apps, bundles, contexts or engines with boundaries of their own. Partly: routers or blueprints that group routes. No: neither.",
  },

  // Maturity and ecosystem.
  {
    id: "support-policy",
    criterion: "maturity",
    name: "Published support policy",
    question: "Does it publish how long versions are supported?",
    scale: "degree",
    rule: "Yes: dates or lengths for each line. Partly: says which lines get fixes, without dates. No: nothing.",
  },
  {
    id: "deprecation-policy",
    criterion: "maturity",
    name: "Compatibility promise",
    question: "Does it promise when interfaces may break?",
    scale: "degree",
    rule: "Yes: a written policy with deprecation before removal. Partly: says that it follows semantic versioning, or promises less in writing (which parts stay compatible, what is frozen). No: nothing, or below version 1.0.",
  },
  {
    id: "governance",
    criterion: "maturity",
    name: "More than one maintainer",
    question: "Who answers for the project when its founder leaves?",
    scale: "degree",
    rule: "Yes: a foundation or company that owns or hosts it, or written governance with several people; a fiscal host that only keeps the money is none. Partly: an organisation with several named maintainers. No: one person.",
  },
  {
    id: "package-directory",
    criterion: "ecosystem",
    name: "Directory of extensions",
    question: "Does the project list extensions for it?",
    scale: "degree",
    rule: "Yes: an official directory or catalogue with search or categories. Partly: a page of links or an “awesome” list. No: none. A generator's list of parts with search or categories (start.spring.io, launch.micronaut.io, start.vertx.io) is a catalogue.",
  },
] as const satisfies readonly Check[];

export type CheckId = (typeof checks)[number]["id"];

export const checkIds = checks.map(({ id }) => id);
