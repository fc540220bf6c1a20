import { isSentence } from '../words/sentence.ts';
import { word } from '../words/word.ts';
import type { Published } from '../contract/article.ts';
import { harmlessJson } from '../contract/harmless-json.ts';
import type { Hit } from '../contract/search.ts';

/**
 * Where a command's words go. `write` waits until the reader has taken them; `warn` is for what is no answer; `progress` stands on a
 * line of the terminal until the next one, or nothing, takes its place; after `fail` the exit status is 1, though the command was
 * carried out.
 */
export type Output = Readonly<{
  write(text: string): Promise<void>;
  warn(text: string): void;
  progress(text: string): void;
  fail(): void;
}>;

export async function printJson(output: Output, value: unknown): Promise<void> {
  await output.write(`${harmlessJson(JSON.stringify(value, worded))}\n`);
}

/** Sentences stand in JSON as they are read. */
function worded(_key: string, value: unknown): unknown {
  return isSentence(value) ? word(value) : value;
}

export function dateOf(published: Published | null): string {
  if (published === null) return 'no date';
  return published.guess === undefined
    ? published.date
    : `${published.date} (${published.guess.part} guessed)`;
}

/** A hit as a few lines for a terminal, marks in guillemets. */
export function hitLines(hit: Hit): string {
  const origin = [hit.place, hit.agency, dateOf(hit.published)].filter((part) => part !== null).join(' · ');
  const tags = hit.tags.length === 0 ? '' : `\n    [${plain(hit.tags.join('] ['))}]`;
  return `${String(hit.id).padStart(6)}  ${plain(hit.headline)}\n        ${plain(origin)}${tags}\n        ${plain(marked(hit))}\n`;
}

function marked({ snippet: { text, marks } }: Hit): string {
  let at = 0;
  let out = '';
  for (const [start, end] of marks) {
    out += `${text.slice(at, start)}«${text.slice(start, end)}»`;
    at = end;
  }
  return out + text.slice(at);
}

/** Article text is hostile, to a terminal too: its control characters would be obeyed. */
export function plain(text: string): string {
  return text.replace(/[\p{Cc}\u202a-\u202e\u2066-\u2069]/gu, ' ');
}
