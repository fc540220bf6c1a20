import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { isMainThread } from 'node:worker_threads';
import { explain } from '../../electron/dev/explain.ts';
import { evaluateBudgets } from './budgets.ts';
import { openCorpus, type CorpusChoice } from './corpus.ts';
import { figuresOf } from './figures.ts';
import { serveJob } from './jobs/do-job.ts';
import { jobArgument } from './jobs/run-job.ts';
import { describeMachine } from './machine.ts';
import { measure, systemNames, type Measurements, type SystemName } from './measure.ts';
import { makeQueryLog } from './query-log/make-query-log.ts';
import { budgetTable, intakeTable, machineLine, queryTable } from './report.ts';
import { serveBuilding } from './systems/building-worker.ts';
import { WorkFolder } from './work-folder.ts';

// npm run bench -- [--articles N] [--corpus DIR] [--seed S] [--queries Q] [--systems ours,fts5,…] [--keep DIR] [--json FILE]

const defaultArticles = 10_000;

function readOptions() {
  const { values } = parseArgs({
    options: {
      articles: { type: 'string' },
      corpus: { type: 'string' },
      seed: { type: 'string', default: '1' },
      queries: { type: 'string', default: '300' },
      systems: { type: 'string', default: systemNames.join(',') },
      keep: { type: 'string' },
      json: { type: 'string' },
    },
  });
  const systems = values.systems.split(',').map((name) => {
    const known = systemNames.find((system) => system === name);
    if (known === undefined) throw new Error(`no system ${name}: there are ${systemNames.join(', ')}`);
    return known;
  });
  return {
    choice: choiceOf(values.corpus, values.articles, wholeNumber('seed', values.seed)),
    seed: wholeNumber('seed', values.seed),
    queries: wholeNumber('queries', values.queries),
    systems: new Set<SystemName>(systems),
    keep: values.keep ?? null,
    json: values.json ?? null,
  };
}

function wholeNumber(name: string, text: string): number {
  const number = Number(text);
  if (!Number.isSafeInteger(number) || number < 0) throw new Error(`--${name} takes a whole number`);
  return number;
}

function choiceOf(dir: string | undefined, articles: string | undefined, seed: number): CorpusChoice {
  const count = articles === undefined ? null : wholeNumber('articles', articles);
  if (dir !== undefined) return { kind: 'folder', dir: resolve(dir), articles: count };
  return { kind: 'generated', seed, articles: count ?? defaultArticles };
}

function printQueries(measured: Measurements): void {
  const { search, fts5, lunr, minisearch } = measured;
  const described = [
    [`ours (${whatIs(search?.result.segments, 'segments')})`, search?.result.queries],
    ['FTS5', fts5?.result.queries],
    [`stock Lunr (${whatIs(lunr?.result.articles, 'articles')})`, lunr?.result.queries],
    [`MiniSearch (${whatIs(minisearch?.result.articles, 'articles')})`, minisearch?.result.queries],
  ] as const;
  for (const [name, queries] of described) {
    if (queries === undefined || queries === null) continue;
    console.log(`\n${queryTable(name, queries)}`);
    const slowest = queries.slowest.map(({ text, ms }) => `${text} ${ms.toFixed(0)} ms`);
    console.log(`slowest: ${slowest.join('; ')}`);
    if (queries.unasked > 0)
      console.log(`time was over before ${whatIs(queries.unasked, 'queries')} were asked`);
  }
}

function whatIs(count: number | undefined, of: string): string {
  return `${(count ?? 0).toLocaleString('en')} ${of}`;
}

function printNotes({
  imported,
  search,
  cold,
  building,
  fts5,
  lunr,
  minisearch,
  recoll,
  recollMissing,
}: Measurements): void {
  if (imported?.isKept === true)
    console.log('the library was kept from an earlier run; its import is reported again');
  if (recollMissing !== null) console.log(recollMissing);
  if (recoll !== null) console.log(recoll.description);
  for (const build of [building, fts5, lunr, minisearch]) {
    if (build === null) continue;
    const { description, stopped, articles, size } = build.result;
    const bore = stopped === null ? '' : `; bore ${articles.toLocaleString('en')} articles: ${stopped}`;
    console.log(description + bore + (size.note === null ? '' : `; ${size.note}`));
  }
  if (search !== null) {
    const { searching, idle } = search.memory;
    const [peak, rest] = [searching?.peakMb ?? Number.NaN, idle?.lastMb ?? Number.NaN];
    console.log(
      `ours while searching: ${peak.toFixed(0)} MB at its peak, ${rest.toFixed(0)} MB idle (RssAnon)`,
    );
  }
  if (cold !== null) {
    const { isCold, firstPage, word } = cold;
    console.log(
      `ours from createEngine, page cache ${isCold ? 'emptied' : 'left as it was (only root may empty it)'}: ` +
        `first page ${firstPage.ms.toFixed(0)} ms, answer to a word ${word.ms.toFixed(0)} ms`,
    );
  }
}

async function runBenchmark(): Promise<void> {
  const { choice, seed, queries, systems, keep, json } = readOptions();
  const machine = describeMachine();
  console.log(machineLine(machine));
  const corpus = openCorpus(choice);
  const { articles } = corpus;
  if (articles === 0) throw new Error('there are no articles to measure with');
  const folder = new WorkFolder(keep);
  try {
    const files = folder.files(choice, corpus);
    const from = choice.kind === 'folder' ? choice.dir : `invented, seed ${String(seed)}`;
    const megabytes = (files.bytes / 1e6).toFixed(1);
    console.log(`${articles.toLocaleString('en')} articles (${from}), ${megabytes} MB in ${files.folder}`);
    const log = makeQueryLog(corpus, queries, seed);
    const task = { choice, articles, files, folder, log, say: (line: string) => console.log(`… ${line}`) };
    const measured = await measure(task, systems);
    const budgets = evaluateBudgets(figuresOf(measured, articles, files.bytes));
    console.log(`\n${intakeTable(measured, files.bytes)}\n`);
    printNotes(measured);
    printQueries(measured);
    console.log(`\n${budgetTable(budgets)}`);
    if (json !== null) {
      const report = { machine, choice, seed, articles, textBytes: files.bytes, queries: log.queries.length };
      writeFileSync(json, `${JSON.stringify({ ...report, budgets, measured }, null, 2)}\n`);
    }
  } finally {
    folder.close();
  }
}

if (!isMainThread) serveBuilding();
else if (process.argv.includes(jobArgument)) serveJob();
else await explain(runBenchmark);
