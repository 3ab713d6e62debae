import type { z } from "zod";
import { criteria } from "../claims/criteria.ts";
import { apiUrl } from "./addresses.ts";
import { hashOf, Prepared } from "./endpoint.ts";
import { presentAggregates } from "./resources/aggregates.ts";
import { presentCriterion } from "./resources/criterion.ts";
import { type DumpFile, type dumpIndexSchema, type dumpSchema, presentLicences } from "./resources/dump.ts";
import { presentFramework } from "./resources/framework.ts";
import type { Snapshot } from "./snapshot.ts";
import { assertionsCsv, assertionsOf, checksCsv, claimsCsv, frameworksCsv, measuresCsv, sourcesCsv } from "./tables.ts";

interface Dump {
  index: z.output<typeof dumpIndexSchema>;
  files: Record<DumpFile, Prepared>;
}

/** Written once for every snapshot. */
const dumps = new WeakMap<Snapshot, Dump>();

/** The whole catalogue as files, all of one moment. */
export function dumpOf(snapshot: Snapshot): Dump {
  const dump = dumps.get(snapshot) ?? write(snapshot);
  dumps.set(snapshot, dump);
  return dump;
}

function write(snapshot: Snapshot): Dump {
  const { day, claims, sources } = snapshot;
  const entries = [...snapshot.frameworks.values()];
  const frameworks = entries.map(({ row, framework }) => presentFramework(row, framework, day));
  const content: Omit<z.output<typeof dumpSchema>, "version" | "licences"> = {
    criteria: criteria.map(presentCriterion),
    frameworks: frameworks.map((framework) => {
      const { usage: _, ...record } = framework;
      return record;
    }),
    claims,
    aggregates: entries.map(({ framework }) => presentAggregates(framework)),
    sources,
    usage: frameworks.flatMap(({ id, usage }) => usage.map((figure) => ({ framework: id, ...figure }))),
  };
  const version = `${day}-${hashOf(JSON.stringify(content)).slice(0, 12)}`;
  const licences = presentLicences();
  const assertions = assertionsOf(claims);
  const checks = frameworks.flatMap(({ id, checks: own }) => own.map((one) => ({ framework: id, ...one })));
  const measured = frameworks.flatMap(({ id, measures }) => measures.map((one) => ({ framework: id, ...one })));
  const written: { name: DumpFile; records: number; text: string }[] = [
    {
      name: "framewise.json",
      records: frameworks.length,
      text: JSON.stringify({ version, licences, ...content } satisfies z.output<typeof dumpSchema>),
    },
    { name: "frameworks.csv", records: frameworks.length, text: frameworksCsv(frameworks) },
    { name: "claims.csv", records: claims.length, text: claimsCsv(claims) },
    { name: "assertions.csv", records: assertions.length, text: assertionsCsv(assertions) },
    { name: "sources.csv", records: sources.length, text: sourcesCsv(sources) },
    { name: "checks.csv", records: checks.length, text: checksCsv(checks) },
    { name: "measures.csv", records: measured.length, text: measuresCsv(measured) },
  ];
  const files = written.map(({ name, records, text }) => ({
    name,
    url: apiUrl(`/dump/${name}`),
    mediaType: name.endsWith(".json") ? "application/json" : "text/csv",
    bytes: Buffer.byteLength(text),
    sha256: hashOf(text),
    records,
  }));
  const prepared = written.map(({ name, text }) => [name, new Prepared(text, `framewise-${version}-${name}`)] as const);
  return { index: { version, files, licences }, files: Object.fromEntries(prepared) as Dump["files"] };
}
