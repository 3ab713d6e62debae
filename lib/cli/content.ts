import { ContentError, loadContent } from "../frameworks/content.ts";

/** `npm run content`: checks the catalogue's files without a database. */
try {
  const { frameworks, checks } = loadContent();
  const claims = frameworks.flatMap((framework) => framework.claims);
  const assertions = claims.flatMap((claim) => claim.assertions);
  console.log(`${frameworks.length} frameworks, ${claims.length} claims, ${assertions.length} assertions: all valid`);
  const answers = checks.flatMap((file) => Object.values(file.checks));
  const share = (count: number) => `${((100 * count) / answers.length).toFixed(1)} %`;
  const known = answers.filter(({ answer }) => answer !== "unknown").length;
  const sourced = answers.filter(({ source }) => source !== null).length;
  console.log(
    `${answers.length} answers to checks: ${share(known)} known, ${share(sourced)} with a source of their own`,
  );
} catch (error) {
  if (!(error instanceof ContentError)) throw error;
  console.error(error.message);
  process.exit(1);
}
