import "server-only";
import { assertion } from "./kinds/assertion.ts";
import { check } from "./kinds/check.ts";
import { claim } from "./kinds/claim.ts";
import { correction } from "./kinds/correction.ts";
import { fact } from "./kinds/fact.ts";
import { flag } from "./kinds/flag.ts";
import { framework } from "./kinds/framework.ts";
import { maintainer } from "./kinds/maintainer.ts";
import { measure } from "./kinds/measure.ts";
import { release } from "./kinds/release.ts";
import { report } from "./kinds/report.ts";
import { resource } from "./kinds/resource.ts";
import { standing } from "./kinds/standing.ts";
import { wording } from "./kinds/wording.ts";

/** Everything that can be suggested, in the order that it is chosen in. The database names the same kinds. */
export const kinds = {
  claim,
  assertion,
  wording,
  fact,
  check,
  release,
  standing,
  measure,
  correction,
  resource,
  flag,
  framework,
  report,
  maintainer,
} as const;

type Kinds = typeof kinds;
export type SuggestionKind = keyof Kinds;
/** Those that are suggested on a framework's page. */
export type FrameworkKind = {
  [K in SuggestionKind]: Kinds[K]["place"] extends "framework" ? K : never;
}[SuggestionKind];

export const suggestionKinds = Object.keys(kinds) as SuggestionKind[];
export const isKind = (id: string): id is SuggestionKind => Object.hasOwn(kinds, id);

/** Those that enter something on a framework's page which everybody may know of. */
export const publicKinds = suggestionKinds.filter((id) => kinds[id].place === "framework" && !kinds[id].confidential);
