import { routes } from "@/lib/site/routes";
import { today } from "@/lib/text/dates";
import { pageOf, SentOnce } from "../ui/sent-once";
import { BenchmarkRules } from "./benchmark-rules";
import { ClaimRules } from "./claim-rules";
import { DecisionRules } from "./decision-rules";
import { DifferenceRules } from "./difference-rules";
import { FactRules } from "./fact-rules";
import { OrderRules } from "./order-rules";
import { ScoreRules } from "./score-rules";
import { SupportRules } from "./support-rules";
import { VerdictRules } from "./verdict-rules";
import { WarningRules } from "./warning-rules";

export function MethodPage() {
  const day = today();
  return (
    <SentOnce page={pageOf(routes.method, day)} name="method">
      <h1 className="mt-10 text-5xl">Method</h1>
      <p className="mt-2 max-w-prose text-muted">
        How every number and every label here comes about, and{" "}
        <a href={routes.validity} className="link">
          how far the scores can be believed
        </a>
        . The examples on this page are computed by the same code as the pages.
      </p>
      <ClaimRules />
      <VerdictRules day={day} />
      <ScoreRules />
      <OrderRules />
      <DifferenceRules />
      <DecisionRules />
      <SupportRules />
      <WarningRules day={day} />
      <BenchmarkRules />
      <FactRules />
    </SentOnce>
  );
}
