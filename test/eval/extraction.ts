import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** A saved page as text, what its article is, and the headlines that count as right (none: nobody said). */
export type Page = Readonly<{ id: string; text: string; body: string; headlines: readonly string[] }>;

type Truth = Readonly<{ id: string; body: string }>;
type Headlines = Readonly<{ id: string; headlines: readonly string[] }>;

/** Reads `truth.jsonl`, `headlines.jsonl` and `flattened/ID.txt` of a folder, in the order of the truth. */
export async function readPages(dir: string): Promise<Page[]> {
  const headlines = new Map<string, readonly string[]>();
  for (const line of await linesOf<Headlines>(join(dir, 'headlines.jsonl')))
    headlines.set(line.id, line.headlines);
  const pages: Page[] = [];
  for (const { id, body } of await linesOf<Truth>(join(dir, 'truth.jsonl'))) {
    const path = join(dir, 'flattened', `${id}.txt`);
    if (!existsSync(path)) continue;
    pages.push({ id, text: await readFile(path, 'utf8'), body, headlines: headlines.get(id) ?? [] });
  }
  if (pages.length === 0) throw new Error(`${dir}: no page of truth.jsonl is in its folder flattened`);
  return pages;
}

/** The JSON values of a file with one on each line. */
export async function linesOf<T>(path: string): Promise<T[]> {
  const lines: T[] = [];
  for (const line of (await readFile(path, 'utf8')).split('\n'))
    if (line.trim() !== '') lines.push(JSON.parse(line) as T);
  return lines;
}
