import "server-only";
import { z } from "zod";
import { isAway } from "../db/errors.ts";
import { db } from "../db/index.ts";
import { logFailure } from "../db/outage.ts";
import type { Verb } from "../db/verb.ts";
import { noteEvent } from "../events/mutations.ts";
import { type FormState, isUnshown, onceField, typed } from "../request/form-state.ts";
import { count, type Limit, tooOften } from "../request/limits.ts";
import { idOf } from "../request/once.ts";
import { getAddress, getReferringPath } from "../request/origin.ts";
import { Refusal } from "../request/refusal.ts";
import { type Admission, admit } from "../session/admit.ts";
import { can, type Permission, waitsForSecondStep } from "../session/permissions.ts";
import { demandedStepPath, isFresh, signInPath } from "../session/rules.ts";
import { findSession, type Viewer } from "../session/sessions.ts";
import { getSessionToken, getViewer } from "../session/viewer.ts";
import { withoutControls } from "../text/written.ts";

export type Access = "anyone" | "member" | Permission;
type ViewerFor<A extends Access> = A extends "anyone" ? Viewer | null : Viewer;

interface Context<A extends Access> {
  viewer: ViewerFor<A>;
  /** The network address of the request. */
  address: string;
  /** What the joined verb gave. */
  rows: unknown[];
  /** The id for what is made: the same when the same sending of a form comes again, so that nothing is made twice. */
  newId: string;
}

/** What a verb leads to: another page, or a sentence on this one. */
type Result =
  | { to: string }
  | { message: string; way?: { href: string; text: string }; link?: string; data?: FormState["data"] };

export interface Definition<Schema extends z.ZodType, A extends Access> {
  access: A;
  /** What is said to who isn't signed in, where the form is shown to everybody. */
  signedOut?: string;
  /** Whether the person must have proved who they are within the last minutes. */
  fresh?: boolean;
  schema: Schema;
  /** Counted before anything is done. Who is signed in has a general limit besides, also where anyone may. */
  limits?: (input: z.output<Schema>, context: Context<A>) => Limit[] | Promise<Limit[]>;
  /**
   * A verb of the database that is done in the same statement that lets the person in: for small writes that come often.
   * Permissions and limits of its own are looked at after that statement, so it can't have any.
   */
  joined?: A extends Permission ? never : (input: z.output<Schema>) => Verb;
  run: (input: z.output<Schema>, context: Context<A>) => Promise<Result>;
}

/** A definition, with its parts' types found from one another. */
export const define = <Schema extends z.ZodType, A extends Access>(definition: Definition<Schema, A>) => definition;

/** What comes of a form: another page, or what is said of it, with the status and seconds to wait of a refusal. */
export type Answered = { to: string } | { state: FormState; status: number; retryAfter?: number };

/**
 * The way of every write, by an action or an address of its own (lib/writes): session → permission → form → limits → verb.
 * Whatever is refused comes back as a state with the sentence, the field, and what was typed (never a password). It never
 * throws.
 */
export async function answerTo<Schema extends z.ZodType, A extends Access>(
  definition: Definition<Schema, A>,
  form: Fields | null,
  attempt: number,
): Promise<Answered> {
  try {
    if (!form) throw new Refusal("This request could not be read.", { status: 400 });
    const result = await perform(definition, form);
    if ("to" in result) return result;
    const { message, way = null, link = null, data = null } = result;
    return { state: { status: "done", message, errors: {}, way, link, values: {}, data, attempt }, status: 200 };
  } catch (error) {
    const refusal = error instanceof Refusal ? error : unexpected(error);
    await noteRefusal(refusal);
    const { message, field, fields, way = null, status, retryAfter } = refusal;
    const state: FormState = {
      status: "refused",
      // What is said at a field is not said twice.
      message: field === undefined ? message : null,
      errors: fields ?? (field === undefined ? {} : { [field]: message }),
      way,
      link: null,
      values: form ? typed(form) : {},
      data: null,
      attempt,
    };
    return { state, status, ...(retryAfter === undefined ? {} : { retryAfter }) };
  }
}

async function perform<Schema extends z.ZodType, A extends Access>(
  definition: Definition<Schema, A>,
  form: Fields,
): Promise<Result> {
  const { access, fresh, schema, limits, run } = definition;
  const joined = definition.joined as ((input: z.output<Schema>) => Verb) | undefined;
  const { signedOut = "You are not signed in any more. Sign in, then send this again." } = definition;
  const address = await getAddress();
  const input = read(schema, form);
  const asked = { token: await getSessionToken(), address, needsPerson: access !== "anyone" };
  let admission: Admission;
  try {
    admission = await admit(asked, "data" in input ? (joined?.(input.data) ?? null) : null);
  } catch (error) {
    // An account that was deleted meanwhile makes any statement fail, each in its own way.
    if (joined && asked.token && (await isGone(asked.token))) throw await notSignedIn(signedOut);
    throw error;
  }
  const { viewer, tooOften: seconds, rows } = admission;
  if (access !== "anyone" && !viewer) throw await notSignedIn(signedOut);
  if (viewer && access !== "anyone" && access !== "member" && !can(viewer, access))
    throw waitsForSecondStep(viewer, access)
      ? new Refusal("What you may do here takes two steps of signing in.", {
          status: 403,
          way: { href: demandedStepPath(await getReferringPath()), text: "Set the second one up" },
        })
      : new Refusal("You may not do this.", { status: 403 });
  if (seconds !== null) throw tooOften(seconds);
  if (viewer && fresh && !isFresh(viewer.authenticatedAt))
    throw new Refusal("For this, prove again that it is you.", {
      status: 403,
      way: { href: signInPath(await getReferringPath(), true), text: "Sign in again" },
    });
  if ("refusal" in input) throw input.refusal;
  const { [onceField]: once, ...rest } = form;
  const newId = idOf(once, viewer?.personId ?? null, rest);
  const context = { viewer: viewer as ViewerFor<A>, address, rows, newId };
  if (limits) await count(await limits(input.data, context));
  try {
    return await run(input.data, context);
  } catch (error) {
    if (viewer && !(error instanceof Refusal) && !(await isThere(viewer))) throw await notSignedIn(signedOut);
    throw error;
  }
}

function read<Schema extends z.ZodType>(
  schema: Schema,
  form: Fields,
): { data: z.output<Schema> } | { refusal: Refusal } {
  // PostgreSQL keeps no NUL in a text, and nobody types one.
  const odd = Object.keys(form).filter((name) => form[name]?.includes("\0"));
  if (odd.length > 0) {
    const fields = Object.fromEntries(odd.map((name) => [name, "It has a character in it that can’t be kept."]));
    return { refusal: new Refusal("Look at the fields that are marked.", { fields }) };
  }
  const parsed = schema.safeParse(written(form));
  return parsed.success ? { data: parsed.data } : { refusal: unfit(parsed.error) };
}

/** What was not allowed, or was tried too often, is for administrators to see. */
async function noteRefusal({ status, way }: Refusal): Promise<void> {
  // Who need only prove again that it is them does nothing that isn't theirs.
  if ((status !== 403 || way) && status !== 429) return;
  const viewer = await getViewer().catch(() => null);
  await noteEvent(status === 429 ? "too-often" : "refused", {
    personId: viewer?.personId ?? null,
    address: await getAddress(),
    path: await getReferringPath(),
  });
}

const notSignedIn = async (message: string) =>
  new Refusal(message, { status: 401, way: { href: signInPath(await getReferringPath()), text: "Sign in" } });

/** Whether a session is over; as long as that can't be asked, it isn't known to be. */
const isGone = (token: unknown) =>
  findSession(token).then(
    (viewer) => viewer === null,
    () => false,
  );

const isThere = async ({ personId }: Viewer) => (await db().person.count({ where: { id: personId } })) === 1;

/** What people write, without invisible controls: the one place where it comes in. Secrets stay as they are. */
const written = (form: Fields): Fields =>
  Object.fromEntries(
    Object.entries(form).map(([name, value]) => [name, isUnshown(name) ? value : withoutControls(value)]),
  );

/** Fields that don't fit, each with its sentence. */
function unfit({ issues }: z.ZodError): Refusal {
  const fields: Record<string, string> = {};
  for (const { path, message } of issues) fields[String(path[0] ?? "")] ??= message;
  return new Refusal("Look at the fields that are marked.", { status: 422, fields });
}

function unexpected(error: unknown): Refusal {
  logFailure(error, "An action failed");
  return isAway(error)
    ? new Refusal("The database can't be reached right now. Try again in a minute: nothing is done twice.", {
        status: 503,
        retryAfter: 30,
      })
    : new Refusal("Something broke on our side. Nothing was changed; try again in a moment.", { status: 500 });
}

export type Fields = Record<string, string>;
