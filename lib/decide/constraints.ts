import { type Level, levels } from "../claims/kinds.ts";
import { frameworkKinds } from "../frameworks/attributes.ts";
import { type FeatureId, features } from "../frameworks/features.ts";
import { isClosed } from "../frameworks/standing.ts";
import { listWithAnd, listWithOr } from "../text/lists.ts";
import type { DecideOption } from "./option.ts";

/** What a decision demands. Empty lists and null demand nothing. */
export interface Constraints {
  /** Written in one of these. */
  language: string[];
  /** The team knows these: one of them must do. */
  knows: string[];
  kind: string[];
  licence: string[];
  /** The knowledge that it may need at most. */
  level: Level | null;
  /** ISO day that it must be supported on. */
  until: string | null;
  /** Whether one release line must last until then; else moving to newer lines by a published policy will do. */
  oneLine: boolean;
  /** Whether frameworks that aren't for new work are let in. */
  closed: boolean;
  has: FeatureId[];
}

export const noConstraints: Constraints = {
  language: [],
  knows: [],
  kind: [],
  licence: [],
  level: null,
  until: null,
  oneLine: false,
  closed: false,
  has: [],
};

/** Unknown is not "no": it is shown, and excludes only where the reader says so. */
export type Answer = "meets" | "fails" | "unknown";

/** One demand, put to frameworks. */
export interface Demand {
  /** Unique among the demands of a decision, such as "language" or "has-orm". */
  id: string;
  /** As a condition: "written in Python". */
  text: string;
  /** The constraints without this one. */
  without: (constraints: Constraints) => Constraints;
  ask: (option: DecideOption) => { answer: Answer; why: string };
}

function anyOf(
  id: "language" | "knows" | "kind" | "licence",
  wanted: string[],
  text: string,
  valuesOf: (option: DecideOption) => readonly string[],
  say: (values: readonly string[]) => string,
  unknown: string,
): Demand[] {
  if (wanted.length === 0) return [];
  return [
    {
      id,
      text,
      without: (constraints) => ({ ...constraints, [id]: [] }),
      ask: (option) => {
        const values = valuesOf(option);
        if (values.length === 0) return { answer: "unknown", why: unknown };
        return { answer: values.some((value) => wanted.includes(value)) ? "meets" : "fails", why: say(values) };
      },
    },
  ];
}

/** The licences that one may choose from: "MIT OR Apache-2.0" is two. In the form of SPDX. */
export const licencesOf = (licence: string | null): string[] => licence?.split(" OR ") ?? [];

const kindName = (id: string) => frameworkKinds.find((kind) => kind.id === id)?.name.toLowerCase() ?? id;

/** The demands of a decision, in the order of the form. */
export function demandsOf(constraints: Constraints): Demand[] {
  const { language, knows, kind, licence, level, until, oneLine, closed, has } = constraints;
  return [
    ...anyOf(
      "language",
      language,
      `written in ${listWithOr(language)}`,
      (option) => option.languages,
      (values) => `its language is ${listWithAnd(values)}`,
      "its language is not known",
    ),
    ...anyOf(
      "knows",
      knows,
      `the team knows ${listWithOr(knows)}`,
      (option) => option.languages,
      (values) => `it is written in ${listWithAnd(values)}`,
      "its language is not known",
    ),
    ...anyOf(
      "kind",
      kind,
      `its kind is ${listWithOr(kind.map(kindName))}`,
      (option) => (option.kind ? [option.kind] : []),
      (values) => `it is ${listWithAnd(values.map(kindName))}`,
      "its kind is not known",
    ),
    ...anyOf(
      "licence",
      licence,
      `licensed under ${listWithOr(licence)}`,
      (option) => licencesOf(option.licence),
      (values) => `its licence is ${listWithOr(values)}`,
      "its licence is not known",
    ),
    ...(level ? [levelDemand(level)] : []),
    ...(until ? [untilDemand(until, oneLine)] : []),
    ...(closed ? [] : [standingDemand]),
    ...has.map(featureDemand),
  ];
}

const nameOfLevel = (id: Level) => levels.find((level) => level.id === id)?.name.toLowerCase() ?? id;
const heightOf = (id: Level) => levels.findIndex((level) => level.id === id);

function levelDemand(most: Level): Demand {
  return {
    id: "level",
    text: `needs ${nameOfLevel(most)} knowledge at most`,
    without: (constraints) => ({ ...constraints, level: null }),
    ask: (option) => {
      if (option.levels.length === 0) return { answer: "unknown", why: "no source says which knowledge it needs" };
      const fit = option.levels.filter((level) => heightOf(level) <= heightOf(most)).length;
      const said = `sources say ${listWithOr(option.levels.map(nameOfLevel))}`;
      if (fit === option.levels.length) return { answer: "meets", why: said };
      return fit === 0 ? { answer: "fails", why: said } : { answer: "unknown", why: `${said}: they disagree` };
    },
  };
}

function untilDemand(day: string, oneLine: boolean): Demand {
  return {
    id: "until",
    text: oneLine ? `one release line supported until ${day} at least` : `supported until ${day} at least`,
    without: (constraints) => ({ ...constraints, until: null }),
    ask: ({ support, supportedUntil, supportPolicy, standing }) => {
      if (support === "ended") return { answer: "fails", why: "its support has ended" };
      if (supportedUntil === "open") return { answer: "meets", why: "no end of support is announced" };
      if (supportedUntil !== null && supportedUntil >= day)
        return { answer: "meets", why: `it is supported until ${supportedUntil}` };
      const ends = supportedUntil === null ? "" : `its longest line ends on ${supportedUntil}`;
      // Who publishes end dates must not be worse off than who publishes none: newer lines follow by the policy.
      const rolling = supportPolicy === "dated" && standing === "active";
      if (rolling && !oneLine)
        return { answer: "meets", why: `${ends ? `${ends}; ` : ""}newer lines follow by its published policy` };
      if (supportedUntil !== null) return { answer: "fails", why: ends };
      return { answer: "unknown", why: "no support date is published" };
    },
  };
}

const standingDemand: Demand = {
  id: "standing",
  text: "meant for new work",
  without: (constraints) => ({ ...constraints, closed: true }),
  ask: ({ standing }) => {
    if (standing === null) return { answer: "unknown", why: "nobody says whether it is for new work" };
    return {
      answer: isClosed(standing) ? "fails" : "meets",
      why: {
        active: "it is developed further",
        maintenance: "it gets fixes only: its makers don’t mean it for new work",
        ended: "its makers have left it",
      }[standing],
    };
  },
};

function featureDemand(id: FeatureId): Demand {
  const name = features.find((feature) => feature.id === id)?.name.replace(/^[A-Z](?=[a-z])/, (c) => c.toLowerCase());
  return {
    id: `has-${id}`,
    text: `comes with ${name}`,
    without: (constraints) => ({ ...constraints, has: constraints.has.filter((one) => one !== id) }),
    ask: (option) => {
      const support = option.features[id];
      if (!support) return { answer: "unknown", why: `whether it has ${name} is not known` };
      const comes = support === "builtin" || support === "official-package";
      const why = {
        none: `it has no ${name}`,
        "third-party": `its ${name} comes from third parties only`,
        builtin: `its ${name} is built in`,
        "official-package": `its ${name} is an official package`,
      }[support];
      return { answer: comes ? "meets" : "fails", why };
    },
  };
}
