/** The two ways to say that something should read otherwise. Ids stand in addresses and are kept: never renamed. */
export const waysIn = [
  { id: "dispute", name: "Dispute", says: "This isn’t so." },
  { id: "improve", name: "Improve", says: "This could be better." },
] as const;

export type WayIn = (typeof waysIn)[number]["id"];

/** What each way offers, by the kind of suggestion that it comes to, in the order of the page. */
export const choices = {
  dispute: [
    { kind: "assertion", name: "A claim, with a source" },
    { kind: "flag", name: "A claim, without one" },
    { kind: "fact", name: "A fact" },
    { kind: "check", name: "An answer to a check" },
    { kind: "release", name: "Support dates" },
    { kind: "standing", name: "The standing" },
    { kind: "measure", name: "A figure" },
    { kind: "correction", name: "Something else" },
  ],
  improve: [
    { kind: "claim", name: "A claim that is missing" },
    { kind: "wording", name: "The words of a claim" },
    { kind: "assertion", name: "The sources of a claim" },
    { kind: "fact", name: "A fact" },
    { kind: "check", name: "An answer to a check" },
    { kind: "release", name: "Support dates" },
    { kind: "standing", name: "The standing" },
    { kind: "measure", name: "A figure" },
    { kind: "resource", name: "A place to learn it" },
    { kind: "framework", name: "A framework that is missing" },
    { kind: "correction", name: "Something else" },
  ],
} as const satisfies Record<WayIn, readonly { kind: string; name: string }[]>;

export type ChosenKind = (typeof choices)[WayIn][number]["kind"];

/** What a reader may have come from, and the kinds that are about it. */
const kindsAbout = {
  claim: ["assertion", "flag", "wording"],
  fact: ["fact"],
  check: ["check"],
  release: ["release"],
  measure: ["measure"],
} as const satisfies Record<string, readonly ChosenKind[]>;

export type Noun = keyof typeof kindsAbout;

const isAbout = (noun: Noun | null, kind: string) =>
  noun === null || kindsAbout[noun].some((one: string) => one === kind);

/** What a way offers to whoever came from one of those, or from none. */
export const choicesOf = (way: WayIn, noun: Noun | null) => choices[way].filter(({ kind }) => isAbout(noun, kind));

/**
 * The way and kind of an address, and what it is about. One that says only a kind, as addresses did before there were
 * ways, leads to the way that has it; what it doesn't say, or says wrongly, is what the way offers first.
 */
export function chosenBy(
  asked: { way?: string | undefined; kind?: string | undefined },
  from: Noun | null,
): { way: WayIn; kind: ChosenKind; noun: Noun | null } {
  const wanted = [...choices.improve, ...choices.dispute].find(({ kind }) => kind === asked.kind)?.kind;
  const noun = wanted === undefined || isAbout(from, wanted) ? from : null;
  const has = (way: WayIn) => choicesOf(way, noun).find(({ kind }) => kind === wanted)?.kind;
  const named = waysIn.find(({ id }) => id === asked.way)?.id;
  const way = named ?? (has("improve") || !has("dispute") ? "improve" : "dispute");
  return { way, kind: has(way) ?? choicesOf(way, noun)[0]?.kind ?? "correction", noun };
}
