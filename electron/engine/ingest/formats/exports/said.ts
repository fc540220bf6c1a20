import type { SaidFields } from '../../../article/record-text.ts';

/** What a format says, without what it leaves out or leaves empty, on one line each. */
export function saidOf(
  fields: Readonly<{ [K in keyof SaidFields]?: SaidFields[K] | null }>,
): Partial<SaidFields> {
  const said: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(fields)) {
    const written = typeof value === 'string' ? oneLine(value) : value;
    if (written !== null && written !== '') said[name] = written;
  }
  return said;
}

/** White space folded, of whatever kind. */
export function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

const wordCount =
  /^(\d[\d.,'’ \u00a0]{0,12}) ?(words?|w(?:ö|oe)rter|woorden|mots?|palabras|palavras|parole|paraules|ord|orden|слов[оа]?|słów|kelime|단어|単語|語|ワード|字|词|詞|单词|كلمة|slov|sanaa)(?!\p{L})/iu;
const countsLetters = /^[字語词詞]$/u;

/** Whether a line is what exports say of a length: "2,968 words", "376  words", "306 Wörter", "1234 字". */
export function isWordCount(line: string): boolean {
  return wordCount.test(oneLine(line));
}

/** The number of words that a line says; undefined where it counts letters, or says none. */
export function wordsIn(line: string): number | undefined {
  const [, number, unit] = wordCount.exec(oneLine(line)) ?? [];
  if (number === undefined || unit === undefined || countsLetters.test(unit)) return undefined;
  return Number(number.replace(/\D/g, ''));
}
