import { sentence, type Sentence } from '../../../../words/sentence.ts';
const minLetters = 60;
const maxAlone = 0.4;
const maxUnknown = 0.15;
/** In these a word of one letter is nothing unusual, or words have no spaces between them. */
const unspaced =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;

/**
 * Why what was read is none that anybody could search, or null: fonts can show letters without saying which they are, or set
 * each of them apart.
 */
export function unreadableReason(paragraphs: readonly string[]): Sentence | null {
  let letters = 0;
  let unknown = 0;
  let words = 0;
  let alone = 0;
  for (const paragraph of paragraphs) {
    for (const letter of paragraph) {
      if (/\s/.test(letter)) continue;
      letters++;
      // Fonts without names for their letters put them where Unicode has none.
      if (letter === '\ufffd' || /[\p{Co}\p{Cn}]/u.test(letter)) unknown++;
    }
    if (unspaced.test(paragraph)) continue;
    for (const word of paragraph.split(/\s+/)) {
      if (!/\p{L}/u.test(word)) continue;
      words++;
      if ([...word].length === 1) alone++;
    }
  }
  if (letters < minLetters) return null;
  if (unknown > letters * maxUnknown) return sentence('file.fonts-unnamed');
  return alone > words * maxAlone ? sentence('file.fonts-apart') : null;
}
