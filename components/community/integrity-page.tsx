import { getIntegrity, type LoggedAct } from "@/lib/community/queries";
import { getDecidedSuggestions } from "@/lib/moderation/queries";
import { maturity } from "@/lib/people/standing";
import { fewestRatings } from "@/lib/ratings/rules";
import { routes } from "@/lib/site/routes";
import { minuteOf } from "@/lib/text/dates";
import { inWords } from "@/lib/text/durations";
import { SuggestionBody } from "../moderation/suggestion-body";
import { RingRules } from "./ring-rules";
import { accounts } from "./rings-page";

const acts: Record<LoggedAct, string> = {
  discount: "An account was discounted",
  restore: "An account was restored",
  "ring-discount": "discounted together",
  "ring-clear": "cleared together",
  "ring-reopen": "held back again: a decision was taken back",
};

export async function IntegrityPage() {
  const [{ votes, ratings, people, log }, decided] = await Promise.all([getIntegrity(), getDecidedSuggestions()]);
  return (
    <div className="max-w-3xl py-10 sm:py-14">
      <h1 className="text-5xl sm:text-6xl">Integrity</h1>
      <p className="mt-4 max-w-prose text-lg">
        What people say here moves what everybody sees. So that nobody can move it with accounts made for the purpose,
        it counts by these rules, and these only.
      </p>
      <h2 className="mt-12 text-3xl">When it starts to count</h2>
      <ul className="mt-3 max-w-prose list-disc space-y-2 pl-5">
        <li>
          An account counts when its address is proven, it is {inWords(maturity.age)} old, was used on{" "}
          {maturity.activeDays} days, and has voted or rated {maturity.contributions} times. What it said before counts
          from then on.
        </li>
        <li>
          Until then its votes and ratings are kept and shown to their author. In public numbers they weigh nothing.
        </li>
        <li>One vote per person and claim, one rating per person and framework. Both can be changed and taken back.</li>
        <li>
          Moderators can discount an account, with a public reason, and restore it. Nothing is deleted by that. Nobody
          can change a number by itself: each is a count of rows, kept by the database, and audited against a recount.
        </li>
        <li>
          A mean is shown from {fewestRatings} ratings on. How votes move a verdict, and ratings a score, is on the page
          on{" "}
          <a href={routes.method} className="link">
            method
          </a>
          .
        </li>
      </ul>
      <h2 id="rings" className="mt-12 text-3xl">
        What looks like one hand
      </h2>
      <RingRules />
      <h2 className="mt-12 text-3xl">What is kept, and what counts</h2>
      <table className="mt-3 w-full max-w-xl text-left text-sm">
        <thead>
          <tr className="border-b border-line-strong">
            <td />
            <th scope="col" className="py-1.5 text-right">
              Kept
            </th>
            <th scope="col" className="py-1.5 text-right">
              Counted
            </th>
            <th scope="col" className="py-1.5 text-right">
              Held back
            </th>
            <th scope="col" className="py-1.5 text-right">
              Discounted
            </th>
          </tr>
        </thead>
        <tbody>
          {(
            [
              ["Votes", votes.all, votes.counted, votes.held, votes.discounted],
              ["Ratings", ratings.all, ratings.counted, ratings.held, ratings.discounted],
              [
                "Accounts",
                Object.values(people).reduce((sum, count) => sum + count, 0),
                people.counted,
                people.held,
                people.discounted,
              ],
            ] as const
          ).map(([name, ...numbers]) => (
            <tr key={name} className="border-b border-line">
              <th scope="row" className="py-1.5 font-normal">
                {name}
              </th>
              {numbers.map((number, index) => (
                <td key={index} className="py-1.5 text-right font-mono">
                  {number.toLocaleString("en")}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <h2 className="mt-12 text-3xl">Suggestions</h2>
      <p className="mt-3 max-w-prose">
        They change nothing before a moderator approves them, except from people who have earned trust. Then:
      </p>
      <ul className="mt-2 max-w-prose list-disc space-y-1 pl-5">
        <li>A claim, a source or a place to learn is entered, and a missing framework gets a page.</li>
        <li>
          Better words replace a claim’s old ones, which stay in its evidence. A corrected fact stands in place of the
          old one, which stays in this log; any other correction is printed on the page.
        </li>
        <li>
          A report that a claim is outdated or wrong becomes a dispute among its evidence. Spam and duplicates go.
        </li>
        <li>
          Words of reviews, records and replies that break the rules are hidden. The numbers of a rating count all the
          same.
        </li>
        <li>
          Somebody who proves that they maintain a framework may reply to its claims, marked as that. It gives their
          votes and ratings no more weight and no less, and can be revoked; their replies then say so.
        </li>
      </ul>
      <p className="mt-2 max-w-prose">Reports always wait for a moderator. All of it can be taken back.</p>
      {decided.length === 0 ? (
        <p className="mt-3 text-muted">None has been decided yet.</p>
      ) : (
        <ul className="ledger mt-3">
          {decided.map((suggestion) => (
            <li key={suggestion.id} className="py-3">
              <SuggestionBody suggestion={suggestion} />
              <p className="mt-1 text-sm text-muted">
                {suggestion.decidedAt && minuteOf(suggestion.decidedAt)}
                {suggestion.reason && (
                  <>
                    {" · "}
                    <bdi>{suggestion.reason}</bdi>
                  </>
                )}
              </p>
            </li>
          ))}
        </ul>
      )}
      <h2 className="mt-12 text-3xl">Accounts</h2>
      {log.length === 0 ? (
        <p className="mt-3 text-muted">No account was ever discounted.</p>
      ) : (
        <ul className="ledger mt-3">
          {log.map(({ at, action, reason, accounts: count }, index) => (
            <li key={index} className="py-2">
              <span className="font-mono text-xs text-muted">{minuteOf(at)}</span>{" "}
              {action.startsWith("ring-") && `${accounts(count)} `}
              {`${acts[action]}: `}
              <bdi>{reason}</bdi>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
