import { criterionIds } from "../claims/criteria.ts";
import { featureIds } from "../frameworks/features.ts";
import { toCsv } from "../text/csv.ts";
import type { Claim } from "./resources/claim.ts";
import type { Framework } from "./resources/framework.ts";
import type { Source } from "./resources/source.ts";

// The tables of the dump. Columns are only ever added, at the end.

type Columns<T> = Parameters<typeof toCsv<T>>[1];

const perKey = <T>(prefix: string, keys: readonly string[], read: (item: T, key: string) => string | number | null) =>
  Object.fromEntries(keys.map((key) => [`${prefix}_${key}`, (item: T) => read(item, key)])) as Columns<T>;

export const frameworksCsv = (frameworks: readonly Framework[]) =>
  toCsv<Framework>(frameworks, {
    id: ({ id }) => id,
    name: ({ name }) => name,
    tagline: ({ tagline }) => tagline,
    languages: ({ languages }) => languages,
    platform: ({ platform }) => platform,
    kind: ({ kind }) => kind,
    licence: ({ licence }) => licence,
    levels: ({ levels }) => levels,
    use_cases: ({ useCases }) => useCases,
    support: ({ support }) => support.state,
    supported_until: ({ support }) => support.until,
    latest: ({ latest }) => latest?.version ?? null,
    latest_released: ({ latest }) => latest?.released ?? null,
    first_release: ({ firstRelease }) => firstRelease,
    stars: ({ stars }) => stars?.count ?? null,
    stars_as_of: ({ stars }) => stars?.asOf ?? null,
    claims: ({ claims }) => claims.total,
    pros: ({ claims }) => claims.pros,
    cons: ({ claims }) => claims.cons,
    confirmed: ({ claims }) => claims.confirmed,
    contested: ({ claims }) => claims.contested,
    votes: ({ votes }) => votes,
    rating: ({ rating }) => rating.mean,
    ratings: ({ rating }) => rating.n,
    ...perKey<Framework>(
      "feature",
      featureIds,
      ({ features }, key) => (features as Record<string, string | null>)[key] ?? null,
    ),
    ...perKey<Framework>(
      "score",
      criterionIds,
      ({ scores }, key) => (scores as Record<string, number | null>)[key] ?? null,
    ),
    repository: ({ facts }) => facts.repository.value,
    website: ({ facts }) => facts.website.value,
    docs: ({ facts }) => facts.docs.value,
    page: ({ page }) => page,
  });

export const claimsCsv = (claims: readonly Claim[]) =>
  toCsv<Claim>(claims, {
    id: ({ id }) => id,
    framework: ({ framework }) => framework,
    kind: ({ kind }) => kind,
    criterion: ({ criterion }) => criterion,
    text: ({ text }) => text,
    level: ({ level }) => level,
    use_cases: ({ useCases }) => useCases,
    verdict: ({ verdict }) => verdict,
    votes_yes: ({ votes }) => votes.yes,
    votes_no: ({ votes }) => votes.no,
    supports: ({ assertions }) => assertions.filter(({ stance }) => stance === "supports").length,
    disputes: ({ assertions }) => assertions.filter(({ stance }) => stance === "disputes").length,
    page: ({ page }) => page,
    replies: ({ replies }) => replies.length,
  });

/** An assertion with the claim that it is on. */
type Asserted = Claim["assertions"][number] & { claim: string };

export const assertionsOf = (claims: readonly Claim[]): Asserted[] =>
  claims.flatMap(({ id, assertions }) => assertions.map((assertion) => ({ claim: id, ...assertion })));

export const assertionsCsv = (assertions: readonly Asserted[]) =>
  toCsv<Asserted>(assertions, {
    claim: ({ claim }) => claim,
    source: ({ source }) => source,
    source_kind: ({ sourceKind }) => sourceKind,
    stance: ({ stance }) => stance,
    locator: ({ locator }) => locator,
    url: ({ url }) => url,
    date: ({ date }) => date,
    note: ({ note }) => note,
    since: ({ since }) => since,
    version_ended: ({ versionEnded }) => versionEnded,
  });

export const sourcesCsv = (sources: readonly Source[]) =>
  toCsv<Source>(sources, {
    id: ({ id }) => id,
    kind: ({ kind }) => kind,
    title: ({ title }) => title,
    publisher: ({ publisher }) => publisher,
    url: ({ url }) => url,
    date: ({ date }) => date,
    licence: ({ licence }) => licence,
    note: ({ note }) => note,
    framework: ({ framework }) => framework,
    supports: ({ supports }) => supports,
    disputes: ({ disputes }) => disputes,
    page: ({ page }) => page,
  });

type Checked = Framework["checks"][number] & { framework: string };

export const checksCsv = (checks: readonly Checked[]) =>
  toCsv<Checked>(checks, {
    framework: ({ framework }) => framework,
    check: ({ check }) => check,
    answer: ({ answer }) => answer,
    source: ({ source }) => source,
    as_of: ({ asOf }) => asOf,
    note: ({ note }) => note,
  });

type Measured = Framework["measures"][number] & { framework: string };

export const measuresCsv = (measures: readonly Measured[]) =>
  toCsv<Measured>(measures, {
    framework: ({ framework }) => framework,
    measure: ({ measure }) => measure,
    value: ({ value }) => value,
    low: ({ low }) => low,
    high: ({ high }) => high,
    unit: ({ unit }) => unit,
    source: ({ source }) => source,
    as_of: ({ asOf }) => asOf,
    licence: ({ licence }) => licence,
    note: ({ note }) => note,
  });
