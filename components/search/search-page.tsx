import { getClaims } from "@/lib/claims/queries";
import type { Finder } from "@/lib/search/finder";
import { type FoundGroup, type GroupId, groups } from "@/lib/search/schema";
import { routes } from "@/lib/site/routes";
import { FoundRows } from "./found-rows";
import { NotHere } from "./not-here";
import { SearchForm } from "./search-form";

const shown = { frameworks: 8, catalogue: 8, checks: 6, claims: 10, pages: 4 };
/** Of the one group that is asked for: more than that isn't read, and a longer query finds less. */
const mostOfOne = 200;
const examples = ["websocket", "type-safe", "rest api", "saas", "lock-in", "easy", "django vs rails"];

/** What a query finds, by kind: frameworks, ways into the catalogue, checks, claims, pages. */
export async function SearchPage({ finder, query, only }: { finder: Finder; query: string; only: GroupId | null }) {
  const most = only ? { frameworks: 0, catalogue: 0, checks: 0, claims: 0, pages: 0, [only]: mostOfOne } : shown;
  const found = finder.find(query, most);
  return (
    <div className="pb-10">
      <h1 className="mt-10 text-5xl">Search</h1>
      <SearchForm query={query} />
      {query === "" ? (
        <Examples />
      ) : (
        <>
          {!only && (found.unknown || found.groups.length === 0) && <NotHere query={query} found={found} />}
          {only && (
            <p className="mt-6">
              <a href={routes.searchFor(query)} className="link">
                All that “<bdi>{query}</bdi>” finds
              </a>
            </p>
          )}
          {found.groups.map((group) => (
            <Group key={group.id} group={group} query={query} only={only} />
          ))}
          {!only && !found.called && !found.unknown && (
            <p className="mt-12 text-sm text-muted">
              Looking for a framework that is called “<bdi>{query}</bdi>”? It isn’t here.{" "}
              <a href={routes.suggestNamed(query)} rel="nofollow" className="link">
                Suggest it
              </a>
            </p>
          )}
        </>
      )}
    </div>
  );
}

async function Group({ group, query, only }: { group: FoundGroup; query: string; only: GroupId | null }) {
  const { id, finds, total } = group;
  const name = groups.find((one) => one.id === id)?.name;
  const claims = id === "claims" ? await getClaims(finds.flatMap((find) => claimId(find.id) ?? [])) : [];
  const all =
    id === "frameworks"
      ? `${routes.frameworks}?${new URLSearchParams({ q: query })}`
      : `${routes.searchFor(query)}&in=${id}`;
  return (
    <section aria-labelledby={`found-${id}`} className="mt-10 max-w-4xl">
      <h2 id={`found-${id}`} className="flex items-baseline gap-3 text-3xl">
        {name} <span className="count">{total}</span>
      </h2>
      <FoundRows finds={finds} claims={claims} />
      {total > finds.length && !only && (
        <p className="mt-3 text-sm">
          <a href={all} className="link">
            {id === "frameworks" ? `All ${total} in the catalogue` : `All ${total}`}
          </a>
        </p>
      )}
    </section>
  );
}

const claimId = (id: string) => (/^claim-\d+$/.test(id) ? Number(id.slice("claim-".length)) : null);

function Examples() {
  return (
    <>
      <p className="mt-6 max-w-prose text-muted">
        By name or alias, language, kind of work, feature, check, or what a claim says. Typos are forgiven.
      </p>
      <ul className="mt-4 flex flex-wrap gap-2">
        {examples.map((example) => (
          <li key={example}>
            <a href={routes.searchFor(example)} className="choice">
              {example}
            </a>
          </li>
        ))}
      </ul>
    </>
  );
}
