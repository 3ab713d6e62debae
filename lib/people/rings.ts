// When accounts are taken for one hand. Printed on the page on integrity, which takes its numbers from here.
import { day, hour, inWords } from "../text/durations.ts";

/**
 * `least`: so many accounts. `within`: milliseconds between an account's registration and those of the others. `said`: so
 * many first votes and ratings. Whom a moderator has cleared is no more among those that a rule counts.
 */
export const ringRules = {
  mailbox: { least: 2 },
  network: { least: 5, within: 12 * hour },
  order: { least: 5, within: 3 * day, said: 3 },
  target: { least: 10, within: 12 * hour, share: 0.5 },
} as const;

export type RingRule = keyof typeof ringRules;
export const ringRuleIds = Object.keys(ringRules) as RingRule[];

/** Milliseconds since the registration in which an account is looked at for what it said. */
export const lookedAtFor = 60 * day;

/** What a rule says, in a sentence for everybody. */
export const ringWords: Record<RingRule, { name: string; sentence: string }> = {
  mailbox: {
    name: "One mailbox",
    sentence: `${inNumber(ringRules.mailbox.least)} or more accounts have addresses that lead to one mailbox: they differ in what follows a plus, or at Google in their dots.`,
  },
  network: {
    name: "One network",
    sentence: `${inNumber(ringRules.network.least)} or more accounts were seen in one network, and registered within ${inWords(ringRules.network.within)} of one another.`,
  },
  order: {
    name: "The same in the same order",
    sentence: `The first ${ringRules.order.said} things that ${inNumber(ringRules.order.least).toLowerCase()} or more accounts said are the same, in the same order, and they registered within ${inWords(ringRules.order.within)} of one another.`,
  },
  target: {
    name: "One target",
    sentence: `${inNumber(ringRules.target.least)} or more accounts that registered within ${inWords(ringRules.target.within)} of one another gave the same answer on one claim or framework, and they are at least half of all who registered in those hours and said anything.`,
  },
};

function inNumber(number: number): string {
  return (
    ["No", "One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine", "Ten"][number] ?? String(number)
  );
}

export const memberStates = { held: "held back", discounted: "discounted", cleared: "cleared" } as const;
export type MemberState = keyof typeof memberStates;

export const isMemberState = (text: unknown): text is MemberState =>
  typeof text === "string" && Object.hasOwn(memberStates, text);
