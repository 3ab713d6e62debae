import "server-only";
import { accountData, auditData } from "../auth/person-data.ts";
import { voteData } from "../claims/person-data.ts";
import { ballotData, decisionData, recordData } from "../decide/person-data.ts";
import { eventData } from "../events/person-data.ts";
import { maintainerData } from "../maintainers/person-data.ts";
import { suggestionData } from "../moderation/person-data.ts";
import { digestData, watchData } from "../notices/person-data.ts";
import { networkData, ringData } from "../people/person-data.ts";
import { hiddenReviewData, ratingData } from "../ratings/person-data.ts";
import { shortlistData } from "../shortlist/person-data.ts";

/** Everything that is kept about a person, for them to take along: each noun says what it has. */
export async function exportPerson(personId: string) {
  const [
    person,
    decisions,
    ballots,
    records,
    shortlists,
    suggestions,
    votes,
    ratings,
    hiddenReviews,
    networks,
    rings,
    watched,
    digest,
    maintains,
    events,
    audit,
  ] = await Promise.all([
    accountData(personId),
    decisionData(personId),
    ballotData(personId),
    recordData(personId),
    shortlistData(personId),
    suggestionData(personId),
    voteData(personId),
    ratingData(personId),
    hiddenReviewData(personId),
    networkData(personId),
    ringData(personId),
    watchData(personId),
    digestData(personId),
    maintainerData(personId),
    eventData(personId),
    auditData(personId),
  ]);
  return {
    format: "framewise-person-1",
    exportedAt: new Date().toISOString(),
    person: { ...person, decisions, ballots, records, shortlists },
    suggestions,
    votes,
    ratings,
    hiddenReviews,
    networks,
    rings,
    watched,
    digest,
    maintains,
    events,
    audit,
  };
}
