import "server-only";
import { db, type Transaction } from "../db/index.ts";
import { hashToken, isToken, newToken } from "../secrets/tokens.ts";
import type { SignInMethod } from "./methods.ts";
import { asRole, type Role } from "./permissions.ts";
import { sessionLife, touchAfter } from "./rules.ts";

/** Who is signed in, as the database says at this moment. */
export interface Viewer {
  personId: string;
  email: string;
  name: string;
  role: Role;
  sessionId: string;
  authenticatedAt: Date;
  /** The role that they have been given, where it waits for a second step of signing in; `role` is "member" until then. */
  withheld?: Role;
}

/** Who has done the first step of signing in, and owes the second: nobody yet, to all but the page that asks for it. */
export interface HalfViewer {
  personId: string;
  email: string;
  sessionId: string;
}

/** What a viewer is made of. */
export interface FoundSession {
  person_id: string;
  email: string;
  name: string;
  role: string;
  id: string;
  created_at: Date;
  /** Whether the person has a second step. */
  has_second: boolean;
}

interface Row extends FoundSession {
  last_seen_at: Date;
  /** Whether the second step was done in this session. */
  did_second: boolean;
}

/**
 * Whose session this token is: one select by primary key. Null when there is none, it was revoked, its time is over
 * (`sessionLife`), or it owes a second step. Notes the use, at most once in `touchAfter`.
 */
export async function findSession(token: unknown): Promise<Viewer | null> {
  const row = await findRow(token);
  if (!row || !isToken(token) || (row.has_second && !row.did_second)) return null;
  if (Date.now() - row.last_seen_at.getTime() > touchAfter)
    await db().$executeRaw`SELECT note_use(${row.person_id}::uuid, ${hashToken(token)})`;
  return viewerOf(row);
}

/** Who is signed in, from what the database says of their session. */
export function viewerOf(row: FoundSession): Viewer {
  const role = asRole(row.role);
  // What has power over others takes more than a mailbox or a password.
  const waits = role !== "member" && !row.has_second;
  return {
    personId: row.person_id,
    email: row.email,
    name: row.name,
    role: waits ? "member" : role,
    ...(waits ? { withheld: role } : {}),
    sessionId: row.id,
    authenticatedAt: row.created_at,
  };
}

/** Whose session this token is, where it owes a second step. */
export async function findHalfSession(token: unknown): Promise<HalfViewer | null> {
  const row = await findRow(token);
  if (!row?.has_second || row.did_second) return null;
  return { personId: row.person_id, email: row.email, sessionId: row.id };
}

async function findRow(token: unknown): Promise<Row | null> {
  if (!isToken(token)) return null;
  const [row] = await db().$queryRaw<Row[]>`SELECT * FROM session_of(${hashToken(token)}, ${sessionLife.idle / 1000})`;
  return row ?? null;
}

/**
 * Makes a session and returns its token: the only time that it is seen.
 * @param replaces the token that this browser had before: it ends, so that no sign-in leaves two behind
 */
export async function createSession(
  tx: Transaction,
  options: { personId: string; method: SignInMethod; device: string; replaces: string | null },
): Promise<string> {
  if (options.replaces) await endSession(tx, options.replaces);
  const token = newToken();
  await tx.session.create({
    data: {
      tokenHash: hashToken(token),
      personId: options.personId,
      method: options.method,
      device: options.device,
      expiresAt: new Date(Date.now() + sessionLife.absolute),
    },
  });
  return token;
}

/** Ends the session of a token. Ending it twice is no error. */
export async function endSession(tx: Transaction, token: string): Promise<void> {
  if (isToken(token)) await tx.session.deleteMany({ where: { tokenHash: hashToken(token) } });
}
