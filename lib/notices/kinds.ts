import "server-only";
import type { ChangeKind } from "./kind.ts";
import { entry } from "./kinds/entry.ts";
import { history } from "./kinds/history.ts";
import { release } from "./kinds/release.ts";
import { support } from "./kinds/support.ts";
import { verdict } from "./kinds/verdict.ts";

/** Every kind of change that is noticed, in the order that they are looked for in. The database names the same kinds. */
export const changeKinds: Readonly<Record<string, ChangeKind>> = { verdict, support, release, entry, history };
