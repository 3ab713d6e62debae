"use server";

import { cookies } from "next/headers";
import { z } from "zod";
import { defineAction } from "../action/action.ts";
import { db } from "../db/index.ts";
import { noteEvent } from "../events/mutations.ts";
import { mailMode } from "../mail/transport.ts";
import { forget } from "../request/limits.ts";
import { Refusal } from "../request/refusal.ts";
import { connectCookie, cookieOptions } from "../session/cookies.ts";
import { removableMethods } from "../session/methods.ts";
import type { HalfViewer } from "../session/sessions.ts";
import { getBrowser, getHalfViewer, getKnownBrowser, rememberBrowser, requireCookies } from "../session/viewer.ts";
import { writeSaved } from "../shortlist/rules.ts";
import { getVisitorSaved } from "../shortlist/visitor.ts";
import { forgetPasswordTries, letterLimits, mayMail, passwordLimits } from "./limits.ts";
import { createLink, mailLink, peekLink } from "./links.ts";
import * as verbs from "./mutations.ts";
import { startProvider } from "./next-auth/start-provider.ts";
import { addPasskey, askForNewPasskey, askForPasskey, doPasskeyStep, removePasskey } from "./passkey-mutations.ts";
import { passwordProblem } from "./passwords.ts";
import * as schema from "./schema.ts";
import { doSecondStep, removeApp, setUpSecondStep } from "./second-step-mutations.ts";
import { farewell, welcome } from "./welcome.ts";

const gone = (way: string) =>
  new Refusal("This link has been used already, or its time is over.", {
    status: 410,
    way: { href: way, text: "Ask for another" },
  });

export const signInAction = defineAction({
  access: "anyone",
  schema: z.object({ email: schema.email, password: schema.typedPassword, next: schema.next }),
  limits: async ({ email }, { address }) => passwordLimits({ email, address, known: await getKnownBrowser(email) }),
  run: async ({ email, password, next }, { address }) => {
    await requireCookies();
    const signedIn = await verbs.signInWithPassword(email, password, await getBrowser());
    if (!signedIn) {
      const tried = { personId: await verbs.accountOf(email), address, path: "/sign-in" };
      await noteEvent("sign-in-failed", tried);
      throw new Refusal("Address and password don't belong together. Check both, or ask for a link by mail.", {
        status: 401,
      });
    }
    await forgetPasswordTries({ email, address, known: await getKnownBrowser(email) });
    return { to: await welcome(signedIn, next ?? null) };
  },
});

const forMail = (wanted: "sign-up" | "sign-in" | "reset") =>
  ({
    access: "anyone",
    schema: z.object({ email: schema.email, next: schema.next }),
    limits: async ({ email }: { email: string }, { address }: { address: string }) =>
      letterLimits({ email, address, known: await getKnownBrowser(email) }),
    run: async (
      { email, next }: { email: string; next?: string | null | undefined },
      { address, newId }: { address: string; newId: string },
    ) => {
      if (mailMode() === "none")
        throw new Refusal("This installation can't send mail yet, so it can't send you a link.", { status: 503 });
      const after = { next: next ?? null, save: writeSaved(await getVisitorSaved()) || null };
      if (await mayMail({ email, address, known: await getKnownBrowser(email) }))
        await mailLink(wanted, email, after, newId);
      return { to: `/check-mail?for=${wanted}` };
    },
  }) as const;

export const signUpAction = defineAction(forMail("sign-up"));
export const mailSignInLinkAction = defineAction(forMail("sign-in"));
export const mailResetLinkAction = defineAction(forMail("reset"));

/** Whether what was saved where a link was asked for is wanted: anybody can ask for a link to any address. */
const keep = z.literal("1").optional();
const withSaved = <T extends { save: string | null }>(signedIn: T, wanted: z.output<typeof keep>): T => ({
  ...signedIn,
  save: wanted ? signedIn.save : null,
});

export const signInWithLinkAction = defineAction({
  access: "anyone",
  schema: z.object({ token: schema.token, keep }),
  run: async ({ token, keep: wanted }) => {
    await requireCookies();
    return { to: await welcome(withSaved(await verbs.signInWithLink(token, await getBrowser()), wanted), null) };
  },
});

export const createAccountAction = defineAction({
  access: "anyone",
  schema: z.object({ token: schema.token, name: schema.name, password: schema.newPassword.optional(), keep }),
  run: async ({ token, name, password, keep: wanted }) => {
    await requireCookies();
    const link = await peekLink(token, "sign-up");
    if (!link) throw gone("/sign-up");
    const problem = password ? passwordProblem(password, [link.email, name]) : null;
    if (problem) throw new Refusal(problem, { field: "password" });
    const signedIn = await verbs.createAccount(token, { name, password: password || null }, await getBrowser());
    return { to: await welcome(withSaved(signedIn, wanted), "/account?welcome=1") };
  },
});

export const resetPasswordAction = defineAction({
  access: "anyone",
  schema: z.object({ token: schema.token, password: schema.newPassword, keep }),
  run: async ({ token, password, keep: wanted }) => {
    await requireCookies();
    const link = await peekLink(token, "reset");
    if (!link) throw gone("/reset");
    const problem = passwordProblem(password, [link.email, ...(await verbs.aboutPerson(link.personId))]);
    if (problem) throw new Refusal(problem, { field: "password" });
    const signedIn = await verbs.resetPassword(token, password, await getBrowser());
    return { to: await welcome(withSaved(signedIn, wanted), "/account?reset=1#methods") };
  },
});

export const signInWithProviderAction = defineAction({
  access: "anyone",
  schema: z.object({ provider: schema.provider, next: schema.next }),
  limits: (_, { address }) => [{ name: "sign-in from an address", key: address }],
  run: async ({ provider, next }) => {
    await requireCookies();
    // An intent that was left behind must not turn this sign-in into a connection.
    (await cookies()).delete(connectCookie);
    return { to: await startProvider(provider, next ?? null) };
  },
});

export const connectProviderAction = defineAction({
  access: "member",
  fresh: true,
  schema: z.object({ provider: schema.provider }),
  run: async ({ provider }, { viewer }) => {
    const to = await startProvider(provider, null);
    const intent = await createLink(db(), { kind: "connect", email: viewer.email, personId: viewer.personId });
    (await cookies()).set(connectCookie, intent, cookieOptions(600));
    return { to };
  },
});

export const signOutAction = defineAction({
  access: "anyone",
  schema: z.object({}),
  run: async () => {
    await farewell();
    return { to: "/sign-in?out=1" };
  },
});

export const renameAction = defineAction({
  access: "member",
  schema: z.object({ name: schema.name }),
  run: async ({ name }, { viewer }) => {
    await verbs.rename(viewer, name);
    return { message: "Your name is changed." };
  },
});

export const changeEmailAction = defineAction({
  access: "member",
  fresh: true,
  schema: z.object({ email: schema.email }),
  limits: ({ email }, { address }) => [
    { name: "mail from an address", key: address },
    { name: "confirmations to an address", key: email },
  ],
  run: async ({ email }, { viewer, newId }) => {
    await verbs.askToChangeEmail(viewer, email, newId);
    return { message: "Check the mail of the new address: its link makes the change. Until then nothing changes." };
  },
});

export const confirmEmailAction = defineAction({
  access: "member",
  schema: z.object({ token: schema.token }),
  run: async ({ token }, { viewer }) => {
    await rememberBrowser(await verbs.changeEmail(viewer, token));
    return { to: "/account?email=1" };
  },
});

export const undoEmailAction = defineAction({
  access: "anyone",
  schema: z.object({ token: schema.token }),
  run: async ({ token }) => {
    await verbs.undoEmailChange(token);
    return { to: "/reset?undone=1" };
  },
});

export const setPasswordAction = defineAction({
  access: "member",
  fresh: true,
  schema: z.object({ password: schema.newPassword }),
  limits: (_, { viewer }) => [{ name: "changes to an account", key: viewer.personId }],
  run: async ({ password }, { viewer }) => {
    await verbs.setPassword(viewer, password);
    return { message: "Your password is set. Every other browser was signed out." };
  },
});

export const removeMethodAction = defineAction({
  access: "member",
  fresh: true,
  schema: z.object({ method: z.enum(removableMethods) }),
  run: async ({ method }, { viewer }) => {
    await verbs.removeMethod(viewer, method);
    return { to: "/account?removed=1#methods" };
  },
});

export const revokeSessionAction = defineAction({
  access: "member",
  schema: z.object({ session: schema.id }),
  run: async ({ session }, { viewer }) => {
    if (session === viewer.sessionId) {
      await farewell();
      return { to: "/sign-in?out=1" };
    }
    if (!(await verbs.revokeSession(viewer, session))) throw new Refusal("There is no such session.", { status: 404 });
    return { to: "/account?ended=1#sessions" };
  },
});

export const revokeOtherSessionsAction = defineAction({
  access: "member",
  schema: z.object({}),
  run: async (_, { viewer }) => {
    const ended = await verbs.revokeOtherSessions(viewer);
    return { to: `/account?ended=${ended}#sessions` };
  },
});

export const deleteAccountAction = defineAction({
  access: "member",
  fresh: true,
  schema: z.object({ confirm: z.string({ error: "Type your address." }).transform(schema.mailbox) }),
  run: async ({ confirm }, { viewer }) => {
    if (confirm !== viewer.email) throw new Refusal("This is not the address of this account.", { field: "confirm" });
    await verbs.deleteAccount(viewer);
    await farewell();
    return { to: "/sign-in?deleted=1" };
  },
});

export const setRoleAction = defineAction({
  access: "people.manage",
  fresh: true,
  schema: z.object({ person: schema.id, role: schema.role }),
  run: async ({ person, role }, { viewer }) => {
    await verbs.setRole(viewer, person, role);
    return { message: `Role changed to ${role}.` };
  },
});

export const signOutPersonAction = defineAction({
  access: "people.manage",
  fresh: true,
  schema: z.object({ person: schema.id }),
  run: async ({ person }, { viewer }) => {
    const ended = await verbs.signOutPerson(viewer, person);
    return { message: `Signed out everywhere: ${ended} session${ended === 1 ? "" : "s"} ended.` };
  },
});

const secondCode = z.string().trim().min(6, "Type the code that your app shows.").max(40);

/** Two steps are worth as much as guessing the second is hard: five tries, whoever tries. */
const secondTries = (personId: string) => [{ name: "second steps of a person" as const, key: personId }];

/** Does what is owed, and says where wrong tries are seen that it was wrong. */
async function goThrough(address: string, step: (half: HalfViewer) => Promise<void>): Promise<void> {
  const half = await owing();
  await step(half).catch(async (error: unknown) => {
    if (error instanceof Refusal)
      await noteEvent("sign-in-failed", { personId: half.personId, address, path: "/sign-in/second" });
    throw error;
  });
  await forget({ name: "second steps of a person", key: half.personId });
}

async function owing(): Promise<HalfViewer> {
  const half = await getHalfViewer();
  if (half) return half;
  throw new Refusal("Signing in took too long, or it was done already.", {
    status: 401,
    way: { href: "/sign-in", text: "Sign in" },
  });
}

const triesOfHalf = async () => {
  const half = await getHalfViewer();
  return half ? secondTries(half.personId) : [];
};

export const doSecondStepAction = defineAction({
  access: "anyone",
  schema: z.object({ code: secondCode, next: schema.next }),
  limits: triesOfHalf,
  run: async ({ code: typed, next: to }, { address }) => {
    await goThrough(address, (half) => doSecondStep(half, typed));
    return { to: to ?? "/account" };
  },
});

export const setUpSecondStepAction = defineAction({
  access: "member",
  fresh: true,
  schema: z.object({ code: secondCode, next: schema.next }),
  limits: (_, { viewer }) => secondTries(viewer.personId),
  run: async ({ code: typed, next: to }, { viewer }) => {
    const first = await setUpSecondStep(viewer, typed);
    return { to: to ?? `/account?second=${first ? "on" : "more"}#methods` };
  },
});

export const removeAppAction = defineAction({
  access: "member",
  fresh: true,
  schema: z.object({}),
  run: async (_, { viewer }) => {
    const last = await removeApp(viewer);
    return { to: `/account?second=${last ? "off" : "less"}#methods` };
  },
});

/** For the browser, which asks for the passkey then. Without scripts only the words are seen. */
const forBrowser = (options: object) => ({
  message: "A passkey needs scripts, and they don’t run here. Use a code instead.",
  data: { options: JSON.stringify(options) },
});

export const askForPasskeyAction = defineAction({
  access: "anyone",
  schema: z.object({}),
  run: async () => forBrowser(await askForPasskey(await owing())),
});

export const doPasskeyStepAction = defineAction({
  access: "anyone",
  schema: z.object({ passkeyToken: schema.passkeyAnswer, next: schema.next }),
  limits: triesOfHalf,
  run: async ({ passkeyToken, next: to }, { address }) => {
    await goThrough(address, (half) => doPasskeyStep(half, passkeyToken));
    return { to: to ?? "/account" };
  },
});

const changes = (personId: string) => [{ name: "changes to an account" as const, key: personId }];

export const askForNewPasskeyAction = defineAction({
  access: "member",
  fresh: true,
  schema: z.object({ name: schema.passkeyName }),
  limits: (_, { viewer }) => changes(viewer.personId),
  run: async (_, { viewer }) => forBrowser(await askForNewPasskey(viewer)),
});

export const addPasskeyAction = defineAction({
  access: "member",
  fresh: true,
  schema: z.object({ name: schema.passkeyName, passkeyToken: schema.passkeyAnswer, next: schema.next }),
  limits: (_, { viewer }) => changes(viewer.personId),
  run: async ({ name, passkeyToken, next: to }, { viewer }) => {
    const first = await addPasskey(viewer, name, passkeyToken);
    return { to: to ?? `/account?second=${first ? "on" : "more"}#methods` };
  },
});

export const removePasskeyAction = defineAction({
  access: "member",
  fresh: true,
  schema: z.object({ passkey: schema.id }),
  run: async ({ passkey }, { viewer }) => {
    const last = await removePasskey(viewer, passkey);
    return { to: `/account?second=${last ? "off" : "less"}#methods` };
  },
});
