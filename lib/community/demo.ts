import { criterionIds } from "../claims/criteria.ts";
import { connect } from "../db/client.ts";

/** Invented people have addresses that can't exist: by these they are told from everybody else, and removed. */
export const demoDomain = "@demo.invalid";

/**
 * Adds invented people with votes and ratings, so that a page can be looked at as it is with a public. Never run by the
 * start; every page says that it is there, and `removeDemo` takes all of it out again. Returns how many people.
 */
export async function addDemo(url: string, people = 60): Promise<number> {
  const client = connect(url);
  try {
    await removeWith(client);
    await client.$executeRaw`
      INSERT INTO person (email, name, standing, active_days, created_at)
      SELECT 'demo-' || n || ${demoDomain}, 'Demo ' || n, 'counted', 9, now() - interval '30 days' FROM generate_series(1, ${people}::int) AS n`;
    // The same every time: what somebody "says" follows from a hash, so that pages can be compared.
    await client.$executeRaw`
      INSERT INTO vote (person_id, claim_id, value, sequence)
      SELECT p.id, c.id, CASE WHEN abs(hashtext(c.slug || p.email || 'v')) % 10 < 7 THEN 1 ELSE -1 END, 1
      FROM person p CROSS JOIN claim c
      WHERE p.email LIKE ${`%${demoDomain}`} AND c.retired_at IS NULL AND abs(hashtext(p.email || c.slug)) % 4 = 0`;
    await client.$executeRaw`
      INSERT INTO rating (person_id, framework_id, experience)
      SELECT p.id, f.id, (ARRAY['tried', 'side-project', 'production'])[1 + abs(hashtext(p.email || f.slug || 'e')) % 3]
      FROM person p CROSS JOIN framework f
      WHERE p.email LIKE ${`%${demoDomain}`} AND f.retired_at IS NULL AND abs(hashtext(p.email || f.slug)) % 3 = 0`;
    await client.$executeRaw`
      INSERT INTO rating_score (person_id, framework_id, criterion, value)
      SELECT r.person_id, r.framework_id, k, least(5, 2 + abs(hashtext(f.slug || k)) % 3 + abs(hashtext(r.person_id::text || f.slug || k)) % 3)
      FROM rating r JOIN framework f ON f.id = r.framework_id JOIN person p ON p.id = r.person_id
      CROSS JOIN unnest(${["overall", ...criterionIds]}::text[]) AS k
      WHERE p.email LIKE ${`%${demoDomain}`} AND (k = 'overall' OR abs(hashtext(r.person_id::text || k)) % 2 = 0)`;
    await announce(client);
    return people;
  } finally {
    await client.$disconnect();
  }
}

/** Takes out everything that `addDemo` put in. Returns how many people. */
export async function removeDemo(url: string): Promise<number> {
  const client = connect(url);
  try {
    const removed = await removeWith(client);
    await announce(client);
    return removed;
  } finally {
    await client.$disconnect();
  }
}

type Client = ReturnType<typeof connect>;

async function removeWith(client: Client): Promise<number> {
  const { count } = await client.person.deleteMany({ where: { email: { endsWith: demoDomain } } });
  return count;
}

/** Says to every running instance that all of its pages changed. */
async function announce(client: Client): Promise<void> {
  await client.$queryRaw`SELECT pg_notify('framewise_changed', '*')::text`;
}
