import fc from "fast-check";
import { fromMarkdown } from "mdast-util-from-markdown";
import { describe, expect, it } from "vitest";
import type { BenchEvidence } from "../bench/bench-score.ts";
import { checks } from "../bench/checks.ts";
import { roundedScore, scoresOf } from "../bench/score.ts";
import { criterionIds } from "../claims/criteria.ts";
import { verdicts } from "../claims/rules.ts";
import { testOption } from "../testing/options.ts";
import { decidingClaims, evidenceOf, risksOf } from "./brief.ts";
import { decisiveClaims } from "./decisive.ts";
import { madrOf } from "./madr.ts";
import { rank, sharesOf } from "./ranking.ts";
import { type RecordData, recordOf, workOut } from "./record.ts";
import { changesBetween } from "./record-changes.ts";
import { type RecordClaim } from "./record-claims.ts";
import { revisitWhen } from "./revisit.ts";
import { parseDecision } from "./search-params.ts";

const claim = (slug: string, over: Partial<RecordClaim> = {}): RecordClaim => ({
  slug,
  kind: "pro",
  criterion: "learning",
  text: `It is ${slug}`,
  level: null,
  verdict: "still-true",
  yes: 0,
  no: 0,
  sources: [{ slug: "docs", publisher: "Docs", date: "2026-01-01", stance: "supports", url: "https://example.org/a" }],
  ...over,
});
/** Every score of the bench is the same. */
const middling: BenchEvidence = {
  answers: Object.fromEntries(checks.map(({ id, scale }) => [id, scale === "degree" ? "partly" : "third-party"])),
  measures: {},
};
const words = { title: "The shop", context: "A [shop] for *all*", chosen: "django", because: "", deciders: "Ada, Bo" };
const options = [
  testOption("django", { learning: 3.67 }, { supportedUntil: "2028-04-30", support: "supported" }),
  testOption("gin", { learning: 3.62, performance: 4 }),
  testOption("rails", { learning: 3.2 }, { languages: ["Ruby"] }),
];
const claims = new Map([
  ["django", [claim("kind")]],
  [
    "gin",
    [
      claim("clear"),
      claim("slow", {
        kind: "con",
        verdict: "disputed",
        sources: [{ slug: "article", publisher: "Blog", date: "2020", stance: "disputes", url: null }],
      }),
    ],
  ],
]);
const decision = parseDecision(new URLSearchParams("w=learning.80,performance.10&language=Ruby,Python"));
const make = (over = options, given: ReadonlyMap<string, RecordClaim[]> = claims, said = words) =>
  recordOf(workOut(decision, over), said, given, ["django", "gin"], "2026-11-21");
const record = make();

describe("a record", () => {
  it("is the same when nothing has changed, also after it was kept as JSON", () => {
    expect(changesBetween(JSON.parse(JSON.stringify(record)) as RecordData, make())).toEqual([]);
  });
  it("of one person keeps its form, and with it the hash that it is kept under", () => {
    expect(Object.keys(record).join(" ")).toBe(
      "version bench day words search demands shares options excluded lead group flips apart decisive",
    );
    expect(record.version).toBe(2);
    expect(Object.keys(record.options[0] ?? {}).join(" ")).toBe(
      `${Object.keys(options[0] ?? {}).join(" ")} rank total low high wins unknown claims`,
    );
  });
  it("shows exactly what has changed: scores, order, verdicts, votes, sources, support, new and gone claims", () => {
    const later = make(
      [
        testOption("django", { learning: 3 }, { support: "ended" }),
        testOption("gin", { learning: 3.62, performance: 4 }),
        testOption("koa", { learning: 1 }),
      ],
      new Map([
        ["django", [claim("kind", { verdict: "outdated", no: 12 }), claim("new")]],
        ["gin", [claim("clear", { sources: [] })]],
      ]),
    );
    const changes = changesBetween(record, later).map(({ text, was, now }) => `${text}: ${was} → ${now}`);
    for (const line of [
      "First of the ranking: django → gin",
      "django: score on learning: 3.67 → 3.00",
      "django: supported until: 2028-04-30 → ended",
      "django: verdict on “It is kind”: still true → outdated",
      "django: votes on “It is kind”: 0 yes, 0 no → 0 yes, 12 no",
      "django: a new claim:  → It is new (Learning, still true)",
      "gin: a claim is gone: It is slow → ",
      "gin: sources of “It is clear”: Docs 2026 supports → ",
      "koa: not in the catalogue → ranked",
      "rails: ranked → not in the catalogue",
    ])
      expect(changes).toContain(line);
    expect(changes.some((line) => line.startsWith("gin: score"))).toBe(false);
  });
});

describe("when to look at a decision again", () => {
  it("names the end of support, the claims that the outcome hangs on, and what is missing", () => {
    expect(
      record.decisive.map(({ framework, claim: slug, turns, instead }) => [framework, slug, turns, instead]),
    ).toEqual([
      ["django", "kind", "outdated", "gin"],
      // Without its disputed con, gin's learning is 3.67: 3.71 in all, before django's 3.67.
      ["gin", "slow", "outdated", "gin"],
    ]);
    const texts = revisitWhen(record).map(({ text }) => text);
    expect(texts[0]).toBe("Support of django’s last supported line ends on 2028-04-30");
    expect(texts[1]).toBe("“It is kind” no longer holds for django: gin would come first");
    expect(texts).toContain("More is known of rails: what is unknown could put it first");
  });
  it("finds just the claims without which, or with which, the catalogue's own rules give another first, in 2,000 random cases", () => {
    const verdict = fc.constantFrom(...verdicts.map(({ id }) => id));
    const one = fc.record({
      kind: fc.constantFrom("pro" as const, "con" as const),
      criterion: fc.constantFrom(...criterionIds.slice(0, 3)),
      verdict,
    });
    fc.assert(
      fc.property(
        fc.array(fc.array(one, { maxLength: 5 }), { minLength: 2, maxLength: 4 }),
        fc.tuple(fc.integer({ min: 0, max: 9 }), fc.integer({ min: 0, max: 9 }), fc.integer({ min: 1, max: 9 })),
        (frameworks, weights) => {
          const all = frameworks.map((list, f) => list.map((given, c) => claim(`c${f}-${c}`, given)));
          const shares = sharesOf([...weights, ...criterionIds.slice(3).map(() => 0)]);
          const ranked = (claimsOf: RecordClaim[][]) =>
            rank(
              claimsOf.map((list, f) => {
                const scores = scoresOf(
                  middling,
                  list.map((given) => ({ ...given, decidedBy: null })),
                );
                return { ...testOption(`f${f}`), scores: scores.map(roundedScore), parts: scores };
              }),
              shares,
            );
          const now = ranked(all);
          const [first, second] = now;
          if (!first || !second || first.total - second.total < 0.02) return;
          const found = decisiveClaims({ ranked: now, shares }, new Map(all.map((list, f) => [`f${f}`, list]))).map(
            ({ claim: slug }) => slug,
          );
          all.forEach((list, f) => {
            list.forEach((given, c) => {
              const leading = first.option.slug === `f${f}`;
              const turns = (given.kind === "pro") === leading ? ("outdated" as const) : ("still-true" as const);
              const changed = all.map((other) =>
                other.map((own) => (own === given ? { ...own, verdict: turns } : own)),
              );
              const [anew, next] = ranked(changed);
              if (!anew || !next || anew.total - next.total < 0.02) return;
              expect([`c${f}-${c}`, found.includes(`c${f}-${c}`)]).toEqual([
                `c${f}-${c}`,
                given.verdict !== turns && anew.option.slug !== first.option.slug,
              ]);
            });
          });
        },
      ),
      { numRuns: 2_000 },
    );
  });
});

describe("the first page of a record", () => {
  it("has the claims that decide: those that turn the outcome, then the weightiest of the choice and its rival", () => {
    const deciding = decidingClaims(record, evidenceOf(record)).map(({ claim: { slug } }) => slug);
    expect(deciding).toEqual(["kind", "slow", "clear"]);
  });
  it("has at most five of them, with what speaks against the choice among them", () => {
    const own = Array.from({ length: 9 }, (_, index) => claim(`pro-${index}`));
    const against = claim("con", { kind: "con", verdict: "unverified" });
    const long = make(
      options,
      new Map([
        ["django", [...own, against]],
        ["gin", [claim("clear")]],
      ]),
    );
    const deciding = decidingClaims({ ...long, decisive: [] }, evidenceOf(long)).map(({ claim: { slug } }) => slug);
    expect(deciding).toEqual(["pro-0", "con", "clear", "pro-1", "pro-2"]);
  });
  it("has the risks of what was chosen: support, what isn't known, where it is weak, what is said against it", () => {
    const weak = make(
      [testOption("django", { learning: 2 }, { languages: ["Ruby"], support: "ended" })],
      new Map([["django", [claim("hard", { kind: "con" }), claim("gone", { kind: "con", verdict: "outdated" })]]]),
    );
    expect(risksOf(weak, evidenceOf(weak)).map(({ text }) => text)).toEqual([
      "Its support has ended.",
      "Its learning is weak, 2.0 of 5, and counts 89 %.",
      "Too little is known of its performance, which counts 11 %.",
      "“It is hard” (still true)",
    ]);
  });
});

describe("the record as MADR", () => {
  const text = madrOf(record, "abcdefghijklmnop", "https://framewise.example");
  const tree = fromMarkdown(text.replace(/^---\n[\s\S]*?\n---\n/, ""));
  const plain = (node: unknown): string => {
    const { value, children } = node as { value?: string; children?: unknown[] };
    return value ?? (children ?? []).map(plain).join("");
  };
  const hasLink = (node: unknown): boolean => {
    const { type, children } = node as { type: string; children?: unknown[] };
    return type === "link" || (children ?? []).some(hasLink);
  };
  const headings = tree.children.flatMap((node) =>
    node.type === "heading" ? [`${"#".repeat(node.depth)} ${plain(node)}`] : [],
  );

  it("has the template's front matter and headings, in its order, and no others", () => {
    expect(text).toMatch(/^---\nstatus: accepted\ndate: 2026-11-21\ndecision-makers: "Ada, Bo"\n---\n/);
    expect(headings).toEqual([
      "# The shop",
      "## Context and Problem Statement",
      "## Decision Drivers",
      "## Considered Options",
      "## Decision Outcome",
      "### Consequences",
      "### Confirmation",
      "## Pros and Cons of the Options",
      "### django",
      "### gin",
      "## More Information",
    ]);
  });
  it("keeps within 12 KB for three options, however much is said of them, and says where the rest is", () => {
    const many = (slug: string) =>
      Array.from({ length: 40 }, (_, index) =>
        claim(`${slug}-${index}`, { text: `${"Long words ".repeat(20)}${index}`, kind: index % 2 ? "pro" : "con" }),
      );
    const long = make(options, new Map(["django", "gin", "rails"].map((slug) => [slug, many(slug)])));
    const said = madrOf(long, "abcdefghijklmnop", "https://framewise.example");
    expect(Buffer.byteLength(said)).toBeLessThanOrEqual(12_000);
    expect(said).toContain(`* Bad, because “${"Long words ".repeat(20)}0” ([`);
    expect(said).toContain("* All 80 claims with their sources: [record abcdefghijklmnop]");
  });
  it("cites each claim by the number that it has in the record's appendix", () => {
    expect(text).toContain("“It is clear” ([2](https://framewise.example/decide/records/abcdefghijklmnop#evidence-2))");
    expect(text).toContain(
      "* Evidence [3](https://framewise.example/decide/records/abcdefghijklmnop#evidence-3): gin, disputed; [Blog 2020 (disputes)]",
    );
    expect(evidenceOf(record).map(({ n, claim: { slug } }) => [n, slug])).toEqual([
      [1, "kind"],
      [2, "clear"],
      [3, "slow"],
    ]);
  });
  it("considers options, and weighs those that it has room for with Good, Neutral and Bad", () => {
    const after = (heading: string) =>
      tree.children[tree.children.findIndex((node) => node.type === "heading" && plain(node) === heading) + 1];
    expect(plain(after("Considered Options"))).toBe("djangoginrails");
    expect(plain(after("Decision Outcome"))).toMatch(/^Chosen option: "django", because it comes first/);
    for (const name of ["Consequences", "django", "gin"]) {
      const list = after(name);
      expect(list?.type).toBe("list");
      for (const item of list?.type === "list" ? list.children : [])
        expect(plain(item)).toMatch(/^(Good|Neutral|Bad), because /);
    }
  });
  it("links every statement to where it comes from", () => {
    const statements = tree.children.flatMap((node): (typeof tree.children)[number][] =>
      node.type === "list" ? node.children : node.type === "paragraph" ? [node] : [],
    );
    expect(statements.length).toBeGreaterThan(15);
    expect(statements.filter((statement) => !hasLink(statement)).map(plain)).toEqual([]);
  });
  it("shows what people typed as they typed it, in their lines, never as markup", () => {
    const typed = ["A [shop] for *all*", "- cheap", "1. fast", "AT&amp;T &copy; ~~x~~", "====", "<b>"];
    const said = madrOf(make(options, claims, { ...words, context: typed.join("\n") }), "x", "https://f.example");
    const read = fromMarkdown(said.replace(/^---\n[\s\S]*?\n---\n/, ""));
    const paragraph = read.children[2];
    expect(paragraph?.type).toBe("paragraph");
    expect(plain(paragraph)).toContain(typed.join(""));
    expect(JSON.stringify(paragraph).match(/"break"/g)).toHaveLength(typed.length - 1);
  });
  it("says so when another than the first was chosen, when some are level, and who is excluded", () => {
    const other = madrOf(make(options, claims, { ...words, chosen: "gin" }), "x", "https://f.example");
    expect(other).toContain("because its authors prefer it; by the weights it is number 2");
    expect(other).toContain("It is too close to call between django, gin, and rails.");
    expect(other).toContain(
      "* Neutral, because this is not known: written in Ruby or Python (its language is not known)",
    );
    const level = make(
      [
        testOption("a", { learning: 4 }),
        testOption("b", { learning: 4 }),
        testOption("go", { learning: 3 }, { languages: ["Go"] }),
      ],
      new Map(),
      { ...words, chosen: "b" },
    );
    const told = madrOf(level, "x", "https://f.example");
    expect(told).toContain("it comes first with 4.00 of 5, level with a");
    expect(told).toContain("It is too close to call between a and b.");
    expect(told).toContain("* Excluded: [go](https://f.example/frameworks/go), because its language is Go");
  });
  it("leaves no empty part when nothing was chosen from what is left, or nothing is known", () => {
    const bare = madrOf(
      recordOf(
        workOut({ ...decision, frameworks: ["django"] }, [testOption("django")]),
        words,
        new Map(),
        ["django"],
        "2026-11-21",
      ),
      "x",
      "https://f.example",
    );
    expect(bare).toContain("### Consequences\n\n* Neutral, because no claim on django is known");
  });
});
