/** A number on a framework from a data set. */
export interface Measure {
  id: string;
  name: string;
  unit: string;
  /** Where it comes from and what it leaves out, in a sentence or two. */
  meaning: string;
  /** How a value becomes 0 to 1, in words, beside `map`. */
  mapping: string;
  /** Any value of its unit to 0 to 1. */
  map: (value: number) => number;
}

const within = (value: number) => Math.min(1, Math.max(0, value));

/** 0 at `worst`, 1 at `best`, by equal factors between: both above 0; `worst` may be the larger one. */
const logarithmic = (worst: number, best: number) => (value: number) =>
  value <= 0 ? (worst < best ? 0 : 1) : within(Math.log(value / worst) / Math.log(best / worst));

export const measures = [
  {
    id: "throughput",
    name: "Throughput",
    unit: "share of the fastest",
    meaning:
      "All benchmark runs that tell frameworks apart, joined by one fit: each framework against the fastest. Single runs are on the page, never mixed.",
    mapping: "0 at a hundredth of the fastest, 1 at the fastest: a factor of ten is two points.",
    map: logarithmic(0.01, 1),
  },
  {
    id: "memory",
    name: "Memory at equal load",
    unit: "MiB",
    meaning: "Memory of the server in HttpArena's test of 256 connections on 4 cores.",
    mapping: "1 at 32 MiB, 0 at 1,024 MiB, by equal factors.",
    map: logarithmic(1024, 32),
  },
  {
    id: "load-kept",
    name: "Throughput kept under load",
    unit: "ratio",
    meaning: "Requests per second at 512 connections against 64 in the same run; the median over runs.",
    mapping: "0 where half is lost, 1 where nothing is.",
    map: (value: number) => within((value - 0.5) / 0.5),
  },
  {
    id: "stars",
    name: "GitHub stars",
    unit: "stars",
    meaning: "How many people marked the repository: attention, not use.",
    mapping: "0 at 1,000, 1 at 80,000, by equal factors.",
    map: logarithmic(1_000, 80_000),
  },
  {
    id: "survey-use",
    name: "Use in a survey",
    unit: "% of those asked",
    meaning:
      "Stack Overflow's survey of the newest year that lists it. Frameworks that weren't on its list are unknown.",
    mapping: "0 at 0.5 %, 1 at 20 %, by equal factors.",
    map: logarithmic(0.5, 20),
  },
  {
    id: "registry-rank",
    name: "Rank in its registry",
    unit: "place",
    meaning:
      "Its package's place by downloads among all of npm or PyPI. A package that others pull in is downloaded without being chosen, so it weighs little.",
    mapping: "1 at place 100, 0 at place 30,000, by equal factors.",
    map: logarithmic(30_000, 100),
  },
  {
    id: "core-people",
    name: "People behind half of the work",
    unit: "people",
    meaning: "The fewest people who made half of the last year's commits to the repository.",
    mapping: "0 at one person, 1 at ten, by equal factors.",
    map: logarithmic(1, 10),
  },
  {
    id: "contributors",
    name: "People who contributed",
    unit: "people",
    meaning: "Authors of commits to the repository in twelve months.",
    mapping: "0 at 3, 1 at 150, by equal factors.",
    map: logarithmic(3, 150),
  },
  {
    id: "releases",
    name: "Releases in twelve months",
    unit: "releases",
    meaning: "Tags of versions in the repository in the twelve months before it was read.",
    mapping: "0 at none, 1 at six and more: more often isn't better.",
    map: (value: number) => within(Math.log1p(value) / Math.log(7)),
  },
  {
    id: "stable-years",
    name: "Years since the first stable release",
    unit: "years",
    meaning: "Since version 1.0, or what the project itself called stable first. 0 while there is none.",
    mapping: "0 at none, 1 at fifteen years; the first years count most (logarithm).",
    map: (value: number) => within(Math.log1p(Math.max(0, value)) / Math.log(16)),
  },
  {
    id: "support-length",
    name: "Length of support",
    unit: "years",
    meaning:
      "From release to end of support of the longest line of the last five years; known where dates are published.",
    mapping: "0 at none, 1 at three years and more.",
    map: (value: number) => within(value / 3),
  },
  {
    id: "advisories",
    name: "Advisories in 24 months",
    unit: "advisories",
    meaning:
      "Entries of the language's or the project's own list on the framework's packages. What many people use and examine gets more of them, so the count is shown and not weighed. Unknown where no list of the last 24 months could be read.",
    mapping: "Not weighed.",
    map: () => 1,
  },
] as const satisfies readonly Measure[];

export type MeasureId = (typeof measures)[number]["id"];

export const measureIds = measures.map(({ id }) => id);
