import fs from "node:fs";
import path from "node:path";
import { parse } from "yaml";
import { z } from "zod";
import { type ChecksContent, checksSchema, type MeasuresContent, measuresSchema } from "../bench/schema.ts";
import {
  type BenchmarkRunContent,
  benchmarkRunSchema,
  type FrameworkContent,
  frameworkSchema,
  type QuickStartContent,
  quickStartSchema,
  type SourceContent,
  sourceSchema,
  type UsageFigureContent,
  usageFigureSchema,
} from "./schema.ts";

/** Thrown for content that doesn't fit; every line of the message names a file and a field. */
export class ContentError extends Error {
  constructor(readonly problems: string[]) {
    super(`The catalogue's content has ${problems.length} problem(s):\n${problems.join("\n")}`);
    this.name = "ContentError";
  }
}

export interface Content {
  frameworks: FrameworkContent[];
  sources: SourceContent[];
  benchmarks: BenchmarkRunContent[];
  usage: UsageFigureContent[];
  checks: ChecksContent[];
  measures: MeasuresContent[];
  quickStarts: QuickStartContent[];
}

const contentFolder = path.join(process.cwd(), "prisma", "content");

function readYaml<T extends z.ZodType>(file: string, schema: T, problems: string[]): z.infer<T> | undefined {
  const name = path.relative(process.cwd(), file);
  let raw: unknown;
  try {
    raw = parse(fs.readFileSync(file, "utf8"));
  } catch (error) {
    problems.push(`${name}: ${error instanceof Error ? error.message : String(error)}`);
    return undefined;
  }
  const result = schema.safeParse(raw);
  if (result.success) return result.data;
  for (const issue of result.error.issues) {
    const field = issue.path.map(String).join(".") || "(whole file)";
    problems.push(`${name}: ${field}: ${issue.message}${claimName(raw, issue.path)}`);
  }
  return undefined;
}

/** Every file of a folder; its name must be its slug. */
function readFolder<T extends z.ZodType<{ slug: string }>>(
  folder: string,
  schema: T,
  problems: string[],
): z.infer<T>[] {
  const found: z.infer<T>[] = [];
  for (const file of fs.readdirSync(folder).sort()) {
    if (!file.endsWith(".yaml")) continue;
    const item = readYaml(path.join(folder, file), schema, problems);
    if (!item) continue;
    if (`${item.slug}.yaml` !== file) problems.push(`${path.basename(folder)}/${file}: slug: is ${item.slug}`);
    found.push(item);
  }
  return found;
}

/** " (claim fast)" for a problem inside a claim: an index alone is hard to find in a long file. */
function claimName(raw: unknown, at: PropertyKey[]): string {
  if (at[0] !== "claims" || typeof at[1] !== "number") return "";
  const claims = (raw as { claims?: { id?: unknown }[] }).claims;
  const id = claims?.[at[1]]?.id;
  return typeof id === "string" ? ` (claim ${id})` : "";
}

/** References between files: every source and framework that is named exists, and is used by one meaning only. */
function checkReferences(
  { frameworks, sources, benchmarks, usage, checks, measures, quickStarts }: Content,
  problems: string[],
): void {
  const slugs = new Set(frameworks.map((framework) => framework.slug));
  const shared = new Set(sources.map((source) => source.id));
  const owners = new Map<string, string>();
  for (const run of benchmarks)
    for (const result of run.results)
      if (!slugs.has(result.framework))
        problems.push(`benchmarks/${run.slug}.yaml: unknown framework ${result.framework}`);
  for (const figure of usage)
    if (!slugs.has(figure.framework)) problems.push(`surveys.yaml: unknown framework ${figure.framework}`);
  for (const { slug } of checks) if (!slugs.has(slug)) problems.push(`checks/${slug}.yaml: unknown framework`);
  for (const { framework } of measures)
    if (!slugs.has(framework)) problems.push(`measures.yaml: unknown framework ${framework}`);
  for (const [index, { framework }] of quickStarts.entries()) {
    if (!slugs.has(framework)) problems.push(`quick-starts.yaml: unknown framework ${framework}`);
    if (quickStarts.findIndex((other) => other.framework === framework) < index)
      problems.push(`quick-starts.yaml: ${framework} is there twice`);
  }
  for (const framework of frameworks) {
    const file = `prisma/content/frameworks/${framework.slug}.yaml`;
    const own = new Set(framework.sources.map((source) => source.id));
    for (const id of own) {
      const owner = shared.has(id) ? "sources.yaml" : owners.get(id);
      if (owner) problems.push(`${file}: sources: ${id} is already defined by ${owner}`);
      owners.set(id, framework.slug);
    }
    const known = (id: string) => own.has(id) || shared.has(id);
    for (const claim of framework.claims)
      for (const assertion of claim.assertions)
        if (!known(assertion.source)) problems.push(`${file}: claim ${claim.id}: unknown source ${assertion.source}`);
    for (const resource of framework.resources)
      for (const id of resource.recommendedBy)
        if (!known(id)) problems.push(`${file}: resource ${resource.url}: unknown source ${id}`);
    for (const line of framework.lineage)
      if (line.framework && !slugs.has(line.framework))
        problems.push(`${file}: lineage: unknown framework ${line.framework}`);
  }
}

/** Reads and validates all of the catalogue's content. Throws a `ContentError` that lists every problem at once. */
export function loadContent(folder = contentFolder): Content {
  const problems: string[] = [];
  const sources = readYaml(path.join(folder, "sources.yaml"), z.array(sourceSchema), problems) ?? [];
  const usage = readYaml(path.join(folder, "surveys.yaml"), z.array(usageFigureSchema), problems) ?? [];
  const frameworks = readFolder(path.join(folder, "frameworks"), frameworkSchema, problems);
  const benchmarks = readFolder(path.join(folder, "benchmarks"), benchmarkRunSchema, problems);
  const checks = readFolder(path.join(folder, "checks"), checksSchema, problems);
  const measures = readYaml(path.join(folder, "measures.yaml"), measuresSchema, problems) ?? [];
  const quickStarts = readYaml(path.join(folder, "quick-starts.yaml"), z.array(quickStartSchema), problems) ?? [];
  const content = { frameworks, sources, benchmarks, usage, checks, measures, quickStarts };
  checkReferences(content, problems);
  if (problems.length > 0) throw new ContentError(problems);
  return content;
}
