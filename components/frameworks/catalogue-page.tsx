import { getCatalogue } from "@/lib/frameworks/queries";
import { buildSearch } from "@/lib/frameworks/search";
import { type CatalogueView, catalogueSearch } from "@/lib/frameworks/search-params";
import { shownOf } from "@/lib/frameworks/shown";
import { computeView } from "@/lib/frameworks/view";
import { routes } from "@/lib/site/routes";
import { pageOf, SentOnce } from "../ui/sent-once";
import { Catalogue } from "./catalogue";

/** Questions that many come with, as plain links into the catalogue. */
const presets = [
  { name: "First framework to learn", query: "level=beginner" },
  { name: "Everything included", query: "has=orm&has=accounts&has=admin&has=mail" },
  { name: "Real time", query: "use=realtime" },
  { name: "APIs and microservices", query: "use=api&use=microservices" },
  { name: "Enterprise, long support", query: "use=enterprise&support=supported&sort=-support" },
  { name: "Most contested", query: "sort=-contested" },
];

export async function CataloguePage({ view }: { view: CatalogueView }) {
  const rows = await getCatalogue();
  const result = computeView(rows, view, view.q ? buildSearch(rows) : null);
  const page = pageOf(routes.frameworks, rows.length);
  return (
    <>
      <SentOnce page={page} name="head">
        <h1 className="mt-8 text-4xl sm:text-5xl">Frameworks</h1>
        <p className="mt-2 max-w-prose text-muted">
          {rows.length} backend frameworks, the most used first. Filter, sort, pick some, compare. The address holds
          everything that you choose.
        </p>
        <ul className="no-print mt-4 flex flex-wrap gap-2">
          {presets.map((preset) => (
            <li key={preset.name}>
              <a href={`${routes.frameworks}?${preset.query}`} className="choice">
                {preset.name}
              </a>
            </li>
          ))}
        </ul>
      </SentOnce>
      <Catalogue initial={shownOf(result, view, rows)} search={catalogueSearch(view)} />
      <SentOnce page={page} name="foot">
        <p className="mt-8 max-w-prose text-sm text-muted">
          Use: the part of those whom the Stack Overflow survey asked; below it, and where it wasn’t on the survey’s
          list, stars on GitHub. Neither measures quality. Profile: a bar for each criterion, in the{" "}
          <a href={`${routes.method}#score`} className="link">
            method’s
          </a>{" "}
          order.
        </p>
        <p className="no-print mt-4 text-sm text-muted">
          One is missing?{" "}
          <a href={routes.suggestFramework} rel="nofollow" className="link">
            Suggest it
          </a>
        </p>
      </SentOnce>
    </>
  );
}
