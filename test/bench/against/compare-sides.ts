import { percentile } from '../percentiles.ts';

/** What one round of some work cost one side, in milliseconds: of all its threads' processors, and on the wall. */
export type Cost = Readonly<{ cpuMs: number; ms: number }>;

/** The work of one kind, round by round: this build, this build again, and the other one, each in a process of its own. */
export type Rounds = readonly Readonly<{ now: Cost; again: Cost; then: Cost }>[];

export type Comparison = Readonly<{
  /** Medians over the rounds; of this build over both of its processes. */
  now: Cost;
  then: Cost;
  /** Processor time of this build over the other's. */
  ratio: number;
  /** The widest ratio, 1 or more, between this build and itself in one round. */
  spread: number;
  verdict: 'no slower' | 'slower' | 'faster';
}>;

function median(values: readonly number[]): number {
  return percentile(
    [...values].sort((a, b) => a - b),
    0.5,
  );
}

function medianCost(costs: readonly Cost[]): Cost {
  return { cpuMs: median(costs.map(({ cpuMs }) => cpuMs)), ms: median(costs.map(({ ms }) => ms)) };
}

/** Holds this build against the other: slower or faster only outside of what the build differs from itself. */
export function compareSides(rounds: Rounds): Comparison {
  const now = medianCost(rounds.flatMap((round) => [round.now, round.again]));
  const then = medianCost(rounds.map((round) => round.then));
  // In one round the sides take turns, so that what else the machine does meanwhile falls on all of them.
  const ratio = median(rounds.map((round) => (round.now.cpuMs + round.again.cpuMs) / 2 / round.then.cpuMs));
  const spread = Math.max(
    ...rounds.map(({ now: { cpuMs }, again }) => Math.max(cpuMs / again.cpuMs, again.cpuMs / cpuMs)),
  );
  const verdict = ratio > spread ? 'slower' : ratio < 1 / spread ? 'faster' : 'no slower';
  return { now, then, ratio, spread, verdict };
}
