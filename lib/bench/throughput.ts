/** One figure of a benchmark: requests per second of a framework in one test of one run. */
export interface Throughput {
  framework: string;
  /** Slug of the run, and the suite that made it. */
  run: string;
  suite: string;
  test: string;
  rps: number;
}

export interface Fit {
  framework: string;
  /** Natural logarithm of the throughput relative to the best framework: 0 is the best, −2.3 a tenth of it. */
  log: number;
  /** Lower and upper quartile over single runs, on the same scale: how much they disagree. One run alone: a factor of two. */
  low: number;
  high: number;
  runs: string[];
}

/** Huber's tuning constant in units of the residuals' scale: 95 % as efficient as least squares on normal errors. */
const huber = 1.345;

/**
 * A test tells frameworks apart when its fastest tenth is at least this many times as fast as its slowest tenth, and its
 * middle this many times: where every request opens a connection, the slower half lies within the noise of that cost.
 */
const leastSpread = { fastest: 5, middle: 2 };

/** Fewer entrants than this cannot anchor a test of their own. */
const leastEntrants = 5;

const median = (values: readonly number[]): number => {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? (sorted[middle] ?? 0) : ((sorted[middle - 1] ?? 0) + (sorted[middle] ?? 0)) / 2;
};

/** The middle half of what single runs say, always around the fit itself: one odd implementation isn't an interval. */
function quartile(values: readonly number[], share: 0.25 | 0.75, fit: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  const at = sorted[Math.round(share * (sorted.length - 1))] ?? fit;
  return share < 0.5 ? Math.min(fit, at) : Math.max(fit, at);
}

function grouped<T>(items: readonly T[], keyOf: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const group = groups.get(keyOf(item));
    if (group) group.push(item);
    else groups.set(keyOf(item), [item]);
  }
  return groups;
}

/** One figure per framework and test: the median where a suite runs several set-ups of it. */
function merged(figures: readonly Throughput[]): Throughput[] {
  return [...grouped(figures, ({ framework, run, test }) => `${run}|${test}|${framework}`).values()].map((same) => ({
    ...(same[0] as Throughput),
    rps: Math.exp(median(same.map(({ rps }) => Math.log(rps)))),
  }));
}

/** Which tests tell frameworks apart: the rest is left out of the fit, and the page says so. */
export function discriminates(rps: readonly number[]): boolean {
  if (rps.length < leastEntrants) return false;
  const sorted = [...rps].sort((a, b) => a - b);
  const at = (share: number) => sorted[Math.round(share * (sorted.length - 1))] ?? 0;
  return at(0.9) / at(0.1) >= leastSpread.fastest && at(0.5) / at(0.1) >= leastSpread.middle;
}

/**
 * Joins runs that had other entrants, machines and tests: log(rps) = framework + test, fitted by iteratively reweighted
 * least squares with Huber's weights (Huber 1964). Every run counts the same, however many tests it has. Figures of
 * different runs are never compared directly. Frameworks come in descending order; none without a figure.
 */
export function fitThroughput(all: readonly Throughput[]): Fit[] {
  const figures = [...grouped(merged(all), ({ run, test }) => `${run}|${test}`).values()]
    .filter((test) => discriminates(test.map(({ rps }) => rps)))
    .flat();
  const tests = [...new Set(figures.map(({ run }) => run))].map(
    (run) => [run, new Set(figures.filter((figure) => figure.run === run).map(({ test }) => test)).size] as const,
  );
  const testsOf = new Map(tests);
  const cells = figures.map((figure) => ({
    ...figure,
    key: `${figure.run}|${figure.test}`,
    log: Math.log(figure.rps),
    base: 1 / (testsOf.get(figure.run) ?? 1),
    weight: 1,
  }));
  const strength = new Map<string, number>();
  const level = new Map<string, number>();
  const byFramework = grouped(cells, ({ framework }) => framework);
  const byTest = grouped(cells, ({ key }) => key);
  const residual = (cell: (typeof cells)[number]) =>
    cell.log - (strength.get(cell.framework) ?? 0) - (level.get(cell.key) ?? 0);
  for (let round = 0; round < 200; round++) {
    for (const [key, group] of byTest)
      level.set(
        key,
        weighted(group, (cell) => cell.log - (strength.get(cell.framework) ?? 0)),
      );
    for (const [framework, group] of byFramework)
      strength.set(
        framework,
        weighted(group, (cell) => cell.log - (level.get(cell.key) ?? 0)),
      );
    // 0.6745: the median absolute deviation of a normal distribution in units of its standard deviation.
    const scale = median(cells.map((cell) => Math.abs(residual(cell)))) / 0.6745 || 1;
    for (const cell of cells) cell.weight = Math.min(1, (huber * scale) / Math.max(Math.abs(residual(cell)), 1e-9));
  }
  const best = Math.max(...strength.values());
  return [...byFramework]
    .map(([framework, group]) => {
      const log = (strength.get(framework) ?? 0) - best;
      const perRun = [...grouped(group, ({ run }) => run).values()].map(
        (run) => log + median(run.map((cell) => residual(cell))),
      );
      if (perRun.length === 1) perRun.push(log - Math.LN2, log + Math.LN2);
      return {
        framework,
        log,
        low: quartile(perRun, 0.25, log),
        high: Math.min(0, quartile(perRun, 0.75, log)),
        runs: [...new Set(group.map(({ run }) => run))],
      };
    })
    .sort((a, b) => b.log - a.log);
}

function weighted<T extends { base: number; weight: number }>(cells: readonly T[], valueOf: (cell: T) => number) {
  let sum = 0;
  let total = 0;
  for (const cell of cells) {
    sum += cell.base * cell.weight * valueOf(cell);
    total += cell.base * cell.weight;
  }
  return total === 0 ? 0 : sum / total;
}

export interface Agreement {
  pairs: number;
  agreeing: number;
}

/** Pairs of frameworks that differ by more than this factor in a test are a clear difference. */
const clearFactor = 1.25;

/**
 * How often an order agrees with a test's figures: of the pairs that differ by over 25 % there, the share in which the
 * same one leads here. Null pairs (a framework that isn't known here) don't count.
 */
export function agreement(logOf: (framework: string) => number | undefined, figures: readonly Throughput[]): Agreement {
  let pairs = 0;
  let agreeing = 0;
  for (const test of grouped(merged(figures), ({ run, test: of }) => `${run}|${of}`).values()) {
    for (const [index, a] of test.entries()) {
      for (const b of test.slice(index + 1)) {
        const [left, right] = [logOf(a.framework), logOf(b.framework)];
        if (left === undefined || right === undefined) continue;
        const ratio = a.rps / b.rps;
        if (ratio < clearFactor && ratio > 1 / clearFactor) continue;
        pairs++;
        if (left !== right && left > right === ratio > 1) agreeing++;
      }
    }
  }
  return { pairs, agreeing };
}

/** Leaves out each run and each suite in turn, fits the rest and compares. */
export function leaveOneOut(all: readonly Throughput[], by: "run" | "suite") {
  const usable = [...grouped(merged(all), ({ run, test }) => `${run}|${test}`).values()]
    .filter((test) => discriminates(test.map(({ rps }) => rps)))
    .flat();
  return [...grouped(usable, (figure) => figure[by])].map(([left, figures]) => {
    const fit = fitThroughput(usable.filter((figure) => figure[by] !== left));
    const logs = new Map(fit.map(({ framework, log }) => [framework, log]));
    return { left, ...agreement((framework) => logs.get(framework), figures) };
  });
}
