import { charCode } from '../text/char-code.ts';
import type { Line } from '../text/lines.ts';

const maxWordLength = 28;
/** A hyphen, the one that is nothing else, a soft one, and the sign that old word processors put for it. */
const breakMarks = new Set([0x2d, 0x2010, 0xad, 0xac]);

/** An address, a date, and a link whose words a converter has joined. */
const notAWord = /^(?:https?:|\d{4}-|\S+_\S+_)/u;

export const sentenceEnd = /[.!?…。！？؟۔][)\]»"'”’›\s]*$/u;

/** The column after a line. */
export function rightOf({ start, end, indent }: Line): number {
  return indent + end - start;
}

/** Whether a line had no room for the first word of the next. */
export function isFull(text: string, line: Line, next: Line, width: number): boolean {
  const length = firstWordLength(text, next);
  return length !== null && rightOf(line) + 1 + length >= width - 2;
}

/** Null of what is no word, which shows nothing of how full the line above was. */
export function firstWordLength(text: string, line: Line): number | null {
  let wordEnd = line.start;
  while (wordEnd < line.end && charCode(text, wordEnd) > 0x20) wordEnd++;
  const word = text.slice(line.start, Math.min(wordEnd, line.start + maxWordLength + 1));
  return word.length > maxWordLength || notAWord.test(word) ? null : wordEnd - line.start;
}

export function beginsSmall(text: string, line: Line): boolean {
  return /^\p{Ll}/u.test(text.slice(line.start, line.start + 2));
}

export function hasSmall(text: string, run: readonly Line[]): boolean {
  return run.some(({ start, end }) => /\p{Ll}{2}/u.test(text.slice(start, end)));
}

export function endsSentence(text: string, line: Line): boolean {
  return sentenceEnd.test(text.slice(Math.max(line.start, line.end - 8), line.end));
}

/** Whether a line ends within a word: no paragraph ends there, however uneven its lines are. */
export function breaksWord(text: string, line: Line, next: Line): boolean {
  if (!breakMarks.has(charCode(text, line.end - 1))) return false;
  return /\p{L}/u.test(text.charAt(line.end - 2)) && beginsSmall(text, next);
}
