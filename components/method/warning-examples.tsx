import { type WarningInput, warningOf } from "@/lib/frameworks/warnings";
import { addDays } from "@/lib/releases/support";
import { WarningNote } from "../frameworks/warning";

const cycle = {
  cycle: "8",
  released: "2020-09-08",
  latest: null,
  latestReleased: null,
  activeUntil: null,
  extendedUntil: null,
  lts: false,
  runtime: null,
};

/** Each warning as it looks. */
export function WarningExamples({ day }: { day: string }) {
  const plain: WarningInput = {
    name: "Example",
    standing: "active",
    cycles: [],
    latestReleased: day,
    claims: 12,
    contested: 0,
  };
  const soon = addDays(day, 60);
  const warnings = [
    { ...plain, standing: "maintenance" as const },
    { ...plain, cycles: [{ ...cycle, endOfLife: "2023-01-24" }] },
    { ...plain, cycles: [{ ...cycle, endOfLife: soon }] },
    { ...plain, latestReleased: "2023-10-24" },
    { ...plain, contested: 5 },
  ].flatMap((input) => warningOf(input, day) ?? []);
  return warnings.map((warning) => <WarningNote key={warning.id} warning={warning} />);
}
