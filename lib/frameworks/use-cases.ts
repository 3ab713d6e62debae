/** Kinds of work that use-case claims are tagged with, so that the catalogue can be filtered by them. */
export const useCases = [
  { id: "api", name: "APIs" },
  { id: "microservices", name: "Microservices" },
  { id: "web-app", name: "Web applications" },
  { id: "small-site", name: "Small sites" },
  { id: "prototype", name: "Prototypes and MVPs" },
  { id: "enterprise", name: "Enterprise" },
  { id: "realtime", name: "Real time" },
  { id: "ecommerce", name: "E-commerce" },
  { id: "content", name: "Content and news" },
  { id: "saas", name: "SaaS" },
  { id: "social", name: "Social networks" },
  { id: "spa", name: "Single-page app back ends" },
  { id: "data", name: "Data-driven" },
  { id: "cloud", name: "Cloud-native" },
  { id: "serverless", name: "Serverless and edge" },
  { id: "high-performance", name: "High performance" },
  { id: "iot", name: "Internet of Things" },
] as const;

export const useCaseIds = useCases.map((useCase) => useCase.id);
