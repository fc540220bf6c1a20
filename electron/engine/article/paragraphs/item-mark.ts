import { charCode } from '../text/char-code.ts';

const longestMark = 6;
const itemMark = /^[*+•·▪□■◦●–-][ \u00a0\t]+(?=\S)/u;

const marks = new Set(Array.from('*+•·▪□■◦●–-', (mark) => mark.charCodeAt(0)));

/** How long the mark and the space in front of a list's item are; 0 where a line is none. */
export function itemMarkLength(text: string, start: number, end: number): number {
  if (!marks.has(charCode(text, start))) return 0;
  return itemMark.exec(text.slice(start, Math.min(end, start + longestMark)))?.[0].length ?? 0;
}
