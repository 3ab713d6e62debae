import type { ComponentProps } from "react";
import type { Account } from "@/lib/auth/queries";
import type { Rhythm } from "@/lib/notices/digest";
import { freshFor, signInPath } from "@/lib/session/rules";
import { routes } from "@/lib/site/routes";
import { inWords } from "@/lib/text/durations";
import { AccountAnswers } from "./account-answers";
import { AccountHeader } from "./account-header";
import { EmailAddress } from "./email-address";
import { Leave } from "./leave";
import { MailDigest } from "./mail-digest";
import { OwnData } from "./own-data";
import { Profile } from "./profile";
import { Sessions } from "./sessions";
import { SignInMethods } from "./sign-in-methods";

/** A person's own account, for them alone. */
export function AccountPage({
  account,
  fresh,
  unseen,
  digest,
  maintains,
  query,
}: {
  account: Account;
  fresh: boolean;
  /** Notices that the person hasn't seen. */
  unseen: number;
  /** How often letters are written to them. */
  digest: Rhythm | "off";
  maintains: ComponentProps<typeof Profile>["maintains"];
  query: Record<string, string | undefined>;
}) {
  return (
    <div className="py-10 sm:py-14">
      <AccountHeader account={account} unseen={unseen} />
      <AccountAnswers query={query} />
      {!fresh && (
        <p className="notice my-4">
          <span>{"To change address, password or ways to sign in, "}</span>
          <a href={signInPath(routes.account, true)} className="link">
            sign in again
          </a>
          <span>{` first: more than ${inWords(freshFor)} have passed since you did.`}</span>
        </p>
      )}
      <div className="mt-6 grid gap-x-16 lg:grid-cols-2">
        <div>
          <Profile account={account} maintains={maintains} />
          <EmailAddress account={account} />
          <SignInMethods account={account} />
        </div>
        <div>
          <MailDigest every={digest} />
          <Sessions account={account} />
          <OwnData />
          <Leave />
        </div>
      </div>
    </div>
  );
}
