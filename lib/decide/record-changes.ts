import { criteria, criterionOf } from "../claims/criteria.ts";
import { verdicts } from "../claims/rules.ts";
import { openEnd } from "../releases/support.ts";
import type { RecordData, RecordOption } from "./record.ts";
import type { RecordClaim } from "./record-claims.ts";

/** One thing that is not as it was, in words. */
export interface RecordChange {
  /** Slug of the framework; null for the outcome as a whole. */
  framework: string | null;
  text: string;
  /** What it was, and what it is: "" where there was, or is, nothing. */
  was: string;
  now: string;
}

const verdictName = (id: string) => verdicts.find((verdict) => verdict.id === id)?.name.toLowerCase() ?? id;
const two = (value: number | null | undefined) =>
  value === null || value === undefined ? "no evidence" : value.toFixed(2);
const percent = (part: number | null | undefined) =>
  part === null || part === undefined ? "" : `${(Math.round(part * 1000) / 10).toFixed(1)} %`;

/** Everything that differs between a record and the same decision made again later. Nothing differs: an empty list. */
export function changesBetween(was: RecordData, now: RecordData): RecordChange[] {
  const changes: RecordChange[] = [];
  const note = (framework: string | null, text: string, before: string, after: string) => {
    if (before !== after) changes.push({ framework, text, was: before, now: after });
  };
  const nameOf = (record: RecordData, slug: string | undefined) =>
    record.options.find((option) => option.slug === slug)?.name ?? "";
  note(null, "Constraints", was.demands.join("; "), now.demands.join("; "));
  for (const { criterion, share } of was.shares)
    note(
      null,
      `Share of ${criterionOf(criterion).name.toLowerCase()}`,
      percent(share),
      percent(now.shares.find((one) => one.criterion === criterion)?.share),
    );
  note(null, "First of the ranking", was.options[0]?.name ?? "nobody", now.options[0]?.name ?? "nobody");
  note(null, "Lead over the second", percent(was.lead), percent(now.lead));
  note(
    null,
    "First, or less than 10 % behind",
    was.group.map((slug) => nameOf(was, slug)).join(", "),
    now.group.map((slug) => nameOf(now, slug)).join(", "),
  );
  for (const { id, name } of criteria) {
    const flips = (record: RecordData) => record.flips.find((flip) => flip.criterion === id);
    for (const [side, word] of [
      ["below", "under"],
      ["above", "over"],
    ] as const) {
      const say = (record: RecordData) => {
        const flip = flips(record)?.[side];
        return flip ? `${word} ${percent(flip.at)} ${nameOf(record, flip.slug)}` : "nobody";
      };
      note(
        null,
        `Who would lead if ${name.toLowerCase()} counted ${side === "below" ? "less" : "more"}`,
        say(was),
        say(now),
      );
    }
  }
  const place = (record: RecordData, slug: string) => {
    const excluded = record.excluded.find((one) => one.slug === slug);
    if (excluded) return `excluded because ${excluded.because.join("; ")}`;
    return record.options.some((option) => option.slug === slug) ? "ranked" : "not in the catalogue";
  };
  const everybody = new Map(
    [was, now].flatMap((record) => [...record.options, ...record.excluded].map((one) => [one.slug, one.name])),
  );
  for (const [slug, name] of everybody) {
    const before = was.options.find((option) => option.slug === slug);
    const after = now.options.find((option) => option.slug === slug);
    note(slug, name, place(was, slug), place(now, slug));
    if (before && after) compareOptions(before, after, (text, a, b) => note(slug, `${name}: ${text}`, a, b));
  }
  return changes;
}

type Note = (text: string, was: string, now: string) => void;

function compareOptions(was: RecordOption, now: RecordOption, note: Note) {
  note("rank", String(was.rank), String(now.rank));
  note("total", two(was.total), two(now.total));
  note("wins of all weightings", percent(was.wins), percent(now.wins));
  // A criterion that came later is no change of what was decided.
  criteria.slice(0, was.scores.length).forEach(({ name }, index) => {
    note(`score on ${name.toLowerCase()}`, two(was.scores[index]), two(now.scores[index]));
    const ratings = (option: RecordOption) => String(option.parts[index]?.ratings ?? 0);
    note(`ratings on ${name.toLowerCase()}`, ratings(was), ratings(now));
  });
  const until = ({ support, supportedUntil }: RecordOption) =>
    support === "ended" ? "ended" : supportedUntil === "open" ? openEnd : (supportedUntil ?? "not published");
  note("supported until", until(was), until(now));
  note("licence", was.licence ?? "unknown", now.licence ?? "unknown");
  note("languages", was.languages.join(", "), now.languages.join(", "));
  note("knowledge needed", was.levels.join(", "), now.levels.join(", "));
  note("not known of the constraints", was.unknown.join("; "), now.unknown.join("; "));
  const features = (option: RecordOption) =>
    Object.entries(option.features)
      .map(([id, support]) => `${id} ${support}`)
      .sort()
      .join(", ");
  note("what comes with it", features(was), features(now));
  if (was.claims && now.claims) compareClaims(was.claims, now.claims, note);
}

function compareClaims(was: readonly RecordClaim[], now: readonly RecordClaim[], note: Note) {
  const sources = (claim: RecordClaim) =>
    claim.sources
      .map(({ publisher, date, stance }) => `${publisher} ${date.slice(0, 4)} ${stance}`)
      .sort()
      .join(", ");
  for (const slug of new Set([...was, ...now].map((claim) => claim.slug))) {
    const before = was.find((claim) => claim.slug === slug);
    const after = now.find((claim) => claim.slug === slug);
    const text = (after ?? before)?.text ?? "";
    if (!before || !after) {
      note(
        before ? "a claim is gone" : "a new claim",
        before ? before.text : "",
        after ? `${after.text} (${criterionOf(after.criterion).name}, ${verdictName(after.verdict)})` : "",
      );
      continue;
    }
    note("a claim is put differently", before.text, after.text);
    const about = (claim: RecordClaim) =>
      [claim.kind, criterionOf(claim.criterion).name.toLowerCase(), claim.level].filter(Boolean).join(", ");
    note(`what “${text}” is about`, about(before), about(after));
    note(`verdict on “${text}”`, verdictName(before.verdict), verdictName(after.verdict));
    note(`votes on “${text}”`, `${before.yes} yes, ${before.no} no`, `${after.yes} yes, ${after.no} no`);
    note(`sources of “${text}”`, sources(before), sources(after));
  }
}
