import { splitLines, unwrap, type Line } from './lines.ts';

/**
 * A hyphen, a soft one, or the sign that old word processors put for it. It is looked for first and the letter before it
 * behind: looking for a letter stops at each of a text.
 */
const brokenWord = /[-‐­¬](?<=\p{L}[-‐­¬])[^\S\n]*\r?\n\s*\p{Ll}/u;
const wordAtEnd = /([\p{L}\p{M}]+)([-‐­¬])$/u;
const wordAtStart = /^\p{Ll}[\p{L}\p{M}]*/u;
const longestWord = 40;
/** First parts of compounds that keep their hyphen when a line breaks behind it. */
const firstParts = new Set(
  (
    'a all anti best co cross e ex far first fourth fifth five four full half hard high ill in inter left long low mid middle multi near new non off old on one open out over part post pre pro quasi re right ' +
    'second self semi seven short six so soft still sub ten third three top two twice under up vice well wide world year ' +
    'est sont peut doit dit c qu d l n s j t sous demi nord sud arc grand petit semi austro anglo franco euro afro'
  ).split(' '),
);

/** A stretch of text as one line, like `unwrap`, and words that were broken at the ends of its lines whole again. */
export function joinLines(stretch: string, text: string): string {
  if (!stretch.includes('\n') || !brokenWord.test(stretch)) return unwrap(stretch);
  const { lines } = splitLines(stretch, 0, Infinity);
  let joined = '';
  for (const line of lines) {
    const next = written(stretch, line);
    joined = joined === '' ? next : joinTwo(joined, next, text);
  }
  return joined;
}

function written(stretch: string, { start, end }: Line): string {
  return stretch.slice(start, end);
}

function joinTwo(before: string, next: string, text: string): string {
  const [end, first, hyphen] = wordAtEnd.exec(before.slice(-longestWord)) ?? [];
  const rest = wordAtStart.exec(next)?.[0];
  if (end === undefined || first === undefined || rest === undefined) return `${before} ${next}`;
  const whole = `${before.slice(0, -1)}${next}`;
  // Only a hyphen that can be seen may have been there before the line was broken.
  if (hyphen !== '-' && hyphen !== '‐') return whole;
  return keepsHyphen(first, rest, text) ? `${before}${next}` : whole;
}

function keepsHyphen(first: string, rest: string, text: string): boolean {
  if (text.includes(first + rest)) return false;
  return text.includes(`${first}-${rest}`) || firstParts.has(first.toLowerCase());
}
