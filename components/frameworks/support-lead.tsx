import type { FrameworkView } from "@/lib/frameworks/framework";
import { supportOf, supportStates, supportText } from "@/lib/releases/support";
import { today } from "@/lib/text/dates";

/** How it is supported today, and who says so. */
export function SupportLead({ framework }: { framework: FrameworkView }) {
  const support = supportOf(framework.releases, today());
  const lines = supportText(framework.releases, today());
  const state = supportStates.find((item) => item.id === support.state);
  const policy = framework.policyUrl ? (
    <a href={framework.policyUrl} className="link" rel="nofollow">
      the project’s policy
    </a>
  ) : (
    "no policy page that we found"
  );
  return (
    <p>
      {lines}. {state?.meaning}
      {(framework.policyUrl || framework.supportSource) && (
        <>
          {" "}
          From {policy}
          {framework.supportSource && (
            <>
              {" "}
              by way of{" "}
              <a href={framework.supportSource} className="link" rel="nofollow">
                {new URL(framework.supportSource).hostname}
              </a>
              , as of {framework.supportAsOf}
            </>
          )}
          .
        </>
      )}
    </p>
  );
}
