import { AccountPart } from "./account-part";

/** All that is kept of the person, to take along. */
export function OwnData() {
  return (
    <AccountPart id="data" title="Your data">
      <p className="mt-2 max-w-prose">
        Everything that is kept about you, in one JSON file: profile, ways to sign in, sessions, shortlists, votes,
        ratings, and when you were seen in a network (of which only a hash is kept).
      </p>
      <p className="mt-3">
        <a href="/account/export" className="button" download>
          Download my data
        </a>
      </p>
    </AccountPart>
  );
}
