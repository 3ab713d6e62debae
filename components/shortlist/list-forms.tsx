import { createListAction, deleteListAction, renameListAction } from "@/lib/shortlist/actions";
import type { ListView } from "@/lib/shortlist/queries";
import { ActionForm } from "../form/action-form";
import { CheckboxField } from "../form/checkbox-field";
import { TextField } from "../form/text-field";

/** Makes a list; renames or deletes the one that is open. */
export function ListForms({ open }: { open: ListView | null }) {
  return (
    <section aria-labelledby="lists">
      <h2 id="lists" className="text-2xl">
        Lists
      </h2>
      <ActionForm action={createListAction} submit="New list" quiet once>
        <div className="mb-2">
          <TextField name="name" label="Name of a new list" />
        </div>
      </ActionForm>
      {open && (
        <details className="mt-4">
          <summary className="text-sm text-muted">
            Rename or delete “<bdi>{open.name}</bdi>”
          </summary>
          <ActionForm action={renameListAction} fields={{ list: open.id }} submit="Rename" quiet>
            <div className="mb-2">
              <TextField name="name" label="New name" defaultValue={open.name} />
            </div>
          </ActionForm>
          <div className="mt-5">
            <ActionForm action={deleteListAction} fields={{ list: open.id }} submit="Delete the list" quiet>
              <CheckboxField name="confirm" value="yes" label="Delete it with its notes. It can’t be undone." />
            </ActionForm>
          </div>
        </details>
      )}
    </section>
  );
}
