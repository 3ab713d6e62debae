import { getSlugs } from "@/lib/frameworks/queries";
import { readSaved } from "@/lib/shortlist/rules";
import { getVisitorSaved } from "@/lib/shortlist/visitor";
import { listWithAnd } from "@/lib/text/lists";
import { CheckboxField } from "../form/checkbox-field";

/**
 * What was saved where a mailed link was asked for comes along, unless its reader says no: anybody can ask for a link to
 * any address. What this very browser saved comes along in any case.
 */
export async function KeepSaved({ save }: { save: string | null }) {
  const own = new Set(await getVisitorSaved());
  const saved = new Set(readSaved(save).filter((slug) => !own.has(slug)));
  const names = (await getSlugs()).filter(({ slug }) => saved.has(slug)).map(({ name }) => name);
  if (names.length === 0) return null;
  return (
    <div className="mt-5">
      <CheckboxField
        name="keep"
        value="1"
        label={`Put ${listWithAnd(names)} on my shortlist: saved in the browser that asked for this link.`}
        checked
      />
    </div>
  );
}
