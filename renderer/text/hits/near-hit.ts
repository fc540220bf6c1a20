import type { Snippet } from '../../../electron/contract/search.ts';

/** Where a passage may begin that is cut: before a word, or before any character of a script that has no spaces. */
const beginnings =
  /(?<=\s)\S|[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}]/gu;

/** A passage whose first hit stands at most `before` units behind its beginning, for a line that shows no more of it. */
export function nearFirstHit(snippet: Snippet, before: number): Snippet {
  const first = snippet.marks[0]?.[0] ?? 0;
  if (first <= before) return snippet;
  beginnings.lastIndex = first - before;
  const cut = Math.min(beginnings.exec(snippet.text)?.index ?? first, first);
  return {
    text: `…${snippet.text.slice(cut)}`,
    marks: snippet.marks.map(([start, end]) => [start - cut + 1, end - cut + 1] as const),
  };
}
