import { contestedOf } from "@/lib/claims/rules";
import type { FrameworkView } from "@/lib/frameworks/framework";
import { warningOf } from "@/lib/frameworks/warnings";
import { today } from "@/lib/text/dates";
import { WarningNote } from "./warning";

/** The gravest warning that applies to it today, if any does. */
export function FrameworkWarning({ framework }: { framework: FrameworkView }) {
  const { name, standing, releases, facts, claims } = framework;
  const warning = warningOf(
    {
      name,
      standing: standing.value,
      cycles: releases,
      latestReleased: facts.latest?.value?.released ?? null,
      claims: claims.length,
      contested: contestedOf(claims),
    },
    today(),
  );
  return warning && <WarningNote warning={warning} />;
}
