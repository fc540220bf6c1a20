import { lowerCase } from './letter-model.ts';
import type { TableScript } from './single-byte-tables.ts';

/** What a character is beside others. */
export const kinds = { space: 0, digit: 1, mark: 2, lower: 3, upper: 4, unicase: 5, symbol: 6 } as const;
export type Kind = (typeof kinds)[keyof typeof kinds];

/** Costs in -ln p that no language decides. */
export const costs = {
  /** A capital at the beginning of a word; after another; after a small letter, which is nearly always the wrong table. */
  capital: 2,
  nextCapital: 0.7,
  capitalInside: 6,
  /** A letter beside a digit, and one of another script beside a Latin one. */
  besideDigit: 3,
  besideLatin: 8,
  /** A letter of the script that the language does not use; one of another script. */
  strange: 10,
  otherScript: 14,
  noCharacter: 16,
  /** A digit of another script. */
  highDigit: 5.5,
} as const;

/** Letters of other languages in Latin script that names bring into a text, the most frequent first. */
const guests = [...'éüöáäèóíñçàøåãšêôâîëïœßõùûúžčćłşğıńśýřěůőűățșžāēīū'];
const guestCosts = new Map(guests.map((letter, rank) => [letter, 8.5 + rank * 0.08]));
const symbolCosts = new Map<string, number>([
  ...listed('’“”–—‘„«»…', 5),
  ...listed('\u00a0،؛؟', 5.5),
  ...listed('€£§°•··½©®™№¿¡', 7.5),
  ...listed('ºª¥¢¶±×÷²³´¼¾‹›‚†‡¨¸\u00ad‰¬¦', 9.5),
]);

function listed(characters: string, cost: number): [string, number][] {
  return [...characters].map((character) => [character, cost]);
}

/** What kind of character stands here. */
export function kindOf(character: string): Kind {
  if (/[\s\u00a0]/u.test(character)) return kinds.space;
  if (/\p{Nd}/u.test(character)) return kinds.digit;
  if (/\p{L}|\p{M}/u.test(character)) {
    if (/\p{Lu}/u.test(character)) return kinds.upper;
    return /\p{Ll}/u.test(character) ? kinds.lower : kinds.unicase;
  }
  return character < '\x80' ? kinds.mark : kinds.symbol;
}

/** The cost of a character that is no letter, digit or ASCII. */
export function symbolCost(character: string): number {
  const usual = symbolCosts.get(character);
  if (usual !== undefined) return usual;
  if (/[\ufffd\0-\u009f\ue000-\uf8ff]/.test(character)) return costs.noCharacter;
  // Lines of tables, and the rest of what was drawn with characters.
  return character >= '\u2190' ? 13 : 10;
}

/** What a sign costs more right after a letter, and right in front of one: where it does not stand in running text. */
export function besideLetterCost(sign: string, side: 'behind' | 'before'): number {
  if (sign === '’') return 0;
  if ('”»…'.includes(sign)) return side === 'behind' ? 0.5 : 6;
  if ('“„«‘¿¡'.includes(sign)) return side === 'behind' ? 6 : 0;
  if (/[–—\u00a0]/.test(sign)) return 1.5;
  return sign === '·' || sign === '\u00ad' ? 1 : 5;
}

/** The cost of a letter that a language does not have. */
export function strangerCost(letter: string, script: TableScript): number {
  const latin = letter < '\u0250' || (letter >= '\u1e00' && letter < '\u1f00');
  if (script === 'latin' || script === 'vietnamese')
    return latin ? (guestCosts.get(lowerCase(letter)) ?? 13) : costs.otherScript;
  return latin ? costs.otherScript : costs.strange;
}
