import type { ReactNode } from "react";
import { maxCompared } from "@/lib/compare/search-params";
import type { DecisionLine } from "@/lib/decide/queries";
import { getCatalogue } from "@/lib/frameworks/queries";
import type { CatalogueRow } from "@/lib/frameworks/row";
import * as actions from "@/lib/shortlist/actions";
import type { EntryView, ListView } from "@/lib/shortlist/queries";
import { statuses, visibilities } from "@/lib/shortlist/rules";
import { routes } from "@/lib/site/routes";
import { Notice } from "../auth/auth-page";
import { ActionForm, Choice, Field, LongField, Tick } from "../auth/form";
import { DecisionsList } from "../decide/decisions-list";
import { Logo } from "../frameworks/logo";
import { Sortable } from "./sortable";

const rowsOf = (catalogue: CatalogueRow[], slugs: readonly string[]) =>
  slugs.flatMap((slug) => catalogue.find((row) => row.slug === slug) ?? []);

/** What a visitor saved: in this browser, until they sign in. */
export async function VisitorShortlist({ saved }: { saved: string[] }) {
  const rows = rowsOf(await getCatalogue(), saved);
  return (
    <Frame rows={rows} title="Shortlist">
      {rows.length > 0 && (
        <p className="notice my-4">
          Kept in this browser only.{" "}
          <a href={`/sign-in?next=${encodeURIComponent(routes.shortlist)}`} className="link">
            Sign in
          </a>{" "}
          to keep it for good, add notes, order and share it.
        </p>
      )}
      <ul className="ledger mt-6">
        {rows.map((row) => (
          <li key={row.slug} className="flex flex-wrap items-center justify-between gap-3 py-3">
            <Named row={row} />
            <ActionForm
              action={actions.removeAction}
              fields={{ framework: row.slug }}
              submit="Remove"
              label={`Remove ${row.name}`}
              quiet
            />
          </li>
        ))}
      </ul>
    </Frame>
  );
}

/** A person's lists: one of them open. */
export async function ShortlistPage({
  lists,
  decisions,
  open,
  undo,
  gone,
}: {
  lists: ListView[];
  decisions: DecisionLine[];
  open: ListView | null;
  /** The entry that was removed just now. */
  undo: EntryView | null;
  gone: boolean;
}) {
  const catalogue = await getCatalogue();
  const rows = rowsOf(catalogue, open?.entries.map(({ slug }) => slug) ?? []);
  const removed = undo && rowsOf(catalogue, [undo.slug])[0];
  return (
    <Frame rows={rows} title={open?.name ?? "Shortlist"}>
      {gone && <Notice kind="done">The list is deleted.</Notice>}
      {lists.length > 1 && (
        <nav aria-label="Your lists" className="mt-4 flex flex-wrap gap-2">
          {lists.map((list) => (
            <a
              key={list.id}
              href={`${routes.shortlist}?list=${list.id}`}
              aria-current={list.id === open?.id ? "page" : undefined}
              className="choice aria-[current]:border-ink"
            >
              <bdi>{list.name}</bdi> <span className="count">{list.entries.length}</span>
            </a>
          ))}
        </nav>
      )}
      {open && undo && removed && (
        <div role="status" className="notice notice-done my-4 flex flex-wrap items-center gap-3">
          {removed.name} is off the list.
          <ActionForm
            action={actions.restoreEntryAction}
            fields={{
              list: open.id,
              framework: undo.slug,
              position: String(undo.position),
              status: undo.status,
              note: undo.note,
              reason: undo.reason,
            }}
            submit="Undo"
            label={`Put ${removed.name} back`}
            quiet
          />
        </div>
      )}
      {open && (
        <Sortable list={open.id} action={actions.moveEntryAction}>
          {open.entries.map((entry, index) => {
            const row = rows.find(({ slug }) => slug === entry.slug);
            return (
              row && (
                <Entry
                  key={entry.slug}
                  list={open}
                  entry={entry}
                  row={row}
                  first={index === 0}
                  last={index === open.entries.length - 1}
                />
              )
            );
          })}
        </Sortable>
      )}
      <DecisionsList decisions={decisions} />
      <div className="mt-12 grid gap-x-16 gap-y-8 md:grid-cols-2">
        {open && <Share list={open} />}
        <section aria-labelledby="lists">
          <h2 id="lists" className="text-2xl">
            Lists
          </h2>
          <ActionForm action={actions.createListAction} submit="New list" quiet once>
            <div className="mb-2">
              <Field name="name" label="Name of a new list" />
            </div>
          </ActionForm>
          {open && (
            <details className="mt-4">
              <summary className="text-sm text-muted">
                Rename or delete “<bdi>{open.name}</bdi>”
              </summary>
              <ActionForm action={actions.renameListAction} fields={{ list: open.id }} submit="Rename" quiet>
                <div className="mb-2">
                  <Field name="name" label="New name" defaultValue={open.name} />
                </div>
              </ActionForm>
              <div className="mt-5">
                <ActionForm action={actions.deleteListAction} fields={{ list: open.id }} submit="Delete the list" quiet>
                  <Tick name="confirm" value="yes" label="Delete it with its notes. It can’t be undone." />
                </ActionForm>
              </div>
            </details>
          )}
        </section>
      </div>
    </Frame>
  );
}

function Frame({ rows, title, children }: { rows: CatalogueRow[]; title: string; children: ReactNode }) {
  const compared = rows.slice(0, maxCompared).map(({ slug }) => slug);
  return (
    <div className="max-w-4xl py-10 sm:py-14">
      <h1 dir="auto" className="text-5xl">
        {title}
      </h1>
      {rows.length === 0 && (
        <div className="mt-4 max-w-prose text-lg">
          <p>Nothing on it yet. Open a framework and press “Save”: it is kept here.</p>
          <p className="mt-6">
            <a href={routes.frameworks} className="button button-strong">
              Browse frameworks
            </a>
          </p>
        </div>
      )}
      {rows.length > 1 && (
        <p className="mt-4 flex flex-wrap gap-2">
          <a href={routes.compareOf(compared)} className="button button-strong">
            Compare {rows.length > maxCompared ? `the first ${maxCompared}` : "them"}
          </a>
          <a href={`${routes.decide}?f=${rows.map(({ slug }) => slug).join(",")}`} className="button">
            Decide between them
          </a>
        </p>
      )}
      {children}
    </div>
  );
}

export function Named({ row }: { row: CatalogueRow }) {
  return (
    <a href={routes.framework(row.slug)} className="flex min-w-0 items-center gap-3">
      <Logo icon={row.icon} name={row.name} />
      <span>
        <span className="link font-medium">{row.name}</span>
        <span dir="auto" className="block text-sm text-muted">
          {row.tagline}
        </span>
      </span>
    </a>
  );
}

function Entry({
  list,
  entry,
  row,
  first,
  last,
}: {
  list: ListView;
  entry: EntryView;
  row: CatalogueRow;
  first: boolean;
  last: boolean;
}) {
  const { slug, status, note, reason, position } = entry;
  const which = { list: list.id, framework: slug };
  return (
    <li data-slug={slug} draggable className="py-3">
      <div className="flex flex-wrap items-start justify-between gap-3 sm:flex-nowrap">
        <Named row={row} />
        <div className="flex shrink-0 gap-1.5">
          <ActionForm
            action={actions.moveEntryAction}
            fields={{ ...which, to: "up", position: String(position) }}
            submit="↑"
            label={`Move ${row.name} up`}
            disabled={first}
            quiet
          />
          <ActionForm
            action={actions.moveEntryAction}
            fields={{ ...which, to: "down", position: String(position) }}
            submit="↓"
            label={`Move ${row.name} down`}
            disabled={last}
            quiet
          />
          <ActionForm
            action={actions.removeEntryAction}
            fields={{ ...which, status, note, reason, position: String(position) }}
            submit="Remove"
            label={`Remove ${row.name}`}
            quiet
          />
        </div>
      </div>
      <p className="mt-2 text-sm">
        <span className="chip">{statuses.find(({ id }) => id === status)?.name}</span>{" "}
        {status === "rejected" && reason && (
          <span>
            because <bdi>{reason}</bdi>{" "}
          </span>
        )}
        {note && <bdi className="whitespace-pre-line text-muted">{note}</bdi>}
      </p>
      <details className="mt-1 text-sm">
        <summary className="text-muted">
          Status and note<span className="sr-only"> of {row.name}</span>
        </summary>
        <ActionForm
          action={actions.describeEntryAction}
          fields={which}
          submit="Keep"
          label={`Keep status and note of ${row.name}`}
          quiet
        >
          <Choice
            name="status"
            legend="Status"
            options={statuses.map(({ id, name }) => ({ value: id, text: name }))}
            value={status}
          />
          <LongField name="reason" label="Reason, when rejected" lines={2} value={reason} />
          <div className="mb-2">
            <LongField name="note" label="Note" lines={3} value={note} />
          </div>
        </ActionForm>
      </details>
    </li>
  );
}

function Share({ list }: { list: ListView }) {
  return (
    <section aria-labelledby="share">
      <h2 id="share" className="text-2xl">
        Who sees it
      </h2>
      <p className="mt-1 text-sm text-muted">
        Now: {visibilities.find(({ id }) => id === list.visibility)?.name.toLowerCase()}.
        {list.visibility === "public" && (
          <>
            {" "}
            <a href={routes.sharedList(list.id)} className="link">
              As others see it
            </a>
          </>
        )}
      </p>
      <ActionForm
        action={actions.shareListAction}
        fields={{ list: list.id }}
        submit="Change"
        label="Change who sees it"
        quiet
      >
        <div className="mb-2">
          <Choice
            name="visibility"
            legend="Seen by"
            hint="Others see order, status, notes and reasons. A new link ends the one before."
            options={visibilities.map(({ id, name }) => ({ value: id, text: name }))}
            value={list.visibility}
          />
        </div>
      </ActionForm>
    </section>
  );
}
