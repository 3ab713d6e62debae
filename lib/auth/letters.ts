import { type Letter, letter } from "../mail/letter.ts";
import { siteName } from "../site/identity.ts";
import { lifeOf } from "./rules.ts";

const ignore = "If this wasn't you, do nothing: without the link nothing happens.";

/** What we write to people about their accounts. */
export const letters = {
  signUp: (to: string, token: string): Letter =>
    letter(
      to,
      `Finish your ${siteName} account`,
      [`Somebody, probably you, asked for an account at ${siteName} with this address.`],
      { path: `/sign-up/confirm?token=${token}`, text: "Create the account" },
      [`The link works once, for ${lifeOf("sign-up")}.`, ignore],
    ),
  signUpKnown: (to: string, token: string): Letter =>
    letter(
      to,
      `You already have a ${siteName} account`,
      [`Somebody, probably you, asked for an account at ${siteName} with this address. You have one already.`],
      { path: `/sign-in/link?token=${token}`, text: "Sign in" },
      [`The link works once, for ${lifeOf("sign-in")}. You can also sign in with your password, or reset it.`, ignore],
    ),
  signIn: (to: string, token: string): Letter =>
    letter(
      to,
      `Sign in to ${siteName}`,
      ["Here is the link to sign in with."],
      { path: `/sign-in/link?token=${token}`, text: "Sign in" },
      [`The link works once, for ${lifeOf("sign-in")}.`, ignore],
    ),
  unknown: (to: string, token: string): Letter =>
    letter(
      to,
      `No ${siteName} account with this address yet`,
      [
        `Somebody, probably you, wanted to sign in to ${siteName} with this address, but it has no account. Perhaps you used another address. You can make one now:`,
      ],
      { path: `/sign-up/confirm?token=${token}`, text: "Create the account" },
      [`The link works once, for ${lifeOf("sign-up")}.`, ignore],
    ),
  reset: (to: string, token: string): Letter =>
    letter(
      to,
      `Reset your ${siteName} password`,
      ["Here is the link to choose a new password with. It signs you out everywhere else."],
      { path: `/reset/confirm?token=${token}`, text: "Choose a new password" },
      [`The link works once, for ${lifeOf("reset")}.`, ignore],
    ),
  /** To an address that isn't proven: nothing in it was typed by anybody. */
  changeEmail: (to: string, token: string): Letter =>
    letter(
      to,
      `Confirm your new address for ${siteName}`,
      [`Somebody, probably you, wants to use this address for their account at ${siteName}.`],
      { path: `/account/email?token=${token}`, text: "Confirm this address" },
      [`The link works once, for ${lifeOf("change-email")}, in a browser that is signed in to that account.`, ignore],
    ),
  /** To an address that an account had until some days ago, whose owner looks for it. */
  moved: (to: string, token: string): Letter =>
    letter(
      to,
      `Your ${siteName} account has another address now`,
      [
        `Somebody, probably you, wanted to sign in to ${siteName} with this address. Its account was given another address some days ago, by whoever was signed in to it. If that wasn't you, take it back:`,
      ],
      { path: `/reset/address?token=${token}`, text: "Take the account back" },
      ["If you changed it yourself, use the new address, and do nothing here."],
    ),
  /** To the address that an account had until now. */
  emailChanged: (to: string, token: string, now: string): Letter =>
    letter(
      to,
      `Your ${siteName} address was changed`,
      [
        `Your account now uses ${now}. If you did that, there is nothing to do.`,
        "If it wasn't you, take it back: the account gets this address again, everybody is signed out, and mail to this address is the only way in until you choose others.",
      ],
      { path: `/reset/address?token=${token}`, text: "Take the account back" },
      [`The link works once, for ${lifeOf("undo-email")}. You need not be signed in.`],
    ),
  /** A notice on something that has happened, to who would want to know if it wasn't them. */
  notice: (to: string, subject: string, what: string): Letter =>
    letter(to, subject, [what], { path: "/account", text: "Look at the account" }, [
      "If this wasn't you, reset your password right away: that signs out everybody else.",
    ]),
};
