import type { ByteSource } from '../byte-source.ts';
import { headText, isMarkup } from './head-text.ts';

/** The first element of a file of XML or SGML: its name without a prefix, and its tag as written. */
export type Opening = Readonly<{ name: string; tag: string }>;

const spaces = /[\s\0]+/y;
const prologue = /<\?[^>]*>|<!--[^]*?-->|<!DOCTYPE\b(?:[^>"'[]|"[^"]*"|'[^']*'|\[[^\]]*\])*>/iy;
const openingTag = /<(?:[\w.-]{1,64}:)?([A-Za-z_][\w.-]{0,64})(?=[\s/>])[^<>]{0,4000}/y;

/** The opening of a file; null when it is neither XML nor SGML. */
export function openingOf(input: ByteSource): Opening | null {
  // Nearly all files that are asked about end here.
  if (!isMarkup(input)) return null;
  const text = headText(input);
  for (let at = 0; ;) {
    openingTag.lastIndex = at;
    const match = openingTag.exec(text);
    if (match !== null) return { name: match[1] ?? '', tag: match[0] };
    const next = endOf(spaces, text, endOf(prologue, text, at));
    if (next === at) break;
    at = next;
  }
  return null;
}

function endOf(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : at;
}
