import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { checkout } from '../../electron/dev/checkout.ts';
import { explain } from '../../electron/dev/explain.ts';
import type { createEngine, Engine } from '../../electron/engine/create-engine.ts';
import { CommitCheckout, commitOf } from '../support/commit-checkout.ts';
import { buildEngine, type BuiltEngine } from './against/built-engine.ts';
import { corpusFolder, openCorpus } from './corpus.ts';
import { percentile } from './percentiles.ts';
import { table } from './report.ts';

// npm run bench:export -- COMMIT [--articles N] [--rounds R]
// Articles a second that are taken out as JSON Lines, and the memory that takes, in turns with another commit.

const onceArgument = '--once';

/** What one export cost: on the wall, and the most memory of the whole process. */
type Export = Readonly<{ ms: number; peakMb: number }>;

async function open({ engine, threads }: BuiltEngine, libraryDir: string): Promise<Engine> {
  const module = (await import(engine)) as Readonly<{ createEngine: typeof createEngine }>;
  return module.createEngine({
    libraryDir,
    threadsUrl: new URL(threads),
    clock: () => performance.now(),
    log: () => undefined,
  });
}

/** As the window did before there was a method for it: record by record into one text. */
async function joined(
  { api }: Engine,
  selection: Parameters<Engine['api']['tagsOf']>[0]['selection'],
  path: string,
) {
  const records: string[] = [];
  for (;;) {
    const piece = await api.exportRecords({ selection, offset: records.length, limit: 200 });
    records.push(...piece);
    if (piece.length < 200) break;
  }
  writeFileSync(path, records.map((record) => `${record}\n`).join(''));
}

/** In a process of its own: imports a folder first, when one is named, or exports and prints what that cost. */
async function runOnce(built: BuiltEngine, dir: string, folder: string): Promise<void> {
  const engine = await open(built, join(dir, 'library'));
  if (folder === '') {
    await engine.api.importFinished({});
    const query = {
      query: '*',
      grammar: 'news',
      sort: 'newest',
      offset: 0,
      limit: 1,
      typing: false,
    } as const;
    const { resultSet } = await engine.api.search({
      ...query,
      filter: { tags: [], sources: [], untagged: false },
    });
    const [selection, path] = [{ resultSet, except: [] }, join(dir, 'out.jsonl')];
    const startedMs = performance.now();
    const order = {
      selection,
      path,
      format: 'jsonl',
      fields: null,
      layout: 'one',
      originals: false,
    } as const;
    if ('exportArticles' in engine.api) await engine.api.exportArticles(order);
    else await joined(engine, selection, path);
    const cost: Export = { ms: performance.now() - startedMs, peakMb: process.resourceUsage().maxRSS / 1024 };
    console.log(JSON.stringify(cost));
  } else {
    await engine.api.addSources({ paths: [folder] });
    await engine.api.importFinished({});
  }
  await engine.close();
}

function apart(built: BuiltEngine, dir: string, folder = ''): string {
  const given = [onceArgument, built.engine, built.threads, dir, folder];
  return execFileSync(process.execPath, [process.argv[1] ?? '', ...given], { encoding: 'utf8' });
}

function median(values: readonly number[]): number {
  return percentile(
    [...values].sort((a, b) => a - b),
    0.5,
  );
}

function compare(): void {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { articles: { type: 'string', default: '10000' }, rounds: { type: 'string', default: '3' } },
  });
  const [name] = positionals;
  if (name === undefined)
    throw new Error('usage: npm run bench:export -- COMMIT [--articles N] [--rounds R]');
  const articles = Number(values.articles);
  const dir = mkdtempSync(join(tmpdir(), 'microfiche-exporting-'));
  const other = new CommitCheckout(commitOf(name), join(dir, 'checkout'));
  try {
    const choice = { kind: 'generated', seed: 1, articles } as const;
    const { folder } = corpusFolder(choice, openCorpus(choice), join(dir, 'corpus'));
    const sides = { now: buildEngine(checkout), [name]: buildEngine(other.dir) };
    const costs = Object.entries(sides).map(([side, built]) => {
      const own = mkdtempSync(join(dir, 'side-'));
      apart(built, own, folder);
      return { side, built, own, exports: [] as Export[] };
    });
    for (let round = 0; round < Number(values.rounds); round += 1) {
      for (const { built, own, exports } of costs) exports.push(JSON.parse(apart(built, own)) as Export);
    }
    const rows = costs.map(({ side, exports }) => [
      side,
      Math.round((articles / median(exports.map(({ ms }) => ms))) * 1000).toLocaleString('en'),
      Math.max(...exports.map(({ peakMb }) => peakMb)).toFixed(0),
    ]);
    console.log(table([['', 'articles/s', 'peak MB'], ...rows]));
  } finally {
    other.remove();
    rmSync(dir, { recursive: true, force: true });
  }
}

const once = process.argv.indexOf(onceArgument);
const [engine = '', threads = '', dir = '', folder = ''] = process.argv.slice(once + 1);
if (once !== -1) await runOnce({ engine, threads }, dir, folder);
else
  await explain(() => {
    compare();
    return Promise.resolve();
  });
