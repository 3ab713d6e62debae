/**
 * What would change the winner. When the share of one criterion moves to t, the others keep their proportions:
 * w_j(t) = w_j · (1 − t) / (1 − w_k). A total is then a straight line in t, so everything here is exact.
 */
import { filledScores, level, lowest, type Weighed } from "./ranking.ts";

export interface Flip {
  /** Index of the criterion. */
  criterion: number;
  /** The share, 0 to 1, at which the rival draws level with the leader; beyond it the rival is ahead. */
  at: number;
  /** Index of the option that overtakes. */
  rival: number;
}

export interface Flips {
  /** The nearest flip when the criterion counts less; null when there is none. */
  below: Flip | null;
  /** The nearest flip when it counts more. */
  above: Flip | null;
}

/** A total along t: `rest` at t = 0, `own` at t = 1. */
interface Line {
  rest: number;
  own: number;
}

const at = ({ rest, own }: Line, t: number) => rest * (1 - t) + own * t;

/** The options' totals as lines over the share of criterion k. When it has all the weight, the rest counts alike. */
function linesOf(options: readonly Weighed[], shares: readonly number[], k: number): Line[] {
  const others = 1 - (shares[k] ?? 0);
  const alike = others < level;
  return options.map((option) => {
    const scores = filledScores(option);
    let rest = 0;
    for (let j = 0; j < shares.length; j += 1)
      if (j !== k) rest += (alike ? 1 / (shares.length - 1) : (shares[j] ?? 0) / others) * (scores[j] ?? lowest);
    return { rest, own: scores[k] ?? lowest };
  });
}

/**
 * The nearest flips of one criterion on each side of its share. With d_k = s_Ak − s_Bk and D₋k the difference of the
 * totals without k, B draws level at t* = D₋k / (D₋k − d_k), where 0 ≤ t* ≤ 1; who only draws level at the end of
 * the scale never overtakes, and is no flip. Worked: shares ½ and ½, A = (5, 2),
 * B = (2, 4): for the first criterion D₋k = −2, d_k = 3, t* = 0.4: below 40 % B is ahead.
 */
export function flipsOf(
  options: readonly Weighed[],
  shares: readonly number[],
  leader: number,
  criterion: number,
): Flips {
  const lines = linesOf(options, shares, criterion);
  const share = shares[criterion] ?? 0;
  const a = lines[leader];
  const found: Flips = { below: null, above: null };
  if (!a || shares.length < 2) return found;
  lines.forEach((b, rival) => {
    if (rival === leader) return;
    const rest = a.rest - b.rest;
    const own = a.own - b.own;
    const slope = rest - own;
    // Parallel lines never meet; where they lie on each other, nobody overtakes.
    if (Math.abs(slope) < level) return;
    const t = rest / slope;
    const flip = { criterion, at: Math.max(0, Math.min(1, t)), rival };
    // Rising t is good for B when the leader's advantage shrinks along it.
    if (slope > 0 && t >= share - level && t < 1 - level) {
      if (!found.above || flip.at < found.above.at - level) found.above = flip;
    } else if (slope < 0 && t <= share + level && t > level) {
      if (!found.below || flip.at > found.below.at + level) found.below = flip;
    }
  });
  return found;
}

/** A stretch of shares, 0 to 1, in which one option leads. */
export interface Reign {
  from: number;
  to: number;
  /** Index of the option. */
  winner: number;
}

/** Who leads at every share of one criterion from 0 to 1: the upper edge of the lines. */
export function reignsOf(options: readonly Weighed[], shares: readonly number[], criterion: number): Reign[] {
  const lines = linesOf(options, shares, criterion);
  const steepness = ({ rest, own }: Line) => own - rest;
  const reigns: Reign[] = [];
  let from = 0;
  // At 0 the highest leads; of those that are level there, the one that rises most is ahead right after.
  let winner = bestAt(lines, 0);
  for (let step = 0; step <= lines.length && winner !== -1; step += 1) {
    const line = lines[winner] as Line;
    let next = -1;
    let meeting = 1;
    lines.forEach((other, index) => {
      const gain = steepness(other) - steepness(line);
      if (gain < level) return;
      const t = (line.rest - other.rest) / gain;
      if (t <= from + level || t > 1 - level) return;
      const sooner = t < meeting - level;
      const steeper = Math.abs(t - meeting) <= level && steepness(other) > steepness(lines[next] ?? line);
      if (next === -1 ? t < meeting : sooner || steeper) {
        next = index;
        meeting = t;
      }
    });
    reigns.push({ from, to: meeting, winner });
    from = meeting;
    winner = next;
  }
  return reigns;
}

/** The first of the best at t; between those that are level there, the one that is best right after. */
function bestAt(lines: readonly Line[], t: number): number {
  let best = -1;
  lines.forEach((line, index) => {
    const leader = lines[best];
    const lead = leader ? at(line, t) - at(leader, t) : 1;
    if (lead > level || (leader && Math.abs(lead) <= level && line.own - line.rest > leader.own - leader.rest + level))
      best = index;
  });
  return best;
}
