/** The command line was not understood; the message says what would be. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

export function wholeNumber(
  option: string,
  text: string | undefined,
  otherwise: number,
  least: number,
  most = Number.MAX_SAFE_INTEGER,
): number {
  if (text === undefined) return otherwise;
  const number = Number(text);
  if (Number.isSafeInteger(number) && number >= least && number <= most && text.trim() !== '') return number;
  const range =
    most === Number.MAX_SAFE_INTEGER
      ? `from ${String(least)} up`
      : `from ${String(least)} to ${String(most)}`;
  throw new UsageError(`--${option} takes a whole number ${range} (got "${text}")`);
}

/** The first of the choices where nothing is said. */
export function oneOf<Choice extends string>(
  option: string,
  text: string | undefined,
  choices: readonly [Choice, ...Choice[]],
): Choice {
  if (text === undefined) return choices[0];
  const choice = choices.find((name) => name === text);
  if (choice !== undefined) return choice;
  throw new UsageError(`--${option} takes ${choices.join(', ')} (got "${text}")`);
}

/** What `searches` takes: nothing, `list`, `new`, or `run` with a name. */
export function isActOnSearches([act = 'list', ...names]: readonly string[]): boolean {
  return act === 'run' ? names.length === 1 : (act === 'list' || act === 'new') && names.length === 0;
}
