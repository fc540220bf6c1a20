import { readPage } from '../../electron/engine/article/html/read-page.ts';
import { readRecord } from '../../electron/engine/article/read-record.ts';
import { mean } from './metrics.ts';
import { processorMs, readByReadability, type PeerReading } from './page-peers.ts';
import { readSavedPages, thirds, type SavedPage } from './pages.ts';
import { readByPython } from './python-peers.ts';
import { overlapOf } from './shingles.ts';

/** What came of one page. Null where nobody said which headline is right. */
export type HtmlResult = Readonly<{
  id: string;
  f1: number;
  /** Of what was read, how much is of the article: what is missing from 1 is wrong. */
  precision: number;
  /** Of the article, how much was read: what is missing from 1 is missing. */
  recall: number;
  headline: string;
  headlineRight: boolean | null;
}>;

export const htmlAims = { f1: 0.965, headline: 0.93, timeOfReadability: 1 / 3 };
const worstShown = 10;
/** The first pages make the engine compile what it runs; they are read once before anything is timed. */
const rehearsed = 20;

/** Prints how well articles are read out of saved pages, beside other programs; whether the aims are reached on the whole set. */
export async function htmlReport(dir: string, print: (line: string) => void): Promise<boolean> {
  const pages = await readSavedPages(dir);
  for (const { html } of pages.slice(0, rehearsed)) {
    readHtml(html, '');
    readByReadability(html);
  }
  const own: PeerReading[] = [];
  const peer: PeerReading[] = [];
  const ownMs = processorMs(() => pages.forEach(({ html, id }) => own.push(readHtml(html, id))));
  const peerMs = processorMs(() => pages.forEach(({ html }) => peer.push(readByReadability(html))));
  const results = pages.map((page, at) => judge(page, own[at]));
  const { tuned, last } = thirds(results);
  printScores('all pages', results, print);
  printScores('two thirds to tune on', tuned, print);
  printScores('the last third', last, print);
  printScores(
    'Readability on jsdom',
    pages.map((page, at) => judge(page, peer[at])),
    print,
  );
  const python = await readByPython(pages.map(({ html }) => ({ html, url: '' })));
  if (python === null) print('no Python with pip: trafilatura and newspaper4k were not asked');
  for (const [program, readings] of python ?? [])
    if (readings.some(({ body }) => body !== ''))
      printScores(
        program,
        pages.map((page, at) => judge(page, readings[at])),
        print,
      );
  const time = ownMs / peerMs;
  print(
    `processor time of a page: ${(ownMs / pages.length).toFixed(1)} ms, Readability on jsdom ` +
      `${(peerMs / pages.length).toFixed(1)} ms: ${time.toFixed(2)} of it`,
  );
  print('worst pages (F1, precision, recall, headline):');
  for (const { id, f1, precision, recall, headline } of [...results]
    .sort((one, two) => one.f1 - two.f1)
    .slice(0, worstShown))
    print(`  ${id}  ${f1.toFixed(3)}  ${precision.toFixed(3)}  ${recall.toFixed(3)}  ${headline}`);
  for (const { id, headline } of results.filter(({ headlineRight }) => headlineRight === false))
    print(`  headline of ${id}: ${headline}`);
  const missed = missedHtmlAims(results, time);
  for (const aim of missed) print(`missed: ${aim}`);
  return missed.length === 0;
}

/** Reads one page as an import would, its name told nothing. */
function readHtml(html: string, id: string): PeerReading {
  const context = { path: `${id}.html`, fileTimeMs: 0, today: '2030-01-01' };
  const { text, said } = readPage(html, context);
  const { fields } = readRecord(text, said, context);
  return { body: fields.body.join('\n'), headline: fields.headline, date: fields.published?.date ?? null };
}

export function judge({ id, body, headlines }: SavedPage, reading: PeerReading | undefined): HtmlResult {
  const headline = squeezed(reading?.headline ?? '');
  return {
    id,
    ...overlapOf(body, reading?.body ?? ''),
    headline,
    headlineRight: headlines.length === 0 ? null : headlines.map(squeezed).includes(headline),
  };
}

/** The aims that the whole set misses, each as a line. `time`: processor time, as a part of Readability's on jsdom. */
export function missedHtmlAims(results: readonly HtmlResult[], time: number): string[] {
  const { f1, headline } = scoresOf(results);
  const missed: string[] = [];
  if (f1 < htmlAims.f1) missed.push(`body F1 ${f1.toFixed(3)} under ${String(htmlAims.f1)}`);
  if (headline < htmlAims.headline)
    missed.push(`headlines right ${headline.toFixed(3)} under ${String(htmlAims.headline)}`);
  if (time > htmlAims.timeOfReadability)
    missed.push(`processor time ${time.toFixed(2)} of Readability on jsdom`);
  return missed;
}

function scoresOf(results: readonly HtmlResult[]): Readonly<{ f1: number; headline: number }> {
  const judged = results.filter(({ headlineRight }) => headlineRight !== null);
  return {
    f1: mean(results.map(({ f1 }) => f1)),
    headline: mean(judged.map(({ headlineRight }) => (headlineRight === true ? 1 : 0))),
  };
}

function printScores(name: string, results: readonly HtmlResult[], print: (line: string) => void): void {
  const { f1, headline } = scoresOf(results);
  print(
    `${name}: ${String(results.length)} pages, body F1 ${f1.toFixed(3)}, of what was read wrong ` +
      `${(1 - mean(results.map(({ precision }) => precision))).toFixed(3)}, of the article missing ` +
      `${(1 - mean(results.map(({ recall }) => recall))).toFixed(3)}, headlines right ${headline.toFixed(3)}`,
  );
}

function squeezed(text: string): string {
  return text.replace(/\s+/gu, ' ').trim();
}
