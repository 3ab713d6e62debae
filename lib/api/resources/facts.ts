import { z } from "zod";
import type { Facts, FactView } from "../../frameworks/facts.ts";
import * as schema from "../schema.ts";
import { frameworkKind } from "./summary.ts";

const fact = <T extends z.ZodType>(value: T) =>
  z.object({
    value: value.nullable().describe("Null: we found no page that says it."),
    source: schema.address.nullable().describe("The page that it was read on."),
    asOf: schema.partialDate.nullable().describe("The day of that reading, or the state of the page."),
    note: schema.note,
    editorial: z.boolean().describe("Whether it is a reading of ours rather than a quotation."),
  });

const text = fact(z.string());
const date = fact(schema.partialDate);
const link = fact(schema.address);
const texts = fact(z.array(z.string()));

export const factsSchema = schema.named(
  "Facts",
  z
    .object({
      languages: texts,
      platform: text,
      kind: fact(frameworkKind),
      architecture: texts,
      licence: text,
      repository: link,
      website: link,
      docs: link,
      firstRelease: date,
      firstStable: fact(z.string()),
      creator: text,
      maintainer: text,
      latest: fact(z.object({ version: z.string(), released: schema.partialDate.nullable() })),
      package: fact(z.object({ registry: z.string(), name: z.string() })),
      stars: fact(schema.whole),
      quickStart: text.describe("How one begins with it, as its own documentation says."),
    })
    .describe("Facts, each with the page it was read on."),
);

const unknown: FactView<never> = { value: null, source: null, asOf: null, note: null, editorial: false };

/** All facts; one that isn't stored is unknown. */
export function presentFacts(facts: Facts): z.output<typeof factsSchema> {
  const { languages, platform, kind, architecture, licence, repository, website, docs } = facts;
  const { firstRelease, firstStable, creator, maintainer, latest, package: registered, stars, quickStart } = facts;
  return {
    languages: languages ?? unknown,
    platform: platform ?? unknown,
    kind: kind ?? unknown,
    architecture: architecture ?? unknown,
    licence: licence ?? unknown,
    repository: repository ?? unknown,
    website: website ?? unknown,
    docs: docs ?? unknown,
    firstRelease: firstRelease ?? unknown,
    firstStable: firstStable ?? unknown,
    creator: creator ?? unknown,
    maintainer: maintainer ?? unknown,
    latest: latest ?? unknown,
    package: registered ?? unknown,
    stars: stars ?? unknown,
    quickStart: quickStart ?? unknown,
  };
}
