import { readArticle } from '../../electron/engine/article/read-article.ts';
import { readPages, type Page } from './extraction.ts';
import { mean } from './metrics.ts';
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

export const aims = { f1: 0.91, headline: 0.85, lostShare: 1_130 / 77_191, worse: 0.05 };

const worstShown = 10;
/** Of the pages, those apart that nothing was tuned on: every third. */
const apart = 3;

/** Prints how well articles are read out of flattened pages; whether the aims are reached on the whole set. */
export async function textReport(dir: string, print: (line: string) => void): Promise<boolean> {
  const results = (await readPages(dir)).map(readPage);
  const whole = scoresOf(results);
  printScores('all pages', whole, results.length, print);
  const tuned = results.filter((_, at) => at % apart !== apart - 1);
  const kept = results.filter((_, at) => at % apart === apart - 1);
  printScores('two thirds to tune on', scoresOf(tuned), tuned.length, print);
  printScores('the last third', scoresOf(kept), kept.length, print);
  print('worst pages (F1, whole page, words lost, headline):');
  for (const page of [...results].sort((one, two) => one.f1 - two.f1).slice(0, worstShown))
    print(
      `  ${page.id}  ${page.f1.toFixed(3)}  ${page.wholeF1.toFixed(3)}  ${String(page.lostWords)}  ${page.headline}`,
    );
  for (const page of results.filter(({ headlineRight }) => headlineRight === false))
    print(`  headline of ${page.id}: ${page.headline}`);
  const missed = missedAims(whole);
  for (const aim of missed) print(`missed: ${aim}`);
  return missed.length === 0;
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
export function readPage({ id, text, body, headlines }: Page): PageResult {
  const { fields } = readArticle(text, { path: `${id}.txt`, fileTimeMs: 0, today: '2030-01-01' });
  const headline = squeezed(fields.headline);
  const hidden = shinglesOf(wordsOfBenchmark(fields.furniture.join('\n')));
  const shown = shinglesOf(wordsOfBenchmark(fields.body.join('\n')));
  let lostWords = 0;
  for (const [shingle, count] of shinglesOf(wordsOfBenchmark(body)))
    lostWords += Math.min(hidden.get(shingle) ?? 0, Math.max(0, count - (shown.get(shingle) ?? 0)));
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
