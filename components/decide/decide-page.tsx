import { maxCompared, minCompared } from "@/lib/compare/search-params";
import { licencesOf } from "@/lib/decide/constraints";
import { getOptions } from "@/lib/decide/queries";
import { decideSearch, onlyKnown, parseDecision } from "@/lib/decide/search-params";
import { frameworkKinds } from "@/lib/frameworks/attributes";
import { routes } from "@/lib/site/routes";
import { today } from "@/lib/text/dates";
import { Decide } from "./decide";
import { EnteredNote } from "./entered-note";

const sorted = (values: Iterable<string>) =>
  [...new Set(values)].sort((a, b) => a.localeCompare(b, "en")).map((id) => ({ id, name: id }));

/** A decision, as its address says it. */
export async function DecidePage({ params }: { params: URLSearchParams }) {
  const options = await getOptions();
  const asked = parseDecision(params);
  const decision = onlyKnown(asked, options);
  const gone = asked.frameworks.filter((slug) => !decision.frameworks.includes(slug));
  const compared = options.filter(({ slug }) => decision.frameworks.includes(slug));
  return (
    <>
      <h1 className="mt-10 text-5xl sm:text-6xl">Decide</h1>
      <p className="mt-3 max-w-prose text-lg text-muted">
        Say what is required and what counts. The ranking follows from{" "}
        <a href={`${routes.method}#score`} className="link">
          scores with sources
        </a>
        , shows what would change it, and leaves a record that you can defend.
      </p>
      {compared.length >= minCompared && compared.length <= maxCompared && (
        <p className="mt-3">
          <span>{`Between ${compared.map(({ name }) => name).join(", ")}. `}</span>
          <a href={routes.compareOf(compared.map(({ slug }) => slug))} className="link">
            Back to them side by side
          </a>
        </p>
      )}
      {gone.length > 0 && (
        <p className="notice mt-4" role="status">
          {`Not in the catalogue (any more): ${gone.slice(0, 10).join(", ")}.${decision.frameworks.length === 0 ? " So the whole catalogue is ranked." : ""}`}
        </p>
      )}
      <EnteredNote
        own={decision.own}
        options={options}
        without={`${routes.decide}${decideSearch({ ...decision, own: [] })}`}
      />
      <Decide
        options={options}
        initial={decision}
        opened={params.get("open")}
        vocabulary={{
          frameworks: options.map(({ slug, name }) => ({ id: slug, name })),
          language: sorted(options.flatMap(({ languages }) => languages)),
          kind: frameworkKinds.map(({ id, name }) => ({ id, name })),
          licence: sorted(options.flatMap(({ licence }) => licencesOf(licence))),
        }}
        day={today()}
      />
    </>
  );
}
