import { wordsOf } from "../text/synonyms.ts";

/**
 * What people look for that no fact, feature or use case has a place for: a framework is found by a topic when one of its
 * claims, whatever its verdict, speaks of it.
 */
const topics: Readonly<Record<string, readonly string[]>> = {
  graphql: ["graphql"],
  seo: ["seo"],
  "lock-in": ["lock in"],
  "type-safe": ["type safe", "type safety", "typed", "type hints", "static typing", "compile time"],
  async: ["async", "asynchronous", "non blocking"],
  grpc: ["grpc"],
  rest: ["rest"],
};

/** The topics that claims speak of. */
export function topicsOf(claims: readonly { text: string }[]): string[] {
  const texts = claims.map(({ text }) => ` ${wordsOf(text).join(" ")} `);
  return Object.keys(topics).filter((topic) =>
    topics[topic]?.some((phrase) => texts.some((text) => text.includes(` ${phrase} `))),
  );
}
