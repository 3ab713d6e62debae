/** The built-in parts that are compared cell by cell. Ids are stored and appear in URLs. */
export const features = [
  { id: "orm", name: "Database layer (ORM)", short: "ORM" },
  { id: "migrations", name: "Migrations", short: "Migrations" },
  { id: "auth", name: "Authentication", short: "Auth" },
  { id: "admin", name: "Admin interface", short: "Admin" },
  { id: "templating", name: "Templates", short: "Templates" },
  { id: "websockets", name: "WebSockets", short: "WebSockets" },
  { id: "background_jobs", name: "Background jobs", short: "Jobs" },
  { id: "cli_scaffolding", name: "Command-line generator", short: "CLI" },
  { id: "testing", name: "Test tools", short: "Testing" },
  { id: "di", name: "Dependency injection", short: "DI" },
  { id: "validation", name: "Validation", short: "Validation" },
  { id: "openapi", name: "OpenAPI", short: "OpenAPI" },
  { id: "i18n", name: "Translations", short: "i18n" },
  { id: "caching", name: "Caching", short: "Caching" },
  { id: "mail", name: "Mail", short: "Mail" },
] as const;

export type FeatureId = (typeof features)[number]["id"];
export const featureIds = features.map((feature) => feature.id);

/** How a framework comes by a feature, from most to least at hand. */
export const featureSupports = [
  { id: "builtin", name: "Built in" },
  { id: "official-package", name: "Official package" },
  { id: "third-party", name: "Third party" },
  { id: "none", name: "None" },
] as const;

export type FeatureSupport = (typeof featureSupports)[number]["id"];

/** How one framework comes by one feature, and who says so. */
export interface FeatureView {
  id: FeatureId;
  support: FeatureSupport;
  source: string | null;
  asOf: string | null;
  note: string | null;
}
