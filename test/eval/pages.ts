import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { linesOf } from './extraction.ts';

/** A saved page with what its article is, and the headlines that count as right (none: nobody said). */
export type SavedPage = Readonly<{ id: string; html: string; body: string; headlines: readonly string[] }>;

/** A saved page with its address and the day on which it was published. */
export type DatedPage = Readonly<{ id: string; html: string; url: string; date: string }>;

type Truth = Readonly<{ id: string; body: string }>;
type Headlines = Readonly<{ id: string; headlines: readonly string[] }>;

/** Reads `truth.jsonl`, `headlines.jsonl` and `html/ID.html` of a folder, in the order of the truth. */
export async function readSavedPages(dir: string): Promise<SavedPage[]> {
  const headlines = new Map<string, readonly string[]>();
  for (const line of await linesOf<Headlines>(join(dir, 'headlines.jsonl')))
    headlines.set(line.id, line.headlines);
  const pages: SavedPage[] = [];
  for (const { id, body } of await linesOf<Truth>(join(dir, 'truth.jsonl'))) {
    const path = join(dir, 'html', `${id}.html`);
    if (!existsSync(path)) continue;
    pages.push({ id, html: await readFile(path, 'utf8'), body, headlines: headlines.get(id) ?? [] });
  }
  if (pages.length === 0) throw new Error(`${dir}: no page of truth.jsonl is in its folder html`);
  return pages;
}

/** Reads the pages of `eval_default.json` (`{url: {file, date}}`) that are in the folder `cache`. */
export async function readDatedPages(dir: string): Promise<DatedPage[]> {
  const truth = JSON.parse(await readFile(join(dir, 'eval_default.json'), 'utf8')) as Record<
    string,
    Readonly<{ file: string; date: string }>
  >;
  const pages: DatedPage[] = [];
  for (const [url, { file, date }] of Object.entries(truth)) {
    const path = join(dir, 'cache', file);
    if (existsSync(path)) pages.push({ id: file, html: await readFile(path, 'utf8'), url, date });
  }
  if (pages.length === 0) throw new Error(`${dir}: no page of eval_default.json is in its folder cache`);
  return pages;
}

/** Two thirds of some things, which rules may be tuned on, and the last third, which they are tried on. */
export function thirds<T>(all: readonly T[]): Readonly<{ tuned: readonly T[]; last: readonly T[] }> {
  return { tuned: all.filter((_, at) => at % 3 !== 2), last: all.filter((_, at) => at % 3 === 2) };
}
