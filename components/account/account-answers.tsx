import { Notice } from "../ui/notice";

const problems: Record<string, string> = {
  taken:
    "That account at the provider is connected to another account here, or this one has another of the same provider.",
  expired: "Connecting took too long, or you were signed out meanwhile. Try again.",
};

/** What was done, or didn't work, just before the page came back. */
export function AccountAnswers({ query }: { query: Record<string, string | undefined> }) {
  const done: [boolean, string][] = [
    [
      query.welcome === "1",
      "Your account is ready. Save frameworks from their pages; they are kept in your shortlist.",
    ],
    [
      query.reset === "1",
      "Your password is set, and every other browser is signed out. Look through the ways to sign in below: is each of them yours?",
    ],
    [query.email === "1", "Your address is changed."],
    [query.connected === "1", "Connected. You can sign in with it from now on."],
    [query.removed === "1", "Removed. It no longer opens this account."],
    [
      query.second === "on",
      "Signing in takes two steps from now on. Other browsers are asked for the second when they come back.",
    ],
    [
      query.second === "more",
      "Added. It does the second step of signing in as well; the codes on paper are those from before.",
    ],
    [query.second === "less", "Removed. It no longer does the second step of signing in."],
    [query.second === "off", "Signing in takes one step again."],
    [query.ended !== undefined, "Signed out there, with immediate effect."],
  ];
  const problem = query.problem && (problems[query.problem] ?? "That didn’t work. Try again.");
  return (
    <>
      {done.map(
        ([shown, text]) =>
          shown && (
            <Notice key={text} kind="done">
              {text}
            </Notice>
          ),
      )}
      {problem && <Notice kind="refused">{problem}</Notice>}
    </>
  );
}
