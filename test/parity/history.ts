import type { ArticleFields } from '../../electron/contract/article.ts';
import { edited, type ParityCorpus } from './parity-corpus.ts';

/** An index that articles are written to, with those that it should hold beside it. */
export interface IndexWithHistory {
  readonly live: ReadonlyMap<number, ArticleFields>;
  put(id: number, fields: ArticleFields): void;
  remove(id: number): void;
  commit(): void;
  /** False when there is nothing to do. */
  mergeStep(): boolean;
}

export type HistoryCounts = Readonly<{
  updates: number;
  deletions: number;
  commits: number;
  mergeSteps: number;
}>;

const maxCommits = 80;

/** Adds the articles with random commits, updates, deletions and steps of merges in between. Ids begin with 1. */
export function buildWithHistory(
  index: IndexWithHistory,
  { articles, fieldsAt }: ParityCorpus,
  random: () => number,
): HistoryCounts {
  let [updates, deletions, commits, mergeSteps] = [0, 0, 0, 0];
  const commitChance = Math.min(0.05, maxCommits / articles);
  for (let id = 1; id <= articles; id += 1) {
    index.put(id, fieldsAt(id - 1));
    const other = 1 + Math.floor(random() * id);
    const known = index.live.get(other);
    if (random() < 0.1 && known !== undefined) {
      index.put(other, edited(known, random));
      updates += 1;
    }
    if (random() < 0.1 && index.live.has(other)) {
      index.remove(other);
      deletions += 1;
    }
    if (random() < commitChance) {
      index.commit();
      commits += 1;
    }
    while (random() < 0.6 && index.mergeStep()) mergeSteps += 1;
  }
  index.commit();
  return { updates, deletions, commits: commits + 1, mergeSteps };
}
