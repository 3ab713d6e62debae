import { Section } from "../ui/section";
import { Prose } from "./prose";

/** Which figures may be compared. */
export function BenchmarkRules() {
  return (
    <Section
      id="benchmarks"
      title="Benchmarks"
      lead="Figures of one run are compared with figures of the same run only."
    >
      <Prose>
        <p>
          Runs differ in hardware, load tool, versions and what is measured; between two runs of one suite the same
          framework fell from 332,000 to 8,000 requests per second because the tool had changed. Charts use one run,
          named beside them. Figures that a framework’s own documentation quotes are marked as such.
        </p>
      </Prose>
    </Section>
  );
}
