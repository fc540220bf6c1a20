import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { isMainThread } from 'node:worker_threads';
import { explain } from '../../electron/dev/explain.ts';
import { runAgainst } from './against/run-against.ts';
import { serveSide, sideArgument } from './against/side-process.ts';
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
// npm run bench -- --against COMMIT [--articles N] [--corpus DIR] [--seed S] [--queries Q of each kind] [--rounds R]

const defaultArticles = 10_000;
const defaultQueries = 300;
const minOfAKind = 100;

function readOptions() {
  const { values } = parseArgs({
    options: {
      articles: { type: 'string' },
      corpus: { type: 'string' },
      seed: { type: 'string', default: '1' },
      queries: { type: 'string' },
      systems: { type: 'string', default: systemNames.join(',') },
      keep: { type: 'string' },
      json: { type: 'string' },
      against: { type: 'string' },
      rounds: { type: 'string', default: '5' },
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
    queries: values.queries === undefined ? null : wholeNumber('queries', values.queries),
    against: values.against ?? null,
    rounds: Math.max(1, wholeNumber('rounds', values.rounds)),
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
  const { choice, seed, queries, systems, keep, json, against, rounds } = readOptions();
  const machine = describeMachine();
  console.log(machineLine(machine));
  const corpus = openCorpus(choice);
  const { articles } = corpus;
  if (articles === 0) throw new Error('there are no articles to measure with');
  const folder = new WorkFolder(keep);
  const say = (line: string): void => console.log(`… ${line}`);
  try {
    if (against !== null) {
      const ofAKind = Math.max(minOfAKind, queries ?? minOfAKind);
      const task = { commit: against, choice, corpus, seed, queries: ofAKind, rounds, folder, say };
      console.log(`\n${await runAgainst(task)}`);
      return;
    }
    const files = folder.files(choice, corpus);
    const from = choice.kind === 'folder' ? choice.dir : `invented, seed ${String(seed)}`;
    const megabytes = (files.bytes / 1e6).toFixed(1);
    console.log(`${articles.toLocaleString('en')} articles (${from}), ${megabytes} MB in ${files.folder}`);
    const log = makeQueryLog(corpus, queries ?? defaultQueries, seed);
    const task = { choice, articles, files, folder, log, say };
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
else if (process.argv.includes(sideArgument)) serveSide();
else await explain(runBenchmark);
