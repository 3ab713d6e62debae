import { loadContent } from "../frameworks/content.ts";
import { run } from "../process/problem.ts";
import { today } from "../text/dates.ts";
import { inputOf } from "../validity/from-content.ts";
import { agreementText, together, validityOf } from "../validity/rules.ts";
import { agreedIn, secondReadings } from "../validity/second-readings.ts";

/** `npm run validity`: how far the bench can be believed, from the content alone; the page /method/validity shows the same. */
await run(async () => {
  const { runs, suites, survey, profiles, answerSets } = validityOf(inputOf(loadContent(), today()));
  console.log("Throughput, pairs that differ by over 25 %:");
  for (const [name, list] of [
    ["run left out", runs],
    ["suite left out", suites],
  ] as const) {
    for (const one of list) console.log(`  ${name}: ${one.left}: ${agreementText(one)} of ${one.pairs}`);
    console.log(`  ${name}, all: ${agreementText(together(list))}`);
  }
  console.log(`Ecosystem against survey use (left out of it): ${agreementText(survey)} of ${survey.pairs} pairs`);
  for (const { profile, unseen, first, holds } of profiles)
    console.log(`  ${holds ? "✓" : "✗"} ${profile.id}${unseen ? " (unseen)" : ""}: ${first.join(", ")}`);
  const held = (of: boolean) => {
    const half = profiles.filter(({ unseen }) => unseen === of);
    return `${half.filter(({ holds }) => holds).length} of ${half.length}`;
  };
  console.log(`Profiles: ${held(false)} seen while tuning, ${held(true)} unseen`);
  const leaders = answerSets.leaders.map(({ slug, times }) => `${slug} ${times}`).join(", ");
  console.log(`Answer sets: ${answerSets.sets}; first: ${leaders}`);
  for (const reading of secondReadings)
    console.log(`Read a second time, seed ${reading.seed}: ${agreedIn(reading)} of ${reading.cells} answers agree`);
  console.log(`Not for new work and first: ${answerSets.notForNewWork.join(", ") || "none"}`);
});
