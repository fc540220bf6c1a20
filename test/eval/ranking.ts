import { existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { indexFields } from '../../electron/engine/index/schema/fields.ts';
import { readCollection, topicWords, type Collection } from './collection.ts';
import { averagePrecision, mean, ndcg, recall } from './metrics.ts';
import { ourSystems } from './our-systems.ts';
import { fullTextSqlite, stockLunr } from './peer-systems.ts';
import type { RankingSystem } from './ranking-system.ts';

export type Scores = Readonly<{ ndcg10: number; map: number; recall100: number }>;

/** What every system reached on one collection, by name of the system, or on the mean of several. */
export type RankingResult = Readonly<{ name: string; scores: ReadonlyMap<string, Scores> }>;

export const defaultGrammar = 'default grammar';
export const stockName = 'stock Lunr';

export const lunrGrammar = 'grammar lunr';
export const oneFieldName = 'stock Lunr, one field';
const headlineBoost = indexFields.find(({ name }) => name === 'headline')?.boost ?? 1;
export const sameBoostsName = `stock Lunr, headline ^${String(headlineBoost)}`;

/** The default grammar ranks better than stock Lunr by this much on the mean, and nowhere worse by more than that. */
export const wantedGain = 0.02;
export const allowedLoss = 0.002;

function systemsOf({ documents }: Collection): RankingSystem[] {
  return [
    ...ourSystems(documents),
    stockLunr(stockName, documents, 'headline and body'),
    stockLunr(sameBoostsName, documents, 'headline and body', headlineBoost),
    stockLunr(oneFieldName, documents, 'one field'),
    fullTextSqlite('SQLite FTS5, porter', documents),
  ];
}

export function scoreSystem(system: RankingSystem, { topics }: Pick<Collection, 'topics'>): Scores {
  const perTopic = topics.map(({ text, judgements }) => {
    const ranking = system.rank(topicWords(text));
    return {
      ndcg10: ndcg(ranking, judgements, 10),
      map: averagePrecision(ranking, judgements),
      recall100: recall(ranking, judgements, 100),
    };
  });
  return meanScores(perTopic);
}

function meanScores(scores: readonly Scores[]): Scores {
  return {
    ndcg10: mean(scores.map(({ ndcg10 }) => ndcg10)),
    map: mean(scores.map(({ map }) => map)),
    recall100: mean(scores.map(({ recall100 }) => recall100)),
  };
}

export function scoreCollection(collection: Collection): RankingResult {
  const scores = new Map<string, Scores>();
  for (const system of systemsOf(collection)) {
    scores.set(system.name, scoreSystem(system, collection));
    system.close();
  }
  return { name: collection.name, scores };
}

/** Every collection counts the same, however many topics it has. */
export function meanResult(results: readonly RankingResult[]): RankingResult {
  const names = [...(results[0]?.scores.keys() ?? [])];
  const scores = names.map((name): [string, Scores] => [
    name,
    meanScores(results.flatMap((result) => result.scores.get(name) ?? [])),
  ]);
  return { name: 'mean', scores: new Map(scores) };
}

/** The folder itself when it holds a collection, or else those of its folders that do. */
export async function collectionFolders(dir: string): Promise<string[]> {
  if (existsSync(join(dir, 'qrels.txt'))) return [dir];
  const names = (await readdir(dir)).sort();
  return names.map((name) => join(dir, name)).filter((folder) => existsSync(join(folder, 'qrels.txt')));
}

export function tableOf({ name, scores }: RankingResult, about: string): string {
  const cell = (value: number): string => value.toFixed(4).padStart(11);
  const rows = [...scores].map(
    ([system, { ndcg10, map, recall100 }]) =>
      `  ${system.padEnd(26)}${cell(ndcg10)}${cell(map)}${cell(recall100)}`,
  );
  const head = `  ${''.padEnd(26)}${['nDCG@10', 'MAP', 'recall@100'].map((label) => label.padStart(11)).join('')}`;
  return [`${name} (${about})`, head, ...rows].join('\n');
}

export type Verdict = Readonly<{ text: string; passed: boolean }>;

/** A system that is to be better than another by so much on the mean, and may lose so much on one collection. */
export type Comparison = Readonly<{ system: string; baseline: string; wanted: number; mayLose: number }>;

const comparisons: readonly Comparison[] = [
  { system: defaultGrammar, baseline: stockName, wanted: wantedGain, mayLose: allowedLoss },
  { system: defaultGrammar, baseline: oneFieldName, wanted: wantedGain, mayLose: allowedLoss },
  // The formula is the same and the words are not: on a single collection that can go either way.
  { system: lunrGrammar, baseline: sameBoostsName, wanted: -allowedLoss, mayLose: Number.POSITIVE_INFINITY },
];

/** How far a system is above another: for each collection, and on the mean. */
export function verdictOf(
  results: readonly RankingResult[],
  { system, baseline, wanted, mayLose }: Comparison,
): Verdict {
  const gains = [...results, meanResult(results)].map(({ name, scores }) => ({
    name,
    gain: (scores.get(system)?.ndcg10 ?? 0) - (scores.get(baseline)?.ndcg10 ?? 0),
  }));
  const least = Math.min(...gains.map(({ gain }) => gain));
  const meanGain = gains.at(-1)?.gain ?? 0;
  const passed = meanGain >= wanted && least >= -mayLose;
  const shown = gains.map(({ name, gain }) => `${name} ${gain < 0 ? '' : '+'}${gain.toFixed(4)}`).join(', ');
  const limit = Number.isFinite(mayLose) ? `, none under -${String(mayLose)}` : '';
  const aim = `mean ${wanted < 0 ? '' : '+'}${String(wanted)}${limit}`;
  return {
    text: `${system} over ${baseline}: ${shown}: ${passed ? 'pass' : 'fail'} (wanted: ${aim})`,
    passed,
  };
}

/** Prints how each system ranks each collection; false when one of ours is not as good as it is wanted to be. */
export async function rankingReport(dir: string, print: (text: string) => void): Promise<boolean> {
  const folders = await collectionFolders(dir);
  if (folders.length === 0) throw new Error(`${dir}: no collection (docs/, queries.tsv, qrels.txt) here`);
  const results: RankingResult[] = [];
  for (const folder of folders) {
    const collection = await readCollection(folder);
    const result = scoreCollection(collection);
    const about = `${String(collection.documents.length)} documents, ${String(collection.topics.length)} judged topics`;
    print(tableOf(result, about));
    results.push(result);
  }
  if (results.length > 1) print(tableOf(meanResult(results), `${String(results.length)} collections`));
  const verdicts = comparisons.map((comparison) => verdictOf(results, comparison));
  for (const { text } of verdicts) print(text);
  return verdicts.every(({ passed }) => passed);
}
