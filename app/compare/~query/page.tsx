import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { PickerPage } from "@/components/compare/picker-page";
import { maxCompared, minCompared } from "@/lib/compare/search-params";
import { getSlugs } from "@/lib/frameworks/queries";
import { toSearchParams } from "@/lib/request/query";
import { routes } from "@/lib/site/routes";

export const metadata: Metadata = { title: "Compare", robots: { index: false } };

/** What the picker's form, or the catalogue's, asks for: leads to the comparison, or says why it can't. */
export default async function Page({ searchParams }: PageProps<"/compare/~query">) {
  const params = toSearchParams(await searchParams);
  const asked = [...params.getAll("f"), ...params.getAll("pick")].flatMap((value) => value.slice(0, 1_000).split(","));
  const known = new Set((await getSlugs()).map(({ slug }) => slug));
  const chosen = [...new Set(asked)].filter((slug) => known.has(slug));
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
