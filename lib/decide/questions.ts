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

/** For who does not know yet what the criteria mean. Every answer adds to weights, and says so. Ids appear in URLs. */
export const questions = [
  {
    id: "goal",
    text: "What do you want to do?",
    choices: [
      { id: "learn", text: "Learn backend work", adds: { learning: 60, documentation: 45, ecosystem: 25 } },
      { id: "idea", text: "Try an idea quickly", adds: { productivity: 60, batteries: 45, learning: 20 } },
      {
        id: "product",
        text: "Build a web product that grows",
        adds: { productivity: 35, ecosystem: 30, security: 30 },
      },
      {
        id: "api",
        text: "Serve an app or other services with an API",
        adds: { performance: 35, testing: 25, scalability: 35 },
      },
      { id: "company", text: "Run the systems of a company", adds: { security: 50, maturity: 50, scalability: 30 } },
    ],
  },
  {
    id: "people",
    text: "Who builds it?",
    choices: [
      { id: "one", text: "I, alone", adds: { learning: 25, batteries: 30, documentation: 25 } },
      { id: "few", text: "A few people", adds: { productivity: 25, documentation: 20, testing: 15 } },
      { id: "many", text: "Several teams", adds: { scalability: 30, testing: 30, maturity: 25, flexibility: 15 } },
    ],
  },
  {
    id: "life",
    text: "How long will it be in use?",
    choices: [
      { id: "months", text: "Some months", adds: { productivity: 25, learning: 15 } },
      { id: "years", text: "Some years", adds: { maturity: 25, ecosystem: 20 } },
      { id: "decade", text: "Ten years and more", adds: { maturity: 50, security: 25, testing: 20 } },
    ],
  },
  {
    id: "worry",
    text: "What would hurt most?",
    choices: [
      { id: "stuck", text: "To be stuck and find no answer", adds: { documentation: 40, ecosystem: 40 } },
      { id: "slow", text: "To be slow when many people come", adds: { performance: 50, scalability: 40 } },
      { id: "breach", text: "A break-in", adds: { security: 70 } },
      { id: "bend", text: "To be held back by how it wants things done", adds: { flexibility: 70 } },
      { id: "running", text: "Trouble with hosting and running it", adds: { operations: 70 } },
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
