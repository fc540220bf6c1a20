import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { checkout } from '../../electron/dev/checkout.ts';
import { explain } from '../../electron/dev/explain.ts';
import { createEngine } from '../../electron/engine/create-engine.ts';
import { openCorpus, type Corpus, type CorpusChoice } from './corpus.ts';
import { timeFinding, type FindingKind, type FindingTimes } from './finding/time-finding.ts';
import { importOnce } from './import-once.ts';
import { serveJob } from './jobs/do-job.ts';
import { jobArgument } from './jobs/run-job.ts';
import { describeMachine } from './machine.ts';
import { percentilesOf, type Percentiles } from './percentiles.ts';
import { makeQueryLog } from './query-log/make-query-log.ts';
import { machineLine, table } from './report.ts';
import { WorkFolder } from './work-folder.ts';

// npm run bench:finding -- [--articles N] [--seed S] [--queries Q] [--library DIR] [--json FILE]
// What the search view asks for beside an answer. DIR keeps the articles and the library for the next run.

const isJob = process.argv.includes(jobArgument);
const namesCounted = 500;
const linesSorted = 100_000;

const { values } = parseArgs({
  args: isJob ? [] : process.argv.slice(2),
  options: {
    articles: { type: 'string', default: '100000' },
    seed: { type: 'string', default: '1' },
    queries: { type: 'string', default: '40' },
    library: { type: 'string' },
    json: { type: 'string' },
  },
});

/** What each is called, and what it may take at most at so many articles; of which share of all times. */
const aims: Readonly<
  Record<FindingKind, Readonly<{ name: string; most: number; of: keyof Percentiles; at: number }>>
> = {
  facets: { name: 'facets of an answer, all at once', most: 20, of: 'p95', at: 1_000_000 },
  timeline: { name: 'timeline of an answer', most: 20, of: 'p95', at: 1_000_000 },
  suggestions: { name: 'suggestions for one to four letters', most: 30, of: 'p95', at: 100_000 },
  'more like this': { name: 'more like this, with its answer', most: 100, of: 'p95', at: 100_000 },
  'first lines': { name: 'first 200 lines of a concordance', most: 200, of: 'p95', at: 100_000 },
  'all lines': { name: '100,000 lines, sorted', most: 2_000, of: 'worst', at: 100_000 },
  batch: { name: '500 names counted', most: 5_000, of: 'worst', at: 100_000 },
};

function print(times: FindingTimes, articles: number): void {
  const rows = (Object.keys(aims) as FindingKind[]).map((kind) => {
    const { name, most, of, at } = aims[kind];
    const found = percentilesOf(times[kind].map(({ ms }) => ms));
    const cpu = percentilesOf(times[kind].map(({ cpuMs }) => cpuMs));
    const shown = [found?.p50, found?.p95, found?.worst, cpu?.p50, cpu?.p95].map(
      (ms) => ms?.toFixed(1) ?? '',
    );
    const held = found === null ? 'not measured' : found[of] <= most ? 'met' : 'missed';
    const verdict = articles < at && held === 'met' ? 'not measured at this size' : held;
    const aim = `${String(most)} ms ${of === 'worst' ? '' : `${of} `}at ${at.toLocaleString('en')}`;
    return [name, String(times[kind].length), ...shown, aim, verdict];
  });
  console.log(
    `\n${table([['ms', 'times', 'p50', 'p95', 'worst', 'processor p50', 'p95', 'aim', ''], ...rows])}`,
  );
}

/** Phrases of two words out of the articles themselves, as a list of names has them. */
function namesOf(corpus: Corpus, seed: number): string[] {
  const { queries } = makeQueryLog(corpus, namesCounted * 12, seed + 1);
  const phrases = queries.filter(({ kind }) => kind === 'phrase').map(({ text }) => text);
  return phrases.slice(0, namesCounted);
}

async function runBenchmark(): Promise<void> {
  console.log(machineLine(describeMachine()));
  const articles = Number(values.articles);
  const seed = Number(values.seed);
  const choice: CorpusChoice = { kind: 'generated', seed, articles };
  const corpus = openCorpus(choice);
  const folder = new WorkFolder(values.library ?? null);
  await importOnce(folder, choice, corpus);
  const { queries } = makeQueryLog(corpus, Number(values.queries), seed);
  const engine = await createEngine({
    libraryDir: folder.libraryDir,
    threadsUrl: pathToFileURL(join(checkout, 'dist/engine/threads/')),
    clock: () => performance.now(),
    log: () => undefined,
  });
  try {
    await engine.api.importFinished({});
    const times = await timeFinding(engine.api, {
      queries: queries.filter(({ grammar }) => grammar === 'news').map(({ text }) => text),
      names: namesOf(corpus, seed),
      frequent: 'the OR said',
      lines: linesSorted,
    });
    print(times, articles);
    if (values.json !== undefined) {
      writeFileSync(
        values.json,
        `${JSON.stringify({ machine: describeMachine(), articles, times }, null, 2)}\n`,
      );
    }
  } finally {
    await engine.close();
  }
}

if (isJob) serveJob();
else await explain(runBenchmark);
