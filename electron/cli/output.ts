import type { Published } from '../contract/article.ts';
import type { Hit } from '../contract/search.ts';

/** Where a command's words go. `write` waits until the reader has taken them; `warn` is for what is no answer. */
export type Output = Readonly<{ write(text: string): Promise<void>; warn(text: string): void }>;

export async function printJson(output: Output, value: unknown): Promise<void> {
  await output.write(`${JSON.stringify(value)}\n`);
}

export function dateOf(published: Published | null): string {
  return published === null ? 'no date' : published.date;
}

/** A hit as a few lines for a terminal, marks in guillemets. */
export function hitLines(hit: Hit): string {
  const origin = [hit.place, hit.agency, dateOf(hit.published)].filter((part) => part !== null).join(' · ');
  const tags = hit.tags.length === 0 ? '' : `\n    [${hit.tags.join('] [')}]`;
  return `${String(hit.id).padStart(6)}  ${plain(hit.headline)}\n        ${origin}${tags}\n        ${plain(marked(hit))}\n`;
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
