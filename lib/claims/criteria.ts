/**
 * The fixed vocabulary by which claims are grouped, ratings given and decisions weighed.
 * The order is the order on screen; ids are stored, so they are never renamed. Records keep scores by place: a new
 * criterion goes to the end, and none is moved or taken out.
 */
export const criteria = [
  { id: "learning", name: "Learning", question: "How soon is a newcomer productive?" },
  { id: "productivity", name: "Productivity", question: "How much is done per day of work?" },
  { id: "batteries", name: "Batteries included", question: "How much comes with it, ready to use?" },
  { id: "flexibility", name: "Flexibility", question: "How easily does it bend to unusual needs?" },
  { id: "performance", name: "Performance", question: "How fast is it, and with how little?" },
  { id: "scalability", name: "Scalability", question: "How well does it grow with load and code?" },
  { id: "security", name: "Security", question: "How safe is it by default?" },
  { id: "testing", name: "Testing", question: "How easily is it tested?" },
  { id: "documentation", name: "Documentation", question: "How good are docs and tutorials?" },
  { id: "ecosystem", name: "Ecosystem", question: "How many packages and people are there?" },
  { id: "operations", name: "Operations", question: "How easy is it to deploy, host and watch?" },
  { id: "maturity", name: "Maturity", question: "How proven and steady is it?" },
] as const;

export type CriterionId = (typeof criteria)[number]["id"];
export type Criterion = (typeof criteria)[number];

export const criterionIds = criteria.map((criterion) => criterion.id);

const byId = new Map<string, Criterion>(criteria.map((criterion) => [criterion.id, criterion]));

/** The criterion of an id. Throws on an unknown one: ids are validated where they come in. */
export function criterionOf(id: string): Criterion {
  const criterion = byId.get(id);
  if (!criterion) throw new Error(`Unknown criterion: ${id}`);
  return criterion;
}
