import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { checkout } from '../../electron/dev/checkout.ts';
import { explain } from '../../electron/dev/explain.ts';
import { buildWithHistory } from '../parity/history.ts';
import { inventedCorpus } from '../parity/parity-corpus.ts';
import { seededRandom } from '../parity/random-corpus.ts';
import { CommitCheckout, commitOf } from '../support/commit-checkout.ts';
import { loadIndexModule, SideIndex } from './build-side.ts';
import { firstDifference, rowCount } from './first-difference.ts';

// npm run compare:index -- COMMIT [COMMIT] [--articles N] [--seed S]
// Whether this checkout, or the second commit, writes byte for byte the index that the first writes.

const mergeStepCost = 20_000;

type Stage = Readonly<{ name: string; work: (index: SideIndex) => void }>;

function stagesOf(articles: number, seed: number): readonly Stage[] {
  return [
    {
      name: 'commits, updates, deletions and merges',
      work: (index) => {
        // Each side draws the same numbers.
        const random = seededRandom(seed);
        buildWithHistory(index, inventedCorpus(articles, seed, random), random);
      },
    },
    { name: 'at rest', work: (index) => index.rest() },
    { name: 'optimized', work: (index) => index.optimize() },
  ];
}

/** Runs both sides stage by stage; false at the first difference, which is printed. */
function compareStages(one: SideIndex, other: SideIndex, stages: readonly Stage[]): boolean {
  for (const { name, work } of stages) {
    work(one);
    work(other);
    const difference = firstDifference(one.db, other.db);
    const rows = rowCount(one.db).toLocaleString('en');
    console.log(`${name}: ${difference === null ? `equal (${rows} rows)` : `differs: ${difference}`}`);
    if (difference !== null) return false;
  }
  return true;
}

await explain(async () => {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { articles: { type: 'string', default: '2000' }, seed: { type: 'string', default: '1' } },
  });
  if (positionals.length === 0 || positionals.length > 2)
    throw new Error('usage: npm run compare:index -- COMMIT [COMMIT] [--articles N] [--seed S]');
  const commits = positionals.map(commitOf);
  const folder = mkdtempSync(join(tmpdir(), 'microfiche-same-index-'));
  const checkouts: CommitCheckout[] = [];
  const sides: SideIndex[] = [];
  try {
    for (const [nth, commit] of commits.entries())
      checkouts.push(new CommitCheckout(commit, join(folder, `checkout-${String(nth)}`)));
    const dirs = [...checkouts.map(({ dir }) => dir), checkout].slice(0, 2);
    for (const [nth, dir] of dirs.entries())
      sides.push(
        new SideIndex(await loadIndexModule(dir), join(folder, `${String(nth)}.sqlite`), mergeStepCost),
      );
    const names = [...commits.map((commit) => commit.slice(0, 10)), 'this checkout'].slice(0, 2);
    console.log(`${names.join(' and ')}, ${values.articles} invented articles, seed ${values.seed}`);
    const [one, other] = sides;
    if (one === undefined || other === undefined) throw new Error('an index was not made');
    if (!compareStages(one, other, stagesOf(Number(values.articles), Number(values.seed))))
      process.exitCode = 1;
  } finally {
    for (const side of sides) side.close();
    for (const made of checkouts) made.remove();
    rmSync(folder, { recursive: true, force: true });
  }
});
