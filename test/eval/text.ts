import { readArticle } from '../../electron/engine/article/read-article.ts';
import type { ExtractedArticle } from '../../electron/contract/article.ts';
import { withoutLines } from '../../electron/engine/library/furniture/without-lines.ts';
import { LineCounts } from '../../electron/engine/library/furniture/line-counts.ts';
import { readPages, type Page } from './extraction.ts';
import { withoutAddresses } from '../../electron/engine/ingest/formats/text/without-addresses.ts';
import { mean } from './metrics.ts';
import { dumpsOf } from './text-dumps.ts';
import { overlapOf, shinglesOf, wordsOfBenchmark } from './shingles.ts';

/** What came of one page: F1 of the body read and of the whole page, and what was hidden that belongs to the article. */
export type PageResult = Readonly<{
  id: string;
  f1: number;
  wholeF1: number;
  /** Null where nobody said what is right. */
  headlineRight: boolean | null;
  headline: string;
  words: number;
  lostWords: number;
}>;

/** Of all pages together. */
export type TextScores = Readonly<{
  f1: number;
  headline: number;
  lost: number;
  words: number;
  worse: readonly PageResult[];
}>;

export const aims = { f1: 0.91, dumped: 0.88, headline: 0.85, lostShare: 1_130 / 77_191, worse: 0.05 };

const worstShown = 10;
/** Of the pages, those apart that nothing was tuned on: every third. */
const apart = 3;

/** Prints how well articles are read out of flattened pages; whether the aims are reached on the whole set. */
export async function textReport(dir: string, print: (line: string) => void): Promise<boolean> {
  const pages = await readPages(dir);
  const results = pages.map((page) => readPage(page));
  const whole = scoresOf(results);
  printScores('all pages', whole, results.length, print);
  const tuned = results.filter((page, at) => !isApart(page, at));
  const kept = results.filter(isApart);
  printScores('two thirds to tune on', scoresOf(tuned), tuned.length, print);
  printScores('the last third', scoresOf(kept), kept.length, print);
  const recurring = recurringIn(pages);
  const learned = pages.map((page) => readPage(page, recurring));
  printScores(
    `with ${String(recurring.size)} lines hidden that recur`,
    scoresOf(learned),
    learned.length,
    print,
  );
  print('worst pages (F1, whole page, words lost, headline):');
  for (const page of [...results].sort((one, two) => one.f1 - two.f1).slice(0, worstShown))
    print(
      `  ${page.id}  ${page.f1.toFixed(3)}  ${page.wholeF1.toFixed(3)}  ${String(page.lostWords)}  ${page.headline}`,
    );
  for (const page of results.filter(({ headlineRight }) => headlineRight === false))
    print(`  headline of ${page.id}: ${page.headline}`);
  const missed = [...missedAims(whole)];
  for await (const { program, pages: dumped } of dumpsOf(dir, pages)) {
    if (dumped === null) {
      print(`${program} is not installed: the same pages were not read through it`);
      continue;
    }
    const read = dumped.map((page) => readPage(page));
    const scores = scoresOf(read);
    printScores(`through ${program}`, scores, read.length, print);
    printScores(
      '  of these the last third',
      scoresOf(read.filter(isApart)),
      read.filter(isApart).length,
      print,
    );
    if (scores.f1 < aims.dumped)
      missed.push(`through ${program}: body F1 ${scores.f1.toFixed(3)} under ${String(aims.dumped)}`);
  }
  for (const aim of missed) print(`missed: ${aim}`);
  return missed.length === 0;
}

function isApart(_: PageResult, at: number): boolean {
  return at % apart === apart - 1;
}

/** The aims that some scores miss, each as a line. */
export function missedAims({ f1, headline, lost, words, worse }: TextScores): string[] {
  const missed: string[] = [];
  if (f1 < aims.f1) missed.push(`body F1 ${f1.toFixed(3)} under ${String(aims.f1)}`);
  if (headline < aims.headline)
    missed.push(`headlines right ${headline.toFixed(2)} under ${String(aims.headline)}`);
  if (lost > words * aims.lostShare)
    missed.push(`${String(lost)} of ${String(words)} words lost to furniture`);
  for (const page of worse) missed.push(`${page.id} is worse than its whole text`);
  return missed;
}

/** Reads one page as an import would, its name told nothing. */
export function readPage(page: Page, hidden: ReadonlySet<string> = new Set()): PageResult {
  const { id, text, body, headlines } = page;
  const { fields } = withoutLines(articleOf(page), hidden);
  const headline = squeezed(fields.headline);
  const left = shinglesOf(wordsOfBenchmark(fields.furniture.join('\n')));
  const shown = shinglesOf(wordsOfBenchmark(fields.body.join('\n')));
  let lostWords = 0;
  for (const [shingle, count] of shinglesOf(wordsOfBenchmark(body)))
    lostWords += Math.min(left.get(shingle) ?? 0, Math.max(0, count - (shown.get(shingle) ?? 0)));
  return {
    id,
    f1: overlapOf(body, fields.body.join('\n')).f1,
    wholeF1: overlapOf(body, text).f1,
    headlineRight: headlines.length === 0 ? null : headlines.map(squeezed).includes(headline),
    headline,
    words: wordsOfBenchmark(body).length,
    lostWords,
  };
}

function articleOf({ id, text }: Page): ExtractedArticle {
  return readArticle(withoutAddresses(text), { path: `${id}.txt`, fileTimeMs: 0, today: '2030-01-01' });
}

/** What a library would offer to hide if these pages were one source. */
function recurringIn(pages: readonly Page[]): ReadonlySet<string> {
  const counts = new LineCounts(new Set());
  for (const page of pages) counts.add(articleOf(page).fields);
  return new Set(counts.recurring().map(({ text }) => text));
}

export function scoresOf(results: readonly PageResult[]): TextScores {
  const judged = results.filter(({ headlineRight }) => headlineRight !== null);
  return {
    f1: mean(results.map(({ f1 }) => f1)),
    headline: mean(judged.map(({ headlineRight }) => (headlineRight === true ? 1 : 0))),
    lost: results.reduce((sum, { lostWords }) => sum + lostWords, 0),
    words: results.reduce((sum, { words }) => sum + words, 0),
    worse: results.filter(({ f1, wholeF1 }) => f1 < wholeF1 - aims.worse),
  };
}

function printScores(name: string, scores: TextScores, pages: number, print: (line: string) => void): void {
  const { f1, headline, lost, words, worse } = scores;
  print(
    `${name}: ${String(pages)} pages, body F1 ${f1.toFixed(3)}, headlines right ${headline.toFixed(2)}, ` +
      `${String(lost)} of ${String(words)} words lost to furniture, ${String(worse.length)} worse than their whole text`,
  );
}

function squeezed(text: string): string {
  return text.replace(/\s+/gu, ' ').trim();
}
