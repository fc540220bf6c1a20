import { parseArgs } from 'node:util';
import { explain } from '../../electron/dev/explain.ts';
import { extendedAnalysis } from '../../electron/engine/analysis/analysis.ts';
import { tieredMergePolicy } from '../../electron/engine/index/merging/merge-policy.ts';
import { table } from '../bench/report.ts';
import { compareQueries, sumOf, type Tally } from './compare-queries.ts';
import { DiskIndex } from './disk-index.ts';
import { buildWithHistory } from './history.ts';
import { folderCorpus, inventedCorpus } from './parity-corpus.ts';
import { seededRandom } from './random-corpus.ts';

// npm run parity -- [DIR] [--articles N] [--queries N] [--seed S]

const inventedArticles = 400;
const shownDisagreements = 20;

function rowOf(name: string, tally: Tally): string[] {
  const { compared, refused, erred, hits, sameHits, sameOrder, worstDifference } = tally;
  const counts = [compared, refused, erred, hits, sameHits, sameOrder].map((count) =>
    count.toLocaleString('en'),
  );
  return [name, ...counts, worstDifference.toExponential(1)];
}

await explain(async () => {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      articles: { type: 'string' },
      queries: { type: 'string', default: '1500' },
      seed: { type: 'string', default: '1' },
    },
  });
  const [dir] = positionals;
  const seed = Number(values.seed);
  const random = seededRandom(seed);
  const limit = values.articles === undefined ? null : Number(values.articles);
  const corpus =
    dir === undefined ? inventedCorpus(limit ?? inventedArticles, seed, random) : folderCorpus(dir, limit);
  // The smaller the steps, the more often a commit or a deletion comes in between two of a merge.
  const mergeStepCost = corpus.articles <= 1_000 ? 500 : 40_000;
  const index = new DiskIndex(extendedAnalysis, { mergePolicy: tieredMergePolicy(4, 20), mergeStepCost });
  try {
    const { updates, deletions, commits, mergeSteps } = buildWithHistory(index, corpus, random);
    console.log(
      `${dir ?? 'invented articles'}, seed ${values.seed}: ${String(corpus.articles)} articles, ` +
        `${String(updates)} updates, ${String(deletions)} deletions, ${String(commits)} commits, ` +
        `${String(mergeSteps)} steps of merges; ${String(index.live.size)} live in ${String(index.segments)} segments`,
    );
    const { tallies, disagreements } = compareQueries(
      index,
      extendedAnalysis,
      Number(values.queries),
      random,
    );
    const head = [
      '',
      'compared',
      'Lunr refuses',
      'Lunr errs',
      'hits',
      'same hits',
      'same order',
      'worst difference',
    ];
    const all = sumOf(tallies.values());
    const rows = [...tallies].map(([kind, tally]) => rowOf(kind, tally));
    console.log(`\n${table([head, ...rows, rowOf('all', all)])}\n`);
    if (all.erred > 0) {
      console.log(
        `Queries for which Lunr's own token set lost terms or had others: ${String(all.erred)}. They were compared with ` +
          'a sound one: see "Agreement with Lunr" in docs/searching.md.',
      );
    }
    console.log(`disagreements: ${String(disagreements.length)}`);
    for (const text of disagreements.slice(0, shownDisagreements)) console.log(`  ${text}`);
    if (disagreements.length > 0 || all.compared === 0) process.exitCode = 1;
  } finally {
    index.close();
  }
});
