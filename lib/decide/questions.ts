import { type CriterionId, criterionIds } from "../claims/criteria.ts";
import { mostWeight, type Weights } from "./presets.ts";

export interface Choice {
  id: string;
  text: string;
  /** What it adds to the weights. */
  adds: Partial<Weights>;
}

export interface Question {
  id: string;
  text: string;
  choices: readonly Choice[];
}

/**
 * For who does not know yet what the criteria mean; the language is asked before these, as a constraint. Every answer adds
 * to weights, and says so. Ids appear in URLs.
 */
export const questions = [
  {
    id: "people",
    text: "Who builds it?",
    choices: [
      { id: "one", text: "I, alone", adds: { learning: 30, batteries: 30, documentation: 25 } },
      { id: "few", text: "A few people", adds: { productivity: 30, documentation: 20, batteries: 20, testing: 15 } },
      {
        id: "many",
        text: "Several teams",
        adds: { scalability: 25, testing: 30, maturity: 30, ecosystem: 20 },
      },
    ],
  },
  {
    id: "goal",
    text: "What kind of work is it?",
    choices: [
      { id: "learn", text: "Learning back-end development", adds: { learning: 60, documentation: 50, ecosystem: 35 } },
      {
        id: "idea",
        text: "A prototype or MVP",
        adds: { productivity: 60, batteries: 45, learning: 20 },
      },
      {
        id: "product",
        text: "A web product or SaaS with accounts, forms and mail",
        adds: { productivity: 45, batteries: 45, security: 30, ecosystem: 20 },
      },
      {
        id: "internal",
        text: "An internal tool: records, tables, permissions",
        adds: { batteries: 55, productivity: 50, security: 20 },
      },
      {
        id: "api",
        text: "A JSON API for an app or other services",
        adds: { performance: 40, operations: 35, testing: 20, scalability: 30 },
      },
      {
        id: "realtime",
        text: "Real-time: chat, live pages, many open connections",
        adds: { scalability: 70, performance: 40 },
      },
      {
        id: "company",
        text: "A company’s core system",
        adds: { security: 50, maturity: 55, scalability: 25, operations: 25 },
      },
    ],
  },
  {
    id: "life",
    text: "How long will it be in use?",
    choices: [
      { id: "months", text: "Months", adds: { productivity: 25, learning: 15 } },
      { id: "years", text: "A few years", adds: { maturity: 30, ecosystem: 25 } },
      { id: "decade", text: "Ten years or more", adds: { maturity: 60, security: 30, ecosystem: 20, testing: 20 } },
    ],
  },
  {
    id: "worry",
    text: "What would hurt most?",
    choices: [
      { id: "stuck", text: "Getting stuck without an answer", adds: { documentation: 45, ecosystem: 45 } },
      { id: "slow", text: "Being slow under load", adds: { performance: 60, scalability: 35 } },
      { id: "breach", text: "A break-in", adds: { security: 75 } },
      { id: "bend", text: "Fighting the framework’s conventions", adds: { flexibility: 75 } },
      { id: "running", text: "Trouble in production", adds: { operations: 75 } },
    ],
  },
] as const satisfies readonly Question[];
/** An answer as it stands in a URL: "goal.learn". */
export type Answered = string;

interface Given {
  answer: Answered;
  question: Question;
  choice: Choice;
}

/** The known ones among answers, one per question, in the order of the questions. */
export function givenOf(answers: readonly Answered[]): Given[] {
  return (questions as readonly Question[]).flatMap((question) => {
    const choice = question.choices.find(({ id }) => answers.includes(`${question.id}.${id}`));
    return choice ? [{ answer: `${question.id}.${choice.id}`, question, choice }] : [];
  });
}

/** Every criterion counts a little, so that nothing is forgotten that no question asks for. */
const base = 5;

/** The weights that answers lead to. */
export function weightsFrom(answers: readonly Answered[]): Weights {
  const given = givenOf(answers);
  const sum = (id: CriterionId) => given.reduce((total, { choice }) => total + (choice.adds[id] ?? 0), base);
  return Object.fromEntries(criterionIds.map((id) => [id, Math.min(mostWeight, sum(id))])) as Weights;
}

/** The answers because of which a criterion weighs more. */
export function reasonsFor(criterion: CriterionId, answers: readonly Answered[]): string[] {
  return givenOf(answers).flatMap(({ choice }) => (choice.adds[criterion] ? [choice.text] : []));
}
