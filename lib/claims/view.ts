import { type Cycle, versionEnd } from "../releases/support.ts";
import type { SourceKind } from "../sources/kinds.ts";
import { isoDay } from "../text/dates.ts";
import type { CriterionId } from "./criteria.ts";
import type { ClaimKind, Level, Stance } from "./kinds.ts";
import { type Evidence, isPraise, noVotes, type Verdict, type Votes, verdictOf } from "./rules.ts";

export interface AssertionView {
  stance: Stance;
  locator: string;
  url: string | null;
  note: string | null;
  since: string | null;
  source: { slug: string; title: string; publisher: string; kind: SourceKind; date: string; url: string | null };
  /** End of life of the version that was current when the source was written. */
  versionEnded: string | null;
}

/** What somebody says to a claim whom a moderator confirmed as a maintainer of its framework. */
export interface ReplyView {
  /** What it is named by in public: never its author. */
  id: string;
  text: string;
  day: string;
  framework: string;
  confirmed: string;
  /** Since when they are no maintainer any more; null while they are. */
  revoked: string | null;
}

export interface ClaimView {
  id: number;
  slug: string;
  kind: ClaimKind;
  criterion: CriterionId;
  text: string;
  level: Level | null;
  useCases: string[];
  /** The check or measure of the bench that decides it, and what that says; null where it says nothing. */
  decidedBy: string | null;
  judged: Stance | null;
  /** Whether a pro or con states a fact that the project itself can confirm. */
  factual: boolean;
  assertions: AssertionView[];
  verdict: Verdict;
  /** The votes that count. */
  votes: Votes;
  /** What it said before a suggestion gave it better words; null when it says what it always did, or isn't asked for. */
  reworded: { before: string; why: string; day: string } | null;
  /** What maintainers say to it, the oldest first: no evidence, and no rule looks at it. Empty where it isn't asked for. */
  replies: ReplyView[];
}

/** Rows of the claim table carry their vocabularies as text; the database's checks and the seed's schema vouch for them. */
interface ClaimRow {
  id: number;
  slug: string;
  kind: string;
  criterion: string;
  text: string;
  level: string | null;
  useCases: string[];
  decidedBy: string | null;
  judged: string | null;
  factual: boolean;
  assertions: (Omit<AssertionView, "stance" | "source" | "versionEnded"> & {
    stance: string;
    source: Omit<AssertionView["source"], "kind"> & { kind: string };
  })[];
  tally: Votes | null;
  wordedBefore?: string | null;
  wording?: { body: unknown; decidedAt: Date | null } | null;
  replies?: {
    id: string;
    text: string;
    updatedAt: Date;
    maintainer: { confirmedAt: Date; revokedAt: Date | null; framework: { name: string } };
  }[];
}

/** An assertion as the verdict rule sees it. */
export function toEvidence(assertion: ClaimView["assertions"][number]): Evidence {
  const { stance, since, versionEnded, source } = assertion;
  return { stance, since, versionEnded, sourceKind: source.kind, date: source.date };
}

/** What the bench says counts like a data set that was read today. */
function benchEvidence(judged: string | null, day: string): Evidence[] {
  if (judged === null) return [];
  return [{ stance: judged as Stance, sourceKind: "dataset", date: day, since: null, versionEnded: null }];
}

const toReply = ({ id, text, updatedAt, maintainer }: NonNullable<ClaimRow["replies"]>[number]): ReplyView => ({
  id,
  text,
  day: isoDay(updatedAt),
  framework: maintainer.framework.name,
  confirmed: isoDay(maintainer.confirmedAt),
  revoked: maintainer.revokedAt && isoDay(maintainer.revokedAt),
});

/** A claim as pages see it, with its verdict as of a day. `cycles` are its framework's release lines. */
export function toClaim(
  { tally, wording, wordedBefore, replies = [], ...row }: ClaimRow,
  cycles: readonly Cycle[],
  day: string,
): ClaimView {
  const assertions = row.assertions.map(
    (assertion) => ({ ...assertion, versionEnded: versionEnd(cycles, assertion.source.date) }) as AssertionView,
  );
  const votes = tally ?? noVotes;
  const reworded =
    wording && wordedBefore
      ? {
          before: wordedBefore,
          why: (wording.body as { why: string }).why,
          day: isoDay(wording.decidedAt ?? new Date()),
        }
      : null;
  return {
    ...row,
    assertions,
    votes,
    verdict: verdictOf([...assertions.map(toEvidence), ...benchEvidence(row.judged, day)], day, votes, isPraise(row)),
    reworded,
    replies: replies.map(toReply),
  } as ClaimView;
}
