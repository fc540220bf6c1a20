import { letterCosts } from './letter-costs.ts';
import type { TableScript } from './single-byte-tables.ts';

/** Steps of the figures of `letterCosts` in one unit of -ln p. */
const steps = 3;

/** How likely letters of one language stand after one another; costs are -ln p. */
export type LetterModel = Readonly<{
  language: string;
  script: TableScript;
  /** The place of a letter, lower case; 0 is what is no letter. */
  places: ReadonlyMap<string, number>;
  /** The place of letters that the language does not have. */
  unknown: number;
  /** Cost of place b after place a, at a × (number of letters + 1) + b. */
  costs: Float32Array;
}>;

const scripts: Readonly<Record<string, TableScript>> = {
  ru: 'cyrillic',
  uk: 'cyrillic',
  bg: 'cyrillic',
  sr: 'cyrillic',
  mk: 'cyrillic',
  be: 'cyrillic',
  kk: 'cyrillic',
  el: 'greek',
  ar: 'arabic',
  fa: 'arabic',
  ur: 'arabic',
  he: 'hebrew',
  yi: 'hebrew',
  th: 'thai',
  vi: 'vietnamese',
};

let models: ReadonlyMap<TableScript, readonly LetterModel[]> | null = null;

/** The languages that are written in a script; made at the first question. */
export function modelsOf(script: TableScript): readonly LetterModel[] {
  models ??= grouped();
  return models.get(script) ?? [];
}

function grouped(): ReadonlyMap<TableScript, readonly LetterModel[]> {
  const byScript = new Map<TableScript, LetterModel[]>();
  for (const model of allModels()) byScript.set(model.script, [...(byScript.get(model.script) ?? []), model]);
  return byScript;
}

function allModels(): LetterModel[] {
  return Object.entries(letterCosts).map(([language, [letters, digits]]) => {
    const places = new Map([...letters].map((letter, at) => [letter, at + 1]));
    return {
      language,
      script: scripts[language] ?? 'latin',
      places,
      unknown: places.size + 1,
      costs: Float32Array.from(digits, (digit) => parseInt(digit, 36) / steps),
    };
  });
}

/** Lower case of one character, as one character. */
export function lowerCase(character: string): string {
  if (character === 'İ') return 'i';
  const lower = character.toLowerCase();
  return lower.length === 1 ? lower : character;
}
