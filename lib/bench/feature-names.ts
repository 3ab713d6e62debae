/**
 * The checks that are rows of the feature matrix, by id, in its order. Apart from the other words of the checks, because
 * the catalogue carries these into the browser.
 */
export const featureNames = {
  orm: "Database layer (ORM)",
  migrations: "Migrations",
  accounts: "User accounts",
  guards: "Tokens and guards",
  admin: "Admin interface",
  templating: "Templates",
  websockets: "WebSockets",
  timers: "Scheduled and in-process tasks",
  queues: "Persistent job queue",
  generator: "Code generator",
  "test-client": "Test client",
  di: "Dependency injection",
  validation: "Validation",
  openapi: "OpenAPI",
  i18n: "Translations",
  caching: "Caching",
  mail: "Mail",
} as const;
