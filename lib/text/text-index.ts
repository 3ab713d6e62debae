import MiniSearch from "minisearch";
import { readingsOf, wordsOf } from "./synonyms.ts";

interface Options<Field extends string> {
  /** Fields and what a match in each counts. */
  fields: Readonly<Record<Field, number>>;
  documents: readonly ({ id: string } & Readonly<Record<NoInfer<Field>, string>>)[];
}

export interface TextIndex {
  /** Ids whose text has every word as it was typed, as whole words or their beginnings. The best first. */
  typed: (query: string) => string[];
  /** The same, and besides what the words are called here. */
  exact: (query: string) => string[];
  /** As it was typed, through typos: a letter too many, too few or wrong in four (two in six), or two letters that changed places. */
  fuzzy: (query: string) => string[];
}

/** Plural and singular are the same; both sides are treated alike, so no real stem is needed. */
const stem = (word: string): string =>
  word.length > 3 && /[^su]s$/.test(word) && !word.endsWith("js") ? word.slice(0, -1) : word;

/** Words of a document; "type-safe" also stands for "typesafe". */
const indexed = (text: string): string[] => [
  ...wordsOf(text),
  ...(text.match(/[\p{L}\p{N}]+(?:-[\p{L}\p{N}]+)+/gu) ?? []).flatMap((word) => wordsOf(word.replaceAll("-", ""))),
];

/** Longest word in which typos are looked for: no name of ours is longer, and looking takes longer with every letter. */
const longestTypo = 24;

/** A word with each two neighbours in the other order: "nset" → "snet", "nest", "nste". */
function swapped(word: string): string[] {
  const letters = Array.from(word);
  return letters
    .slice(1)
    .map((_, at) => [...letters.slice(0, at), letters[at + 1], letters[at], ...letters.slice(at + 2)].join(""));
}

/** Of the best match's score, what a match through a typo needs: a name that is near beats words of a tagline that are. */
const noise = 0.4;

const distance = (word: string) => (word.length < 4 || word.length > longestTypo ? 0 : word.length < 6 ? 1 : 2);

export function buildTextIndex<Field extends string>({ fields, documents }: Options<Field>): TextIndex {
  const index = new MiniSearch({
    fields: Object.keys(fields),
    tokenize: indexed,
    processTerm: stem,
    searchOptions: {
      tokenize: (text) => [text],
      processTerm: stem,
      combineWith: "AND",
      prefix: (term) => term.length >= 2,
      boost: { ...fields },
    },
  });
  index.addAll(documents);

  type Results = { id: unknown; score: number }[];
  const found = (readings: string[][], search: (words: string[]) => Results, least = 0) => [
    ...new Set(
      readings.flatMap((words) => {
        const results = search(words);
        return results.filter(({ score }) => score >= (results[0]?.score ?? 0) * least).map(({ id }) => String(id));
      }),
    ),
  ];
  const whole = (words: string[]) => index.search({ combineWith: "AND", queries: words });
  return {
    typed: (query) => found(readingsOf(query).slice(0, 1), whole),
    exact: (query) => found(readingsOf(query), whole),
    fuzzy: (query) =>
      found(
        readingsOf(query).slice(0, 1),
        (words) =>
          index.search({
            combineWith: "AND",
            queries: words.map((word) => ({
              combineWith: "OR",
              queries: [
                { queries: [word], fuzzy: distance(word) },
                ...(distance(word) === 0 ? [] : swapped(word).map((other) => ({ queries: [other], fuzzy: false }))),
              ],
            })),
          }),
        noise,
      ),
  };
}
