import { networkLife } from "@/lib/people/networks";
import { ringRuleIds, ringWords } from "@/lib/people/rings";
import { inWords } from "@/lib/text/durations";

/** By which rules accounts are taken for one hand, and what is kept to tell: for everybody to read. */
export function RingRules() {
  return (
    <>
      <p className="mt-3 max-w-prose">
        Some rules look for accounts that one hand may be behind. What such accounts say is held back: it is kept, and
        not counted before a moderator has looked at them. No rule discounts anybody; a class that signs up from one
        room is found by these rules as well, and then cleared.
      </p>
      <dl className="mt-3 max-w-prose space-y-2">
        {ringRuleIds.map((id) => (
          <div key={id}>
            <dt className="font-medium">{ringWords[id].name}</dt>
            <dd>{ringWords[id].sentence}</dd>
          </div>
        ))}
      </dl>
      <p className="mt-3 max-w-prose">
        A moderator discounts or clears all accounts of a ring at once, with a public reason, and can take it back. Of
        the network that somebody signs in or votes from, a keyed hash of its first part is kept with the account (24
        bits of an address, 48 of IPv6) and forgotten {inWords(networkLife)} after it was last seen. It tells whether
        two accounts share a network, and not which one. Everything that is kept of you is in your own data on the
        account page.
      </p>
    </>
  );
}
