import { chownSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { explain } from '../../electron/dev/explain.ts';
import { makeSharedFolder, mustDropRoot, ordinaryUid } from '../../electron/dev/launch.ts';
import type { AppOptions } from '../support/electron-app.ts';
import { serveSide, sideArgument } from './against/side-process.ts';
import { importOnce } from './import-once.ts';
import { openCorpus, type Corpus, type CorpusChoice } from './corpus.ts';
import { serveJob } from './jobs/do-job.ts';
import { jobArgument } from './jobs/run-job.ts';
import { describeMachine } from './machine.ts';
import type { QueryKind } from './query-log/logged-query.ts';
import { makeQueryLog } from './query-log/make-query-log.ts';
import { machineLine } from './report.ts';
import { measureWindow, type WindowFigures } from './ui/measure-window.ts';
import { otherWindow } from './ui/other-window.ts';
import { aimsTable, figuresTable, otherFigures } from './ui/print-figures.ts';
import { WorkFolder } from './work-folder.ts';

// npm run bench:ui -- [--articles N] [--seed S] [--queries Q] [--pace MS] [--rounds R] [--library DIR] [--json FILE] [--no-hour]
//                     [--against COMMIT]
// DIR keeps the articles and the library for the next run, as `--keep` of `npm run bench` does.

const typedKinds: readonly QueryKind[] = ['term', 'all words', 'phrase', 'any word', 'filter'];

const jobArguments = [jobArgument, sideArgument];
const isJob = process.argv.some((argument) => jobArguments.includes(argument));

const { values } = parseArgs({
  args: isJob ? [] : process.argv.slice(2),
  allowNegative: true,
  options: {
    articles: { type: 'string', default: '100000' },
    seed: { type: 'string', default: '1' },
    queries: { type: 'string', default: '25' },
    pace: { type: 'string', default: '120' },
    rounds: { type: 'string', default: '25' },
    hour: { type: 'boolean', default: true },
    library: { type: 'string' },
    against: { type: 'string' },
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

function textsToType(corpus: Corpus): string[] {
  const count = Number(values.queries);
  const { queries } = makeQueryLog(corpus, count * 4, Number(values.seed));
  return queries
    .filter(({ kind }) => typedKinds.includes(kind))
    .slice(0, count)
    .map(({ text }) => text);
}

async function measureIn(launch: Omit<AppOptions, 'userDataDir'>, corpus: Corpus): Promise<WindowFigures> {
  const userDataDir = makeSharedFolder('microfiche-bench-ui-');
  try {
    return await measureWindow({
      launch: { ...launch, userDataDir },
      texts: textsToType(corpus),
      paceMs: Number(values.pace),
      rounds: Number(values.rounds),
      withHour: values.hour,
    });
  } finally {
    rmSync(userDataDir, { recursive: true, force: true });
  }
}

function print(name: string, figures: WindowFigures): void {
  console.log(`\n${name}\n${figuresTable(figures)}`);
  for (const line of otherFigures(figures)) console.log(line);
}

async function runBenchmark(): Promise<void> {
  console.log(machineLine(describeMachine()));
  const articles = Number(values.articles);
  const choice: CorpusChoice = { kind: 'generated', seed: Number(values.seed), articles };
  const corpus = openCorpus(choice);
  const home = makeSharedFolder('microfiche-bench-ui-');
  try {
    const folder = new WorkFolder(values.library ?? join(home, 'work'));
    const files = await importOnce(folder, choice, corpus);
    giveAwayTree(folder.libraryDir);
    const then =
      values.against === undefined ? null : await measureOther(values.against, folder, files, corpus);
    const now = await measureIn({ libraryDir: folder.libraryDir }, corpus);
    print(`now, ${articles.toLocaleString('en')} articles`, now);
    if (then !== null) print(String(values.against), then);
    console.log(`\n${aimsTable(now)}`);
    if (values.json !== undefined) {
      const report = { machine: describeMachine(), articles, paceMs: Number(values.pace), now, then };
      writeFileSync(values.json, `${JSON.stringify(report, null, 2)}\n`);
    }
  } finally {
    rmSync(home, { recursive: true, force: true });
  }
}

async function measureOther(
  commit: string,
  folder: WorkFolder,
  files: string,
  corpus: Corpus,
): Promise<WindowFigures> {
  console.log(`building ${commit}, and importing the same articles with it`);
  const { appDir, libraryDir, remove } = await otherWindow(commit, folder, files);
  try {
    giveAwayTree(libraryDir);
    return await measureIn({ appDir, libraryDir }, corpus);
  } finally {
    remove();
  }
}

if (process.argv.includes(jobArgument)) serveJob();
else if (process.argv.includes(sideArgument)) serveSide();
else await explain(runBenchmark);
