import "server-only";
import { z } from "zod";
import { post } from "../../mail/queue.ts";
import { Refusal } from "../../request/refusal.ts";
import { routes } from "../../site/routes.ts";
import { confirmedLetter } from "../confirmed-letter.ts";
import { https, line } from "../fields.ts";
import { always, defineKind, ownPage, said } from "../kind.ts";

const both = {
  person: { select: { id: true, email: true } },
  framework: { select: { slug: true, name: true, suggestionId: true } },
} as const;

/** Somebody asks to be known as a maintainer of a framework, so that they can reply to claims on it. */
export const maintainer = defineKind({
  name: "Confirmation as maintainer",
  place: "people",
  schema: z.object({ url: https, note: line(10, 1_000, "Say how the page shows that it is you.") }),
  shows: { url: "Proof", note: "Note" },
  needsModerator: true,
  confidential: true,
  hasSource: false,
  replacesWords: false,
  grants: ({ slug, name }) => ({
    said: `You are confirmed as a maintainer of ${name}`,
    way: "Reply to claims",
    path: routes.maintain(slug),
  }),
  replaces: null,
  check: always,
  known: async (tx, body, { id, frameworkId }) => {
    const same = { id: { not: id }, kind: "maintainer", status: "approved", frameworkId, body: { equals: body } };
    return (await tx.suggestion.count({ where: same })) > 0 ? "Somebody is confirmed by these very words." : null;
  },
  apply: async (tx, row) => {
    said(row);
    const { id, frameworkId } = row;
    const { person, framework } = await tx.suggestion.findUniqueOrThrow({ where: { id }, select: both });
    if (frameworkId === null || !framework || !person)
      throw new Refusal("Who asked for it has left: decline it instead.", { status: 409 });
    const pair = { personId: person.id, frameworkId };
    const { count } = await tx.maintainer.createMany({ data: [{ ...pair, suggestionId: id }], skipDuplicates: true });
    // Where they are confirmed already, that is refused below, and no letter goes out.
    await post(tx, confirmedLetter(person.email, { ...framework, suggested: framework.suggestionId !== null }), id);
    if (count > 0) return;
    const again = { revokedAt: null, confirmedAt: new Date(), suggestionId: id };
    const { count: anew } = await tx.maintainer.updateMany({
      where: { ...pair, revokedAt: { not: null } },
      data: again,
    });
    if (anew === 0) throw new Refusal("This person is confirmed as a maintainer of it already.", { status: 409 });
  },
  /** Whose replies stand is known as a former maintainer from then on. */
  takeBack: async (tx, { id }) => {
    // First of all the row is held: a reply at the same time is seen by what follows.
    await tx.maintainer.updateMany({ where: { suggestionId: id, revokedAt: null }, data: { revokedAt: new Date() } });
    await tx.maintainer.deleteMany({ where: { suggestionId: id, replies: { none: {} } } });
  },
  touches: ownPage,
});
