import { query } from "./postgres.ts";
import { Problem } from "./problem.ts";

/**
 * Does work that needs the database to be ours. When it fails and the role of the address lacks rights, a `Problem` says
 * which. The server is asked instead of the error: its words may be in any language.
 */
export async function withRights<T>(url: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    const lack = await lackingRights(url).catch(() => null);
    throw lack ?? error;
  }
}

async function lackingRights(url: string): Promise<Problem | null> {
  const { host, pathname } = new URL(url);
  const where = `${host}${pathname}`;
  const [row] = await query<{ role: string; may: boolean | null; other: string | null }>(
    url,
    `SELECT quote_ident(current_user) AS role,
      (SELECT has_schema_privilege(oid, 'USAGE') AND has_schema_privilege(oid, 'CREATE') FROM pg_namespace WHERE nspname = 'public') AS may,
      (SELECT quote_ident(min(tableowner)) FROM pg_tables WHERE schemaname = 'public' AND NOT pg_has_role(tableowner, 'USAGE')) AS other`,
  );
  if (!row) return null;
  if (row.may === null) return new Problem(`The database ${where} has no schema public. Make it: CREATE SCHEMA public`);
  if (!row.may)
    return new Problem(
      `The role ${row.role} may not make tables in the schema public of ${where}. An administrator allows it: GRANT USAGE, CREATE ON SCHEMA public TO ${row.role}`,
    );
  if (row.other !== null)
    return new Problem(
      `Tables in the schema public of ${where} belong to ${row.other}. Framewise connects as ${row.role}, and needs to own them: set DATABASE_URL to connect as ${row.other}.`,
    );
  return null;
}
