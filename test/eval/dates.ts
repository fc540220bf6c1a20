import { readPage } from '../../electron/engine/article/html/read-page.ts';
import { readRecord } from '../../electron/engine/article/read-record.ts';
import { readByReadability } from './page-peers.ts';
import { readDatedPages, thirds, type DatedPage } from './pages.ts';
import { readByPython } from './python-peers.ts';

/** What came of one page: the day that was read, null for none, and where it was read. */
export type DateResult = Readonly<{ id: string; date: string; read: string | null; from: string }>;

export const dateAims = { right: 0.95, given: 0.9 };

/** Prints how well days of publication are read out of saved pages, beside other programs; whether the aims are reached on the whole set. */
export async function datesReport(dir: string, print: (line: string) => void): Promise<boolean> {
  const pages = await readDatedPages(dir);
  const results = pages.map(readDate);
  const { tuned, last } = thirds(results);
  printScores('all pages', results, print);
  printScores('two thirds to tune on', tuned, print);
  printScores('the last third', last, print);
  printScores(
    'Readability on jsdom',
    pages.map((page) => ofPeer(page, readByReadability(page.html).date)),
    print,
  );
  const python = await readByPython(pages);
  if (python === null) print('no Python with pip: htmldate and newspaper4k were not asked');
  for (const [program, readings] of python ?? [])
    if (readings.some(({ date }) => date !== null))
      printScores(
        program,
        pages.map((page, at) => ofPeer(page, readings[at]?.date ?? null)),
        print,
      );
  for (const { id, date, read, from } of results)
    if (read !== date) print(`  ${id}: ${date}, ${read === null ? 'missing' : `read as ${read} (${from})`}`);
  const missed = missedDateAims(results);
  for (const aim of missed) print(`missed: ${aim}`);
  return missed.length === 0;
}

/** Reads one page as an import would that knows its address. A month alone is no day, and the time of a file no date of publication. */
function readDate({ id, html, url, date }: DatedPage): DateResult {
  const context = { path: 'page.html', fileTimeMs: 0, today: '2030-01-01', url };
  const { text, said } = readPage(html, context);
  const { published } = readRecord(text, said, context).fields;
  const isDay = published !== null && published.date.length >= 10;
  return { id, date, read: isDay ? published.date.slice(0, 10) : null, from: published?.from ?? '' };
}

function ofPeer({ id, date }: DatedPage, read: string | null): DateResult {
  return { id, date, read, from: '' };
}

type DateScores = Readonly<{ given: number; right: number; wrong: number; pages: number }>;

export function dateScoresOf(results: readonly DateResult[]): DateScores {
  const given = results.filter(({ read }) => read !== null);
  const right = given.filter(({ read, date }) => read === date).length;
  return { given: given.length, right, wrong: given.length - right, pages: results.length };
}

/** The aims that the whole set misses, each as a line. */
export function missedDateAims(results: readonly DateResult[]): string[] {
  const { given, right, pages } = dateScoresOf(results);
  const missed: string[] = [];
  if (right < given * dateAims.right) missed.push(`${String(right)} of ${String(given)} dates right`);
  if (given < pages * dateAims.given) missed.push(`a date for ${String(given)} of ${String(pages)} pages`);
  return missed;
}

function printScores(name: string, results: readonly DateResult[], print: (line: string) => void): void {
  const { given, right, wrong, pages } = dateScoresOf(results);
  print(
    `${name}: ${String(pages)} pages, given ${(given / pages).toFixed(3)}, right of those given ` +
      `${(given === 0 ? 0 : right / given).toFixed(3)}: ${String(right)} right, ${String(wrong)} wrong, ${String(pages - given)} missing`,
  );
}
