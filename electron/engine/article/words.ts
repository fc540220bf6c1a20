import { unitAt } from './unit-at.ts';
import { letter, pair, unitKinds, unspaced, wordCharacter } from './unit-kinds.ts';

const unspacedCharacters = /[\u0e00-\u0eff\u3040-\u30ff\u3400-\u9fff]/g;
const lastOfBasicPlane = 0xffff;
const astralWordCharacter = /[\p{L}\p{N}]/u;
const firstHalf = /[\ud800-\udbff]/;

/** The number of words of a text: runs of letters and digits (`[\p{L}\p{N}]+`). */
export function countWords(text: string): number {
  const { length } = text;
  let words = 0;
  let inside = 0;
  let seen = 0;
  // Without a branch in it, for one that can't be foreseen takes as long as ten steps of the loop.
  for (let at = 0; at < length; at++) {
    const kinds = unitKinds[unitAt(text, at)] ?? 0;
    const part = kinds & wordCharacter;
    words += part & ~inside;
    inside = part;
    seen |= kinds;
  }
  return (seen & pair) === 0 ? words : countWithPairs(text);
}

function countWithPairs(text: string): number {
  const { length } = text;
  let words = 0;
  let inside = false;
  for (let at = 0; at < length; at++) {
    const point = text.codePointAt(at) ?? 0;
    const isPart =
      point > lastOfBasicPlane
        ? astralWordCharacter.test(String.fromCodePoint(point))
        : ((unitKinds[point] ?? 0) & wordCharacter) !== 0;
    if (isPart && !inside) words++;
    inside = isPart;
    if (point > lastOfBasicPlane) at++;
  }
  return words;
}

/** The number of words of a text; every two characters of a script without spaces count as a word. */
export function weightOf(text: string): number {
  const { length } = text;
  let words = 0;
  let characters = 0;
  let inside = 0;
  let seen = 0;
  for (let at = 0; at < length; at++) {
    const kinds = unitKinds[unitAt(text, at)] ?? 0;
    const alone = (kinds & unspaced) === 0 ? 0 : 1;
    const part = kinds & wordCharacter & ~alone;
    characters += alone;
    words += part & ~inside;
    inside = part;
    seen |= kinds;
  }
  const spaced = (seen & pair) === 0 ? words : countWords(text.replace(unspacedCharacters, ' '));
  return spaced + characters / 2;
}

/** Calls back for each run of characters of a kind (`letter`, `wordCharacter`), in order: `[start, end)`. */
export function eachRun(text: string, kind: number, visit: (start: number, end: number) => void): void {
  if (firstHalf.test(text)) {
    const runs = text.matchAll(kind === letter ? /\p{L}+/gu : /[\p{L}\p{N}]+/gu);
    for (const { index, 0: run } of runs) visit(index, index + run.length);
    return;
  }
  const { length } = text;
  let start = -1;
  for (let at = 0; at < length; at++) {
    const isPart = ((unitKinds[unitAt(text, at)] ?? 0) & kind) !== 0;
    if (isPart === start >= 0) continue;
    if (start >= 0) visit(start, at);
    start = isPart ? at : -1;
  }
  if (start >= 0) visit(start, length);
}

/** The words of a short text, as written. */
export function wordsOf(text: string): string[] {
  return text.match(/[\p{L}\p{N}]+/gu) ?? [];
}
