import { chownSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { explain } from '../../electron/dev/explain.ts';
import { makeSharedFolder, mustDropRoot, ordinaryUid } from '../../electron/dev/launch.ts';
import { launchApp } from '../support/electron-app.ts';
import { openCorpus, type Corpus, type CorpusChoice } from './corpus.ts';
import { serveJob } from './jobs/do-job.ts';
import { jobArgument, runJob } from './jobs/run-job.ts';
import { describeMachine } from './machine.ts';
import { percentilesOf } from './percentiles.ts';
import type { QueryKind } from './query-log/logged-query.ts';
import { makeQueryLog } from './query-log/make-query-log.ts';
import { machineLine, table } from './report.ts';
import type { KeyPress } from './ui/key-recorder.ts';
import { typeQueries } from './ui/type-queries.ts';
import { scrollResults, workThrough, type Acts, type Scrolling } from './ui/work-through.ts';
import { WorkFolder } from './work-folder.ts';

// npm run bench:ui -- [--articles N] [--seed S] [--queries Q] [--pace MS] [--rounds R] [--library DIR] [--json FILE]
// DIR keeps the articles and the library for the next run, as `--keep` of `npm run bench` does.

const budgetMs = 100;
const budgetArticles = 100_000;
const typedKinds: readonly QueryKind[] = ['term', 'all words', 'phrase', 'any word', 'filter'];

const { values } = parseArgs({
  args: process.argv.slice(2).filter((argument) => argument !== jobArgument),
  options: {
    articles: { type: 'string', default: String(budgetArticles) },
    seed: { type: 'string', default: '1' },
    queries: { type: 'string', default: '25' },
    pace: { type: 'string', default: '120' },
    rounds: { type: 'string', default: '25' },
    library: { type: 'string' },
    json: { type: 'string' },
  },
});

/** Lets the user who runs the app write to the library. */
function giveAwayTree(dir: string): void {
  if (!mustDropRoot()) return;
  chownSync(dir, ordinaryUid, ordinaryUid);
  for (const name of readdirSync(dir, { recursive: true, encoding: 'utf8' })) {
    chownSync(join(dir, name), ordinaryUid, ordinaryUid);
  }
}

async function importOnce(folder: WorkFolder, choice: CorpusChoice, corpus: Corpus): Promise<void> {
  const files = folder.files(choice, corpus);
  if (folder.imported !== null) {
    console.log(`library of an earlier run: ${folder.libraryDir}`);
    return;
  }
  console.log(`importing ${corpus.articles.toLocaleString('en')} articles`);
  const imported = await runJob({ kind: 'import', libraryDir: folder.libraryDir, folder: files.folder });
  folder.keepImport(imported);
}

function textsToType(corpus: Corpus): string[] {
  const count = Number(values.queries);
  const { queries } = makeQueryLog(corpus, count * 4, Number(values.seed));
  return queries
    .filter(({ kind }) => typedKinds.includes(kind))
    .slice(0, count)
    .map(({ text }) => text);
}

function print(presses: readonly KeyPress[], articles: number): void {
  const groups: readonly (readonly [string, (press: KeyPress) => boolean])[] = [
    ['all keys', () => true],
    ['first letter', ({ text }) => text.length === 1],
    ['second and third', ({ text }) => text.length === 2 || text.length === 3],
    ['later', ({ text }) => text.length > 3],
  ];
  const rows = groups.map(([name, belongs]) => {
    const ms = presses.filter(belongs).map((press) => press.ms);
    const found = percentilesOf(ms);
    const times = found === null ? [] : [found.p50, found.p95, found.p99, found.worst];
    return [name, String(ms.length), ...times.map((time) => time.toFixed(0))];
  });
  console.log(
    `\n${table([['key press to painted results, ms', 'keys', 'p50', 'p95', 'p99', 'worst'], ...rows])}`,
  );
  const slowest = [...presses].sort((a, b) => b.ms - a.ms).slice(0, 5);
  console.log(`slowest: ${slowest.map(({ text, ms }) => `${text} ${ms.toFixed(0)} ms`).join('; ')}`);
  const p95 = percentilesOf(presses.map(({ ms }) => ms))?.p95 ?? Number.NaN;
  const holds = p95 <= budgetMs ? 'pass' : 'fail';
  const verdict = articles < budgetArticles && holds === 'pass' ? 'not measured at this size' : holds;
  console.log(
    `\n${verdict}  ${String(budgetMs)} ms p95 at ${budgetArticles.toLocaleString('en')} articles: ${p95.toFixed(0)} ms`,
  );
}

const scrolledFrames = 600;

function printWork(acts: Acts, { frameMs, blankFrames }: Scrolling): void {
  const rows = Object.entries({ ...acts, 'a frame of scrolling 400 px': frameMs }).map(([act, ms]) => {
    const found = percentilesOf(ms);
    const times = found === null ? [] : [found.p50, found.p95, found.worst];
    return [act, String(ms.length), ...times.map((time) => time.toFixed(1))];
  });
  console.log(`\n${table([['key press to painted, ms', 'times', 'p50', 'p95', 'worst'], ...rows])}`);
  console.log(`frames with a row that was not there yet: ${blankFrames} of ${frameMs.length}`);
}

async function runBenchmark(): Promise<void> {
  console.log(machineLine(describeMachine()));
  const articles = Number(values.articles);
  const choice: CorpusChoice = { kind: 'generated', seed: Number(values.seed), articles };
  const corpus = openCorpus(choice);
  const home = makeSharedFolder('microfiche-bench-ui-');
  try {
    const folder = new WorkFolder(values.library ?? join(home, 'work'));
    await importOnce(folder, choice, corpus);
    giveAwayTree(folder.libraryDir);
    const { window, close } = await launchApp({ userDataDir: home, libraryDir: folder.libraryDir });
    try {
      await window.getByRole('listbox', { name: 'Results' }).waitFor();
      const texts = textsToType(corpus);
      const presses = await typeQueries(window, texts, Number(values.pace));
      print(presses, articles);
      const acts = await workThrough(window, Number(values.rounds));
      const scrolling = await scrollResults(window, scrolledFrames);
      printWork(acts, scrolling);
      if (values.json !== undefined) {
        const report = {
          machine: describeMachine(),
          articles,
          paceMs: Number(values.pace),
          presses,
          acts,
          scrolling,
        };
        writeFileSync(values.json, `${JSON.stringify(report, null, 2)}\n`);
      }
    } finally {
      await close();
    }
  } finally {
    rmSync(home, { recursive: true, force: true });
  }
}

if (process.argv.includes(jobArgument)) serveJob();
else await explain(runBenchmark);
