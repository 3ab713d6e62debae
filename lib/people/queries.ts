import "server-only";
import { db } from "../db/index.ts";

/** The frameworks whose pages these people's votes, ratings and replies are part of. */
export async function spokenOf(people: readonly string[]): Promise<string[]> {
  const personId = { in: [...people] };
  const rows = await db().framework.findMany({
    where: {
      OR: [
        { ratings: { some: { personId } } },
        { claims: { some: { votes: { some: { personId } } } } },
        { maintainers: { some: { personId } } },
      ],
    },
    select: { slug: true },
  });
  return rows.map(({ slug }) => slug);
}
