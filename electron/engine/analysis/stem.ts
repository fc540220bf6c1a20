import lunr from 'lunr';
import { stemInPlace } from './porter-stemmer.ts';

const porter = /^[a-z][a-z']*$/;
const arabicScript = /^[\u0600-\u06ff]+$/;
/** What is taken off the front of Arabic words, longest first. */
export const arabicArticles = ['وال', 'بال', 'كال', 'فال', 'لل', 'ال'].map((article) =>
  Uint16Array.from(article, (letter) => letter.charCodeAt(0)),
);
/** Letters of a word at least, without the article. */
const minLeft = 3;

/**
 * The length of the definite article, with the particle before it, of an Arabic word, when three letters remain: the
 * prefix half of the light10 stemmer (Larkey, Ballesteros, Connell 2007, "Light stemming for Arabic information
 * retrieval").
 */
function articleLength(charCode: (at: number) => number, length: number): number {
  for (const article of arabicArticles) {
    if (length - article.length < minLeft) continue;
    if (article.every((unit, at) => unit === charCode(at))) return article.length;
  }
  return 0;
}

/** The stem of a folded word: Porter's for Latin letters, as in Lunr, and the light one in Arabic script. */
export function stem(word: string): string {
  if (porter.test(word)) return lunr.stemmer(new lunr.Token(word, {})).toString();
  if (arabicScript.test(word)) return word.slice(articleLength((at) => word.charCodeAt(at), word.length));
  return word;
}

/** The same of a folded word without apostrophes, `units[0..length)`, in place of it; returns the length of the stem. */
export function stemPlain(units: Uint16Array, length: number): number {
  if (areWithin(units, length, 0x61, 0x7a)) return stemInPlace(units, length);
  if (!areWithin(units, length, 0x600, 0x6ff)) return length;
  const article = articleLength((at) => units[at] as number, length);
  units.copyWithin(0, article, length);
  return length - article;
}

function areWithin(units: Uint16Array, length: number, least: number, greatest: number): boolean {
  for (let at = 0; at < length; at += 1) {
    const unit = units[at] as number;
    if (unit < least || unit > greatest) return false;
  }
  return true;
}
