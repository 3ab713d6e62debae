import "server-only";
import { refresh } from "next/cache";
import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { z } from "zod";
import { isAway } from "../db/errors.ts";
import { db } from "../db/index.ts";
import { log } from "../log/log.mjs";
import { type Action, type FormState, isUnshown, onceField, typed } from "../request/form-state.ts";
import { count, type Limit } from "../request/limits.ts";
import { idOf } from "../request/once.ts";
import { getAddress, getReferringPath } from "../request/origin.ts";
import { outcomeOf } from "../request/outcome.ts";
import { Refusal } from "../request/refusal.ts";
import { can, type Permission, waitsForSecondStep } from "../session/permissions.ts";
import { isFresh, setUpSecondStep, signInPath } from "../session/rules.ts";
import type { Viewer } from "../session/sessions.ts";
import { getViewer } from "../session/viewer.ts";
import { withoutControls } from "../text/written.ts";

type Access = "anyone" | "member" | Permission;
type ViewerFor<A extends Access> = A extends "anyone" ? Viewer | null : Viewer;

interface Context<A extends Access> {
  viewer: ViewerFor<A>;
  /** The network address of the request. */
  address: string;
  /** The id for what is made: the same when the same sending of a form comes again, so that nothing is made twice. */
  newId: string;
}

/** What a verb leads to: another page, or a sentence on this one. */
type Result =
  | { to: string }
  | { message: string; way?: { href: string; text: string }; link?: string; data?: FormState["data"] };

interface Definition<Schema extends z.ZodType, A extends Access> {
  access: A;
  /** What is said to who isn't signed in, where the form is shown to everybody. */
  signedOut?: string;
  /** Whether the person must have proved who they are within the last minutes. */
  fresh?: boolean;
  schema: Schema;
  /** Counted before anything is done. Who is signed in has a general limit besides, also where anyone may. */
  limits?: (input: z.output<Schema>, context: Context<A>) => Limit[] | Promise<Limit[]>;
  run: (input: z.output<Schema>, context: Context<A>) => Promise<Result>;
}

/**
 * The way of every action: session → permission → form → limits → verb → where to go on. Whatever is refused comes back
 * as a state with the sentence, the field, and what was typed (never a password). It never throws, except to redirect.
 */
export function defineAction<Schema extends z.ZodType, A extends Access>(definition: Definition<Schema, A>): Action {
  return async (previous, data) => {
    const outcome = outcomeOf((await headers()).get("x-framewise-request"));
    outcome.begun = true;
    const attempt = attemptOf(previous) + 1;
    const form = formOf(data);
    let result: Result;
    try {
      if (!form) throw new Refusal("This request could not be read.", { status: 400 });
      result = await perform(definition, form);
    } catch (error) {
      const refusal = error instanceof Refusal ? error : unexpected(error);
      outcome.status = refusal.status;
      if (refusal.retryAfter !== undefined) outcome.retryAfter = refusal.retryAfter;
      const { message, field, fields, way = null } = refusal;
      const errors = fields ?? (field === undefined ? {} : { [field]: message });
      return {
        status: "refused",
        // What is said at a field is not said twice.
        message: field === undefined ? message : null,
        errors,
        way,
        link: null,
        values: form ? typed(form) : {},
        data: null,
        attempt,
      };
    }
    if ("to" in result) redirect(result.to);
    // What the page says of itself must be true at once; where an island takes the answer in, it is.
    if (!result.data) refresh();
    return {
      status: "done",
      message: result.message,
      errors: {},
      way: result.way ?? null,
      link: result.link ?? null,
      values: {},
      data: result.data ?? null,
      attempt,
    };
  };
}

async function perform<Schema extends z.ZodType, A extends Access>(
  {
    access,
    signedOut = "You are not signed in any more. Sign in, then send this again.",
    fresh,
    schema,
    limits,
    run,
  }: Definition<Schema, A>,
  form: Fields,
): Promise<Result> {
  const viewer = await getViewer();
  const back = await getReferringPath();
  if (access !== "anyone" && !viewer) throw notSignedIn(signedOut, back);
  if (viewer) {
    if (access !== "anyone" && access !== "member" && !can(viewer, access))
      throw waitsForSecondStep(viewer, access)
        ? new Refusal("What you may do here takes two steps of signing in.", {
            status: 403,
            way: { href: `${setUpSecondStep}?needed=1`, text: "Set the second one up" },
          })
        : new Refusal("You may not do this.", { status: 403 });
    await count([{ name: "writes of a person", key: viewer.personId }]);
    if (fresh && !isFresh(viewer.authenticatedAt))
      throw new Refusal("For this, prove again that it is you.", {
        status: 403,
        way: { href: signInPath(back, true), text: "Sign in again" },
      });
  }
  const address = await getAddress();
  await count([{ name: "writes from an address", key: address }]);
  // PostgreSQL keeps no NUL in a text, and nobody types one.
  const odd = Object.keys(form).filter((name) => form[name]?.includes("\0"));
  if (odd.length > 0)
    throw new Refusal("Look at the fields that are marked.", {
      fields: Object.fromEntries(odd.map((name) => [name, "It has a character in it that can’t be kept."])),
    });
  const parsed = schema.safeParse(written(form));
  if (!parsed.success) throw unfit(parsed.error);
  const { [onceField]: once, ...rest } = form;
  const context = { viewer: viewer as ViewerFor<A>, address, newId: idOf(once, viewer?.personId ?? null, rest) };
  if (limits) await count(await limits(parsed.data, context));
  try {
    return await run(parsed.data, context);
  } catch (error) {
    // An account that was deleted meanwhile makes any statement fail, each in its own way.
    if (viewer && !(error instanceof Refusal) && !(await isThere(viewer))) throw notSignedIn(signedOut, back);
    throw error;
  }
}

const notSignedIn = (message: string, back: string | null) =>
  new Refusal(message, { status: 401, way: { href: signInPath(back), text: "Sign in" } });

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
  log.error({ err: error }, "An action failed");
  return isAway(error)
    ? new Refusal("The database can't be reached right now. Try again in a minute: nothing is done twice.", {
        status: 503,
        retryAfter: 30,
      })
    : new Refusal("Something broke on our side. Nothing was changed; try again in a moment.", { status: 500 });
}

type Fields = Record<string, string>;

/**
 * The fields of a form: texts only, the first of each name. Null for anything that is no form; what a request makes of
 * an argument may throw at the slightest touch.
 */
function formOf(data: unknown): Fields | null {
  try {
    if (!(data instanceof FormData)) return null;
    const fields = new Map<string, string>();
    for (const [name, value] of data) if (typeof value === "string" && !fields.has(name)) fields.set(name, value);
    return Object.fromEntries(fields);
  } catch {
    return null;
  }
}

/** How often this form was sent before. The previous state comes from the browser: it may be anything. */
function attemptOf(previous: unknown): number {
  try {
    const attempt = (previous as { attempt?: unknown } | null | undefined)?.attempt;
    return typeof attempt === "number" && Number.isSafeInteger(attempt) ? attempt : 0;
  } catch {
    return 0;
  }
}
