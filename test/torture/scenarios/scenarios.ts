import type { Scenario } from '../trial.ts';
import { cancelledImports } from './cancelled-imports.ts';
import { damage } from './damage.ts';
import { fullDisk } from './full-disk.ts';
import { killedActs } from './killed-acts.ts';

export const scenarios: readonly Scenario[] = [damage, ...killedActs, cancelledImports, fullDisk];

/** Each scenario as often as it weighs, well mixed: a trial of a number is always of the same scenario. */
const schedule: readonly Scenario[] = scenarios
  .flatMap((scenario) =>
    Array.from({ length: scenario.weight }, (_, nth) => ({ scenario, at: (nth + 0.5) / scenario.weight })),
  )
  .sort((a, b) => a.at - b.at)
  .map(({ scenario }) => scenario);

export function scenarioOf(trial: number, only: string | null): Scenario {
  const choices = only === null ? schedule : scenarios.filter(({ name }) => name === only);
  const scenario = choices[trial % choices.length];
  if (scenario === undefined)
    throw new RangeError(
      `no scenario “${only ?? ''}”; there are: ${scenarios.map(({ name }) => name).join(', ')}`,
    );
  return scenario;
}

/** The seed of a trial, whatever comes before it. */
export function seedOf(seed: number, trial: number): number {
  return seed * 100_003 + trial;
}
