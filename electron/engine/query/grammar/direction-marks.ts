/**
 * Characters that can't be seen and come along with what is pasted: marks, embeddings and isolates of direction, joiners of width 0,
 * and the byte order mark. The joiners of Persian and Indic letters are not among them.
 */
export const unseenClass = '\\u061c\\u200b\\u200e\\u200f\\u202a-\\u202e\\u2060\\u2066-\\u2069\\ufeff';
const anyUnseen = new RegExp(`[${unseenClass}]`);
const part = new RegExp(
  `(?:"[^"]*"?|“[^”"“]*[”"“]?|„[^“”"]*[“”"]?|«[^»]*»?)|[${unseenClass}]+|[^${unseenClass}"“„«]+|.`,
  'gsu',
);
const endsInWord = /[\p{L}\p{M}\p{N}_]$/u;
const beginsWord = /^[\p{L}\p{N}_]/u;

/** A text with a part of another left out. */
export type Shortened = Readonly<{
  text: string;
  /** The same stretch in the whole text. */
  inWhole: (stretch: Stretch) => Stretch;
}>;
type Stretch = Readonly<{ at: number; length: number }>;

/**
 * A query without the unseen characters around its words, fields, operators and brackets. Within a word and within
 * quotation marks they are the analyser's.
 */
export function withoutDirectionMarks(query: string): Shortened {
  if (!anyUnseen.test(query)) return { text: query, inWhole: (stretch) => stretch };
  const offsets: number[] = [];
  let text = '';
  for (const { 0: found, index } of query.matchAll(part)) {
    const isWithinWord = endsInWord.test(text) && beginsWord.test(query.slice(index + found.length));
    if (found.length > 0 && anyUnseen.test(found.charAt(0)) && !isWithinWord) continue;
    for (let at = 0; at < found.length; at += 1) offsets.push(index + at);
    text += found;
  }
  const inWhole = ({ at, length }: Stretch): Stretch => {
    const start = offsets[at] ?? query.length;
    const last = offsets[at + length - 1];
    return { at: start, length: last === undefined ? length : last + 1 - start };
  };
  return { text, inWhole };
}
