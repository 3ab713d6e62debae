import { z } from "zod";
import { siteName, siteUrl } from "../../site/identity.ts";
import { dataSources } from "../../sources/licences.ts";
import * as schema from "../schema.ts";
import { aggregatesSchema } from "./aggregates.ts";
import { claimSchema } from "./claim.ts";
import { criterionSchema } from "./criterion.ts";
import { frameworkRecordSchema, usageRecordSchema } from "./framework.ts";
import { sourceSchema } from "./source.ts";

const licence = schema.named(
  "DataLicence",
  z
    .object({
      name: z.string(),
      url: schema.address,
      used: z.string(),
      licence: z.string(),
      covers: z
        .enum(["own", "releases", "benchmarks", "starHistory", "usage"])
        .describe("What of a framework's data came from it; own: all that came from no other collection."),
      notice: z.array(z.string()).describe("What the licence asks to be passed on."),
    })
    .describe("A collection that data were taken from, with its licence."),
);

const version = z.string().describe("The day and a hash of the content: the same version is the same data.");

const fileName = z.enum([
  "framewise.json",
  "frameworks.csv",
  "claims.csv",
  "assertions.csv",
  "sources.csv",
  "checks.csv",
  "measures.csv",
]);
export type DumpFile = z.output<typeof fileName>;

export const dumpIndexSchema = schema.named(
  "DumpIndex",
  z
    .object({
      version,
      files: z.array(
        z.object({
          name: fileName,
          url: schema.address,
          mediaType: z.string(),
          bytes: schema.whole,
          sha256: z.string().describe("Of the file's bytes, in hexadecimal."),
          records: schema.whole.describe("Lines of a CSV file without its first; frameworks of the JSON file."),
        }),
      ),
      licences: z.array(licence),
    })
    .describe("What the dump consists of."),
);

export const dumpSchema = schema.named(
  "Dump",
  z
    .object({
      version,
      licences: z.array(licence),
      criteria: z.array(criterionSchema),
      frameworks: z.array(frameworkRecordSchema),
      claims: z.array(claimSchema),
      aggregates: z.array(aggregatesSchema),
      sources: z.array(sourceSchema),
      usage: z.array(usageRecordSchema).describe("Figures of surveys, apart because of their licences."),
    })
    .describe("Everything at once."),
);

/** The licences of all that the dump holds, with the notices that they ask for. */
export function presentLicences(): z.output<typeof licence>[] {
  const own = {
    name: siteName,
    url: siteUrl(),
    used: "Claims, readings, verdicts, scores, and the numbers of votes and ratings.",
    licence: "MIT",
    covers: "own" as const,
    notice: ["Copyright (c) 2026 The Framewise authors"],
  };
  const others = dataSources.flatMap(({ covers, copyright, text = [], ...source }) => {
    const { name, url, used } = source;
    return covers
      ? [{ name, url, used, licence: source.licence, covers, notice: [...(copyright ? [copyright] : []), ...text] }]
      : [];
  });
  return [own, ...others];
}
