import { ContentError, loadContent } from "../frameworks/content.ts";

/** `npm run content`: checks the catalogue's files without a database. */
try {
  const { frameworks } = loadContent();
  const claims = frameworks.flatMap((framework) => framework.claims);
  const assertions = claims.flatMap((claim) => claim.assertions);
  console.log(`${frameworks.length} frameworks, ${claims.length} claims, ${assertions.length} assertions: all valid`);
} catch (error) {
  if (!(error instanceof ContentError)) throw error;
  console.error(error.message);
  process.exit(1);
}
