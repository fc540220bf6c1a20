import type { Dateline } from './dateline.ts';
import { foldSpelling } from '../text/fold-spelling.ts';
import { isKnownPlace } from './places.ts';
import { countWords } from '../text/words.ts';

const minWordsAfter = 6;
const dashReach = 120;
const opening =
  /^([\p{Script=Arabic}\p{M}\u200c]{2,}(?: [\p{Script=Arabic}\p{M}\u200c]{2,}){0,2})(\s+[–—]\s+|\s+-\s+|\s*:\s+)(?=[\p{Script=Arabic}«"“])/u;

/** What stands in front of the name of a place: city, province, district, village, and who governs them. */
const kindsOfPlace =
  '(?:مدينة|محافظة|محافظ|قضاء|ناحية|بلدة|قرية|بلدية|شاری|شارۆچکەی|پارێزگای|پارێزگاری|قەزای|گوندی|ناحیەی|شهر|استان|شهرستان|روستای)';

/** Words that no name begins with. */
const preposition =
  /^(?:في|من|على|إلى|عن|بعد|قبل|بين|مع|در|از|به|با|(?:لە|بە)(?:ناو|نێو|سەر|بەر|گەڵ|لایەن)?)(?= |$)/u;

/**
 * Reads a place that is in no list off the start of an article's first paragraph in Arabic script. A long dash is
 * enough for a name of two words; before a colon mostly a speaker stands, so there the text has to call the name
 * a city, a province or the like.
 */
export function readLonePlace(paragraph: string): Dateline | null {
  const match = opening.exec(paragraph);
  const [whole, place = '', separator = ''] = match ?? [];
  if (whole === undefined || preposition.test(place)) return null;
  const rest = paragraph.slice(whole.length);
  if (countWords(rest) < minWordsAfter) return null;
  const isLongDash = /[–—]/u.test(separator) && place.split(' ').length <= 2;
  // A second dash closes a parenthesis; a place after the dash follows the name of an author.
  const isAside = /\s[–—-]|[–—-]\s/u.test(rest.slice(0, dashReach));
  const isNameBefore = isKnownPlace(rest.split(/[\s،,:]/u, 1)[0] ?? '');
  if ((isLongDash && !isAside && !isNameBefore) || isCalledPlace(place, rest))
    return { length: whole.length, place, agency: null, date: null };
  return null;
}

function isCalledPlace(place: string, text: string): boolean {
  const name = foldSpelling(place);
  return new RegExp(`(?<!\\p{L})${foldSpelling(kindsOfPlace)} ${name}`, 'u').test(foldSpelling(text));
}
