import { shareListAction } from "@/lib/shortlist/actions";
import type { ListView } from "@/lib/shortlist/queries";
import { visibilities } from "@/lib/shortlist/rules";
import { routes } from "@/lib/site/routes";
import { ActionForm } from "../form/action-form";
import { RadioField } from "../form/radio-field";

/** Who sees a list, and the form that changes it. */
export function ListSharing({ list }: { list: ListView }) {
  return (
    <section aria-labelledby="share">
      <h2 id="share" className="text-2xl">
        Who sees it
      </h2>
      <p className="mt-1 text-sm text-muted">
        Now: <span>{visibilities.find(({ id }) => id === list.visibility)?.name.toLowerCase()}</span>.{" "}
        {list.visibility === "public" && (
          <a href={routes.sharedList(list.id)} className="link">
            As others see it
          </a>
        )}
      </p>
      <ActionForm action={shareListAction} fields={{ list: list.id }} submit="Change" label="Change who sees it" quiet>
        <div className="mb-2">
          <RadioField
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
