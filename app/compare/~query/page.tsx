import type { Metadata } from "next";
import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { PickerPage } from "@/components/compare/picker-page";
import { UnknownNames } from "@/components/compare/unknown-names";
import { pickedIn } from "@/lib/compare/picked";
import { maxCompared, minCompared } from "@/lib/compare/search-params";
import { getSlugs } from "@/lib/frameworks/queries";
import { outcomeOf } from "@/lib/request/outcome";
import { toSearchParams } from "@/lib/request/query";
import { routes } from "@/lib/site/routes";

export const metadata: Metadata = { title: "Compare", robots: { index: false } };

/** What the picker's form, or the catalogue's, asks for: leads to the comparison, or says why it can't. */
export default async function Page({ searchParams }: PageProps<"/compare/~query">) {
  const params = toSearchParams(await searchParams);
  const known = new Set((await getSlugs()).map(({ slug }) => slug));
  const { chosen, unknown } = pickedIn(params, (slug) => known.has(slug));
  if (unknown.length > 0) {
    // As a page of a framework that isn't there; but what is there stays picked.
    outcomeOf((await headers()).get("x-framewise-request")).status = 404;
    return (
      <PickerPage chosen={chosen.slice(0, 60)} problem={<UnknownNames names={unknown} kept={chosen.length > 0} />} />
    );
  }
  const changing = params.has("f") && chosen.length >= minCompared && !params.has("go");
  if (chosen.length >= minCompared && chosen.length <= maxCompared && !changing) redirect(routes.compareOf(chosen));
  const problem =
    chosen.length > maxCompared
      ? `Ten is the most that fits side by side; ${chosen.length} are picked. Take some out.`
      : chosen.length === 1
        ? "Pick at least one more."
        : undefined;
  return <PickerPage chosen={chosen.slice(0, 60)} {...(problem ? { problem } : {})} />;
}
