// What is counted, measured and listed of a framework, as its pages show it.

export interface StarCount {
  date: string;
  stars: number;
  source: string;
}

/** A place to learn it, and the sources that recommend it. */
export interface Resource {
  title: string;
  url: string;
  cost: string;
  format: string;
  state: string;
  note: string | null;
  recommendations: { source: { slug: string; title: string; date: string } }[];
}

/** What it came from. */
export interface Lineage {
  relation: string;
  name: string;
  relatedSlug: string | null;
  source: string | null;
  note: string | null;
}

interface BenchmarkRun {
  slug: string;
  suite: string;
  title: string;
  date: string;
  hardware: string | null;
  loadTool: string | null;
  method: string;
  caveat: string;
  url: string;
  licence: string;
  entrants: number | null;
  preferred: boolean;
}

export interface BenchmarkResult {
  label: string;
  test: string;
  version: string | null;
  /** Requests per second. */
  rps: number;
  /** Milliseconds. */
  p50: number | null;
  p99: number | null;
  note: string | null;
  suspect: boolean;
  run: BenchmarkRun;
}

/** A share of those whom a survey asked. */
export interface UsageFigure {
  survey: string;
  year: number;
  measure: string;
  percent: number;
  respondents: number | null;
  question: string;
  url: string;
  asOf: string;
  note: string | null;
}
