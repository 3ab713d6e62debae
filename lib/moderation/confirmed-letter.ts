import { type Letter, letter } from "../mail/letter.ts";
import { siteName } from "../site/identity.ts";
import { routes } from "../site/routes.ts";

/** To whom a moderator confirmed as a maintainer, with where they reply. Nothing in it was typed by a person. */
export function confirmedLetter(to: string, framework: { slug: string; name: string; suggested: boolean }): Letter {
  // The name of one that a reader suggested is a reader's text.
  const name = framework.suggested ? framework.slug : framework.name;
  return letter(
    to,
    `You are confirmed as a maintainer of ${name}`,
    [
      `A moderator of ${siteName} confirmed you as a maintainer of ${name}. You can answer what is claimed of it, once for each claim. A reply stands with the claim, marked as a maintainer’s and without your name.`,
    ],
    { path: routes.maintain(framework.slug), text: "Reply to claims" },
    ["If you don’t maintain it, reply to nothing, and tell whoever runs this site."],
  );
}
