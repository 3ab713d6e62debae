"use server";

import { defineAction } from "../action/action.ts";
import { Refusal } from "../request/refusal.ts";
import { siteUrl } from "../site/identity.ts";
import { routes } from "../site/routes.ts";
import * as verbs from "./mutations.ts";
import { getOptions, getTeamDecision, makeRecord, makeTeamRecord } from "./queries.ts";
import { ballot, hiding, invitation, newDecision, newRecord, ownDecision, ownMember, showing } from "./schema.ts";
import { decideSearch, onlyKnown, parseDecision } from "./search-params.ts";
import { readBallot } from "./team.ts";

/**
 * Keeps a decision as it stands today. It needs no account: what is kept names nobody but whom its author names. A team's
 * joint decision is kept by whoever is in the team.
 */
export const keepRecordAction = defineAction({
  access: "anyone",
  schema: newRecord,
  limits: (_input, { address }) => [{ name: "records from an address", key: address }],
  run: async ({ search, team: of, ...words }, { viewer }) => {
    const team = of && viewer ? await getTeamDecision(viewer.personId, of) : null;
    const record = of
      ? team && (await makeTeamRecord(team, words))
      : await makeRecord(parseDecision(new URLSearchParams(search)), words);
    if (!record) throw new Refusal("There is no such decision, or its ballots aren’t open yet.", { status: 404 });
    if (!record.options.some(({ slug }) => slug === words.chosen))
      throw new Refusal("Choose one of those that are left.", { field: "chosen" });
    return { to: routes.records(await verbs.keepRecord(record, viewer?.personId ?? null)) };
  },
});

export const saveDecisionAction = defineAction({
  access: "member",
  schema: newDecision,
  run: async ({ search, title, list, instead }, { viewer, newId }) => {
    const decision = onlyKnown(parseDecision(new URLSearchParams(search)), await getOptions());
    const kept = { title, search: decideSearch(decision, true), list: list || null };
    if (instead) await verbs.replaceDecision(viewer.personId, instead, kept);
    else await verbs.saveDecision(viewer.personId, newId, kept);
    return { to: routes.team(instead || newId) };
  },
});

export const deleteDecisionAction = defineAction({
  access: "member",
  schema: ownDecision,
  run: async ({ decision }, { viewer }) => {
    await verbs.deleteDecision(viewer.personId, decision);
    return { to: `${routes.shortlist}#decisions` };
  },
});

export const inviteAction = defineAction({
  access: "member",
  schema: ownDecision,
  run: async ({ decision }, { viewer }) => {
    const token = await verbs.invite(viewer.personId, decision);
    return {
      message: "This link is shown once; whoever has it can join.",
      link: `${siteUrl()}${routes.joinTeam(token)}`,
      way: { href: routes.team(decision), text: "Weigh yourself" },
    };
  },
});

export const endInvitationAction = defineAction({
  access: "member",
  schema: ownDecision,
  run: async ({ decision }, { viewer }) => {
    await verbs.endInvitation(viewer.personId, decision);
    return { to: routes.team(decision) };
  },
});

export const joinAction = defineAction({
  access: "member",
  schema: invitation,
  run: async ({ token }, { viewer }) => ({ to: routes.team(await verbs.join(viewer.personId, token)) }),
});

export const leaveAction = defineAction({
  access: "member",
  schema: ownDecision,
  run: async ({ decision }, { viewer }) => {
    await verbs.leave(viewer.personId, decision);
    return { to: `${routes.shortlist}#decisions` };
  },
});

export const giveBallotAction = defineAction({
  access: "member",
  schema: ballot,
  run: async (form, { viewer }) => {
    const id = form.decision ?? "";
    const team = await getTeamDecision(viewer.personId, id);
    if (!team) throw new Refusal("There is no such decision.", { status: 404 });
    const read = readBallot(
      form,
      team.options.map(({ slug }) => slug),
    );
    if ("field" in read) throw new Refusal(read.message, { field: read.field });
    await verbs.giveBallot(viewer.personId, id, read);
    return { to: `${routes.team(id)}?given=1` };
  },
});

export const revealAction = defineAction({
  access: "member",
  schema: ownDecision,
  run: async ({ decision }, { viewer }) => {
    await verbs.reveal(viewer.personId, decision);
    return { to: routes.team(decision) };
  },
});

export const anotherRoundAction = defineAction({
  access: "member",
  schema: ownDecision,
  run: async ({ decision }, { viewer }) => {
    await verbs.anotherRound(viewer.personId, decision);
    return { to: routes.team(decision) };
  },
});

export const removeMemberAction = defineAction({
  access: "member",
  schema: ownMember,
  run: async ({ decision, member }, { viewer }) => {
    await verbs.removeMember(viewer.personId, decision, member);
    return { to: routes.team(decision) };
  },
});

export const hideRecordAction = defineAction({
  access: "claims.moderate",
  schema: hiding,
  run: async ({ record, reason }, { viewer }) => {
    await verbs.hideRecord(viewer, record, reason);
    return { to: routes.records(record) };
  },
});

export const showRecordAction = defineAction({
  access: "claims.moderate",
  schema: showing,
  run: async ({ record }, { viewer }) => {
    await verbs.hideRecord(viewer, record, null);
    return { to: routes.records(record) };
  },
});
