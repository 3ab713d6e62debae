import { z } from "zod";
import { withMark } from "../../text/csv.ts";
import { dumpOf } from "../dump.ts";
import { endpoint, Prepared } from "../endpoint.ts";
import { type DumpFile, dumpIndexSchema, dumpSchema } from "../resources/dump.ts";
import { getSnapshot } from "../snapshot.ts";

const tables: { id: string; name: Exclude<DumpFile, "framewise.json">; summary: string; description: string }[] = [
  {
    id: "dumpFrameworks",
    name: "frameworks.csv",
    summary: "Download frameworks as CSV",
    description: "One line for each framework.",
  },
  {
    id: "dumpClaims",
    name: "claims.csv",
    summary: "Download claims as CSV",
    description: "One line for each claim, with its verdict and votes.",
  },
  {
    id: "dumpAssertions",
    name: "assertions.csv",
    summary: "Download assertions as CSV",
    description: "One line for each source that supports or disputes a claim.",
  },
  {
    id: "dumpSources",
    name: "sources.csv",
    summary: "Download sources as CSV",
    description: "One line for each source.",
  },

  {
    id: "dumpChecks",
    name: "checks.csv",
    summary: "Download answers to checks as CSV",
    description: "One line for each answer of a framework to a check of the bench, with its source.",
  },
  {
    id: "dumpMeasures",
    name: "measures.csv",
    summary: "Download measures as CSV",
    description: "One line for each number of a framework that scores are made of, but those of surveys.",
  },
];

export const dumpEndpoints = [
  endpoint({
    id: "getDump",
    path: "/dump",
    tag: "Dump",
    summary: "See what the dump consists of",
    description: "The dump's version, its files with their hashes, and the licences of the data.",
    params: z.object({}),
    query: z.object({}),
    response: dumpIndexSchema,
    example: "/dump",
    run: async () => dumpOf(await getSnapshot()).index,
  }),
  endpoint({
    id: "dumpAll",
    path: "/dump/framewise.json",
    tag: "Dump",
    summary: "Download everything as JSON",
    description: "Everything that the API tells, in one file, with its version and the licences of the data.",
    params: z.object({}),
    query: z.object({}),
    response: dumpSchema,
    run: async () => dumpOf(await getSnapshot()).files["framewise.json"],
  }),
  ...tables.map(({ id, name, summary, description }) =>
    endpoint({
      id,
      path: `/dump/${name}`,
      tag: "Dump",
      summary,
      description: `${description} RFC 4180 in UTF-8; lists are joined by semicolons; a text that a spreadsheet would run as a formula has an apostrophe before it.`,
      params: z.object({}),
      query: z.object({
        bom: z.enum(["1"]).optional().describe("1: with a byte-order mark first, as Excel needs to read it as UTF-8."),
      }),
      response: z.string(),
      media: "text/csv",
      run: async (_params, { bom }) => {
        const file = dumpOf(await getSnapshot()).files[name];
        return bom ? new Prepared(withMark(file.text), file.filename) : file;
      },
    }),
  ),
];
