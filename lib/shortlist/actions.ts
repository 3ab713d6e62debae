"use server";

import { z } from "zod";
import { defineAction } from "../action/action.ts";
import { Refusal } from "../request/refusal.ts";
import { atMost, frameworkSlug, id, label } from "../request/schema.ts";
import { siteUrl } from "../site/identity.ts";
import { routes } from "../site/routes.ts";
import * as verbs from "./mutations.ts";
import { getSharedList } from "./queries.ts";
import { mostLists, statuses, visibilities } from "./rules.ts";
import { removing, saving, yours } from "./saving.ts";
import { changeVisitorSaved } from "./visitor.ts";

const framework = frameworkSlug();
const list = id;
const name = label(80);
const said = {
  status: z.enum(statuses.map((status) => status.id)),
  note: z
    .string()
    .trim()
    .max(...atMost(1_000, "A note has"))
    .default(""),
  reason: z
    .string()
    .trim()
    .max(...atMost(500, "A reason has"))
    .default(""),
};
/** Where an entry stood, as the browser keeps it for undoing; a visitor's stood on no list of ours. */
const place = z.object({ list: list.nullable(), position: z.number(), ...said });
type Place = z.output<typeof place>;

function readPlaces(text: string, context: z.RefinementCtx): Place[] {
  const read = z.array(place).max(mostLists).safeParse(parsed(text));
  if (read.success) return read.data;
  context.addIssue("This can’t be undone any more.");
  return z.NEVER;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

export const saveAction = defineAction(saving);

export const removeAction = defineAction(removing);

/** Puts a framework back where `removeAction` took it from, with what was said of it there. */
export const restoreSavedAction = defineAction({
  access: "anyone",
  schema: z.object({ framework, was: z.string().max(100_000).transform(readPlaces) }),
  run: async ({ framework: slug, was }, { viewer }) => {
    if (!viewer)
      await changeVisitorSaved((slugs) =>
        slugs.filter((one) => one !== slug).toSpliced(was[0]?.position ?? 0, 0, slug),
      );
    for (const { list: listId, ...entry } of was)
      if (viewer && listId) await verbs.restoreEntry(viewer.personId, listId, slug, entry);
      else if (viewer) await verbs.addEntry(viewer.personId, null, slug);
    return { message: "It is back.", way: yours, data: { saved: true } };
  },
});

/** Takes an entry off a list and leads back with what undoing needs. */
export const removeEntryAction = defineAction({
  access: "member",
  schema: z.object({ list, framework, position: z.coerce.number(), ...said }),
  run: async ({ list: listId, framework: slug, ...was }, { viewer }) => {
    await verbs.removeEntry(viewer.personId, listId, slug);
    const undo = new URLSearchParams({ list: listId, removed: slug });
    for (const [field, value] of Object.entries(was)) if (value !== "") undo.set(field, String(value));
    return { to: `${routes.shortlist}?${undo}` };
  },
});

export const restoreEntryAction = defineAction({
  access: "member",
  schema: z.object({ list, framework, position: z.coerce.number(), ...said }),
  run: async ({ list: listId, framework: slug, ...was }, { viewer }) => {
    await verbs.restoreEntry(viewer.personId, listId, slug, was);
    return { to: `${routes.shortlist}?list=${listId}` };
  },
});

export const moveEntryAction = defineAction({
  access: "member",
  schema: z.object({
    list,
    framework,
    to: z.enum(["up", "down", "before"]),
    before: framework.optional(),
    position: z.coerce.number().optional(),
  }),
  run: async ({ list: listId, framework: slug, to, before, position }, { viewer }) => {
    if (to === "before" && !before) throw new Refusal("Say before which.", { field: "before" });
    await verbs.moveEntry(viewer.personId, listId, slug, to === "before" ? { before: before ?? "" } : to, position);
    return { to: `${routes.shortlist}?list=${listId}&moved=${slug}-${to}` };
  },
});

export const describeEntryAction = defineAction({
  access: "member",
  schema: z.object({ list, framework, ...said }),
  run: async ({ list: listId, framework: slug, ...words }, { viewer }) => {
    await verbs.describeEntry(viewer.personId, listId, slug, words);
    return { message: "Kept." };
  },
});

export const createListAction = defineAction({
  access: "member",
  schema: z.object({ name }),
  run: async (input, { viewer, newId }) => {
    await verbs.createList(viewer.personId, newId, input.name);
    return { to: `${routes.shortlist}?list=${newId}` };
  },
});

export const renameListAction = defineAction({
  access: "member",
  schema: z.object({ list, name }),
  run: async (input, { viewer }) => {
    await verbs.renameList(viewer.personId, input.list, input.name);
    return { to: `${routes.shortlist}?list=${input.list}` };
  },
});

export const deleteListAction = defineAction({
  access: "member",
  schema: z.object({ list, confirm: z.literal("yes", { error: "Tick the box, if you mean it." }) }),
  run: async (input, { viewer }) => {
    await verbs.deleteList(viewer.personId, input.list);
    return { to: `${routes.shortlist}?gone=1` };
  },
});

export const shareListAction = defineAction({
  access: "member",
  schema: z.object({ list, visibility: z.enum(visibilities.map((one) => one.id)) }),
  run: async (input, { viewer }) => {
    const token = await verbs.shareList(viewer.personId, input.list, input.visibility);
    if (token)
      return {
        message: "This link is shown once. Whoever has it sees the list.",
        link: `${siteUrl()}${routes.sharedList(token)}`,
        way: { href: routes.sharedList(token), text: "Open it" },
      };
    if (input.visibility === "public")
      return {
        message: "Everybody can see it now.",
        way: { href: routes.sharedList(input.list), text: "As others see it" },
      };
    return { message: "Only you can see it now. Links to it are dead." };
  },
});

export const duplicateListAction = defineAction({
  access: "member",
  schema: z.object({ key: z.string().max(40) }),
  run: async ({ key }, { viewer, newId }) => {
    const shared = await getSharedList(key, viewer.personId);
    if (!shared) throw new Refusal("There is no such list any more.", { status: 404 });
    const copy = { name: shared.name, slugs: shared.entries.map(({ slug }) => slug) };
    await verbs.duplicateList(viewer.personId, newId, copy);
    return { to: `${routes.shortlist}?list=${newId}` };
  },
});
