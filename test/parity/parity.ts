import { parseArgs } from 'node:util';
import { extendedAnalysis } from '../../electron/engine/analysis/analysis.ts';
import { tieredMergePolicy } from '../../electron/engine/index/merge-policy.ts';
import { compareHits } from './disagreements.ts';
import { DiskIndex } from './disk-index.ts';
import { randomArticle, randomLunrQuery, seededRandom } from './random-corpus.ts';
import { buildLunrIndex, searchLunr } from './stock-lunr.ts';

const { values } = parseArgs({
  options: {
    articles: { type: 'string', default: '400' },
    queries: { type: 'string', default: '1500' },
    seed: { type: 'string', default: '1' },
  },
});
const articleCount = Number(values.articles);
const queryCount = Number(values.queries);
const random = seededRandom(Number(values.seed));

/** Adds the articles with random commits, updates, deletions and steps of merges in between. */
function buildWithHistory(index: DiskIndex): void {
  for (let id = 1; id <= articleCount; id += 1) {
    index.put(id, randomArticle(random));
    const other = 1 + Math.floor(random() * id);
    if (random() < 0.1) index.put(other, randomArticle(random));
    if (random() < 0.1) index.remove(other);
    if (random() < 0.05) index.commit();
    if (random() < 0.1) index.mergeStep();
  }
  index.commit();
}

const index = new DiskIndex(extendedAnalysis, { mergePolicy: tieredMergePolicy(4, 20), mergeStepTerms: 25 });
buildWithHistory(index);
const lunrIndex = buildLunrIndex(index.live, extendedAnalysis);

let compared = 0;
let thrown = 0;
let hits = 0;
let worst = 0;
const disagreements: string[] = [];
for (let nth = 0; nth < queryCount; nth += 1) {
  const query = randomLunrQuery(random);
  const expected = searchLunr(lunrIndex, query);
  if (expected === null) {
    thrown += 1;
    continue;
  }
  compared += 1;
  hits += expected.length;
  const comparison = compareHits(index.search(query), expected);
  worst = Math.max(worst, comparison.worstDifference);
  for (const text of comparison.disagreements.slice(0, 3)) disagreements.push(`${query}: ${text}`);
}

console.log(
  [
    `articles: ${String(index.live.size)} live in ${String(index.segments)} segments, seed ${values.seed}`,
    `queries: ${String(compared)} compared, ${String(thrown)} that Lunr refuses, ${String(hits)} hits`,
    `worst score difference: ${worst.toExponential(1)}`,
    `disagreements: ${String(disagreements.length)}`,
    ...disagreements.slice(0, 20).map((text) => `  ${text}`),
  ].join('\n'),
);
index.close();
if (disagreements.length > 0 || compared === 0) process.exitCode = 1;
