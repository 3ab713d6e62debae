import { isId } from "../request/schema.ts";
import { isoDay } from "../text/dates.ts";
import "server-only";
import type { CriterionScore } from "../bench/score.ts";
import { db } from "../db/index.ts";
import { getFramework, getScoredCatalogue } from "../frameworks/queries.ts";
import type { CatalogueRow } from "../frameworks/row.ts";
import { hashToken, isShareToken } from "../secrets/tokens.ts";
import { today } from "../text/dates.ts";
import { narrow, outcomeOf } from "./decide.ts";
import type { Joint } from "./joint.ts";
import type { DecideOption } from "./option.ts";
import { evenWeights, type Weights, weightsOf } from "./presets.ts";
import {
  detailedOf,
  jointDecision,
  type RecordData,
  type RecordTeam,
  type RecordWords,
  recordOf,
  sharesIn,
  type WorkedOut,
  workOut,
  workOutJoint,
} from "./record.ts";
import { changesBetween, type RecordChange } from "./record-changes.ts";
import { type RecordClaim, recordClaims } from "./record-claims.ts";
import { recordId } from "./schema.ts";
import { type Decision, onlyKnown, parseDecision } from "./search-params.ts";
import { type GivenBallot, mostScored, type OwnScores, teamOutcome } from "./team.ts";

/** Every framework as decisions see it, in alphabetical order. */
export async function getOptions(): Promise<DecideOption[]> {
  return (await getScoredCatalogue()).map(({ row, scores }) => toOption(row, scores));
}

export function toOption(row: CatalogueRow, scores: readonly CriterionScore[]): DecideOption {
  return {
    slug: row.slug,
    name: row.name,
    icon: row.icon,
    languages: row.languages,
    licence: row.licence,
    kind: row.kind,
    levels: row.levels,
    features: row.features,
    support: row.support,
    supportedUntil: row.supportedUntil,
    supportPolicy: row.supportPolicy,
    standing: row.standing,
    scores: row.scores,
    lows: scores.map(({ low }) => hundredths(low)),
    highs: scores.map(({ high }) => hundredths(high)),
    coverage: scores.map(({ coverage }) => hundredths(coverage)),
    known: scores.map(({ known }) => (known === null ? null : hundredths(known))),
    parts: scores.map(({ bench, shift, claims, ratings }) => ({
      bench: bench === null ? null : hundredths(bench),
      shift: hundredths(shift),
      claims,
      ratings,
    })),
  };
}

const hundredths = (value: number) => Math.round(value * 100) / 100;

/** A decision with its evidence as of today. `detailed` names whose claims it holds; without it, the first ones'. */
export async function makeRecord(
  decision: Decision,
  words: RecordWords,
  detailed?: readonly string[],
): Promise<RecordData> {
  const options = await getOptions();
  return withEvidence(workOut(onlyKnown(decision, options), options), words, detailed);
}

/** A team's joint decision, of the ballots that were opened last, with its evidence as of today. */
export async function makeTeamRecord(team: TeamDecision, words: RecordWords): Promise<RecordData | null> {
  if (!team.opened) return null;
  const { joint, weights, totals, cells } = teamOutcome(team.options, team.ballots);
  const decision = jointDecision(parseDecision(new URLSearchParams(team.search)), joint);
  const { round, day: opened } = team.opened;
  return makeJoint(decision, joint, words, {
    people: team.ballots.length,
    round,
    opened,
    weights,
    totals: totals.map(({ slug, total, firsts }) => ({ slug, total, firsts: firsts.length })),
    entered: joint.cells,
    cells: cells.map(({ slug, criterion, own, evidence }) => ({ slug, criterion, own, evidence })),
  });
}

async function makeJoint(
  decision: Decision,
  joint: Joint,
  words: RecordWords,
  team: RecordTeam,
  detailed?: readonly string[],
): Promise<RecordData> {
  const options = await getOptions();
  return withEvidence(workOutJoint(onlyKnown(decision, options), joint, options), words, detailed, team);
}

async function withEvidence(
  worked: WorkedOut,
  words: RecordWords,
  detailed: readonly string[] | undefined,
  team?: RecordTeam,
): Promise<RecordData> {
  const claims = new Map<string, RecordClaim[]>();
  for (const { slug } of worked.narrowed.allowed) {
    const framework = await getFramework(slug);
    if (framework) claims.set(slug, recordClaims(framework.claims));
  }
  return recordOf(worked, words, claims, detailed ?? detailedOf(worked, words.chosen), today(), team);
}

export interface KeptRecord {
  record: RecordData;
  /** Why what its author wrote is hidden; null while it is shown. */
  hiddenBecause: string | null;
}

/** A record by its id, without its author's words where a moderator hid them; null when there is none. */
export async function getRecord(id: string): Promise<KeptRecord | null> {
  if (!recordId.safeParse(id).success) return null;
  const row = await db().decisionRecord.findUnique({ where: { id }, select: { data: true, hiddenBecause: true } });
  if (!row) return null;
  const record = row.data as unknown as RecordData;
  const { hiddenBecause } = row;
  if (hiddenBecause === null) return { record, hiddenBecause };
  const words = { ...record.words, title: "", context: "", because: "", deciders: "" };
  return { record: { ...record, words }, hiddenBecause };
}

/** What is different today from a record. */
export async function getChangesSince(record: RecordData): Promise<RecordChange[]> {
  const detailed = record.options.filter(({ claims }) => claims !== null).map(({ slug }) => slug);
  const decision = parseDecision(new URLSearchParams(record.search));
  const { team, words } = record;
  if (!team) return changesBetween(record, await makeRecord(decision, words, detailed));
  const joint = { shares: sharesIn(record.shares), cells: team.entered };
  return changesBetween(record, await makeJoint(jointDecision(decision, joint), joint, words, team, detailed));
}

export interface RecordLine {
  id: string;
  /** "" where its author gave it none, or a moderator hid it. */
  title: string;
  day: string;
  chosen: string;
  rank: number;
  /** How many decided together; null of one's own. */
  people: number | null;
}

/** So many of a person's records are listed. */
const mostRecords = 100;

/** The records that a person made, their own and their teams', the newest first. */
export async function getRecords(personId: string): Promise<RecordLine[]> {
  // Only a line of each: whole, they are long.
  return db().$queryRaw<RecordLine[]>`
    SELECT r.id, CASE WHEN r.hidden_because IS NULL THEN r.data #>> '{words,title}' ELSE '' END AS title,
      r.data ->> 'day' AS day, coalesce(o ->> 'name', r.data #>> '{words,chosen}') AS chosen,
      coalesce((o ->> 'rank')::int, 0) AS rank, (r.data #>> '{team,people}')::int AS people
    FROM record_keeper k JOIN decision_record r ON r.id = k.record_id
    LEFT JOIN LATERAL jsonb_path_query_first(r.data, '$.options[*] ? (@.slug == $slug)',
      jsonb_build_object('slug', r.data #> '{words,chosen}')) o ON true
    WHERE k.person_id = ${personId}::uuid ORDER BY k.kept_at DESC, r.id LIMIT ${mostRecords}`;
}

export interface DecisionLine {
  id: string;
  title: string;
  search: string;
  /** Whether the viewer made it; else they joined its team. */
  own: boolean;
  list: string | null;
  members: number;
  revealed: boolean;
  updatedAt: string;
}

/** The decisions that a person made or joined, the newest first. */
export async function getDecisions(personId: string): Promise<DecisionLine[]> {
  const rows = await db().decision.findMany({
    where: { OR: [{ personId }, { ballots: { some: { personId } } }] },
    orderBy: [{ updatedAt: "desc" }, { id: "asc" }],
    select: {
      id: true,
      title: true,
      search: true,
      personId: true,
      revealedAt: true,
      updatedAt: true,
      shortlist: { select: { name: true } },
      _count: { select: { ballots: true } },
    },
  });
  return rows.map((row) => ({
    id: row.id,
    title: row.title,
    search: row.search,
    own: row.personId === personId,
    list: row.personId === personId ? (row.shortlist?.name ?? null) : null,
    members: row._count.ballots,
    revealed: row.revealedAt !== null,
    updatedAt: row.updatedAt.toISOString(),
  }));
}

export interface TeamDecision {
  id: string;
  title: string;
  search: string;
  own: boolean;
  owner: string;
  /** The day on which it was saved. */
  saved: string;
  invited: boolean;
  revealed: boolean;
  round: number;
  /** The round that was opened last, and its day; null before any was. */
  opened: { round: number; day: string } | null;
  /** Those that the constraints leave. */
  options: DecideOption[];
  /** Those to be scored: the first ten if all counts the same, and what the viewer has scored already. */
  scored: DecideOption[];
  members: { id: string; name: string; given: boolean; own: boolean }[];
  /** The viewer's own; null when they don't take part. */
  ballot: { weights: Partial<Weights>; scores: OwnScores; given: boolean } | null;
  /** Everybody's of the round that was opened last; empty before any was, for its owner too. */
  ballots: GivenBallot[];
}

/** A decision for who made it or joined its team; null for anybody else. Others' ballots only once they are open. */
export async function getTeamDecision(personId: string, id: string): Promise<TeamDecision | null> {
  if (!isId(id)) return null;
  const row = await db().decision.findFirst({
    where: { id, OR: [{ personId }, { ballots: { some: { personId } } }] },
    select: {
      id: true,
      title: true,
      search: true,
      personId: true,
      inviteHash: true,
      revealedAt: true,
      createdAt: true,
      round: true,
      openedRound: true,
      openedAt: true,
      person: { select: { name: true } },
      ballots: {
        orderBy: [{ joinedAt: "asc" }, { personId: "asc" }],
        // What others enter is not even asked for: only what was opened.
        select: { personId: true, givenAt: true, opened: true, person: { select: { name: true } } },
      },
    },
  });
  if (!row) return null;
  const options = await getOptions();
  const decision = onlyKnown(parseDecision(new URLSearchParams(row.search)), options);
  // Those that another team entered are none of this one's.
  const { allowed } = narrow({ ...decision, own: [] }, options);
  // Whoever weighs begins without knowing what others hold for important, the owner's weights among it.
  const { ranked, apart } = outcomeOf(evenWeights, allowed);
  const neutral = [...ranked.map(({ option }) => option), ...apart];
  const mine = await db().ballot.findUnique({
    where: { decisionId_personId: { decisionId: id, personId } },
    select: { weights: true, scores: true, givenAt: true },
  });
  return {
    id: row.id,
    title: row.title,
    search: row.search,
    own: row.personId === personId,
    owner: row.person.name,
    saved: isoDay(row.createdAt),
    invited: row.inviteHash !== null,
    revealed: row.revealedAt !== null,
    round: row.round,
    opened: row.openedRound !== null && row.openedAt ? { round: row.openedRound, day: isoDay(row.openedAt) } : null,
    options: allowed,
    scored: neutral.filter(
      ({ slug }, index) => index < mostScored || Object.hasOwn((mine?.scores ?? {}) as OwnScores, slug),
    ),
    members: row.ballots.map((ballot) => ({
      id: ballot.personId,
      name: ballot.person.name,
      given: ballot.givenAt !== null,
      own: ballot.personId === personId,
    })),
    ballot: mine
      ? { weights: mine.weights as Partial<Weights>, scores: mine.scores as OwnScores, given: mine.givenAt !== null }
      : null,
    ballots: row.ballots.flatMap(({ person, opened }) => {
      const ballot = opened as Omit<GivenBallot, "name"> | null;
      // A criterion that came after they were opened counts nothing in them.
      return ballot ? [{ name: person.name, weights: weightsOf(ballot.weights), scores: ballot.scores }] : [];
    }),
  };
}

export interface Invitation {
  title: string;
  owner: string;
  members: number;
}

/** What an invitation is to; null for one that has ended. */
export async function getInvitation(token: string): Promise<Invitation | null> {
  if (!isShareToken(token)) return null;
  const row = await db().decision.findUnique({
    where: { inviteHash: hashToken(token) },
    select: { title: true, person: { select: { name: true } }, _count: { select: { ballots: true } } },
  });
  return row && { title: row.title, owner: row.person.name, members: row._count.ballots };
}
