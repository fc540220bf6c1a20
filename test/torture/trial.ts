/** One attempt to lose something: what it was done to, and what was wrong after it. */
export type Outcome = Readonly<{ what: string; problems: readonly string[] }>;

export type Trial = Readonly<{
  /** A folder for it alone. */
  dir: string;
  random: () => number;
}>;

/** A kind of trial; every `weight` of the sum of all weights is one of it. */
export type Scenario = Readonly<{
  name: string;
  weight: number;
  /** Why it can't be run here; null when it can. */
  unable: () => string | null;
  run: (trial: Trial) => Promise<Outcome>;
}>;

export const always = (): null => null;

/** A whole number below `below`. */
export function draw(random: () => number, below: number): number {
  return Math.floor(random() * below);
}

/** One of `values`, of which there is at least one. */
export function pick<Value>(random: () => number, values: readonly Value[]): Value {
  const value = values[draw(random, values.length)];
  if (value === undefined) throw new RangeError('nothing to choose from');
  return value;
}
