import { edited, type ParityCorpus } from './parity-corpus.ts';
import type { DiskIndex } from './disk-index.ts';

export type HistoryCounts = Readonly<{
  updates: number;
  deletions: number;
  commits: number;
  mergeSteps: number;
}>;

const mostCommits = 80;

/** Adds the articles with random commits, updates, deletions and steps of merges in between. Ids begin with 1. */
export function buildWithHistory(
  index: DiskIndex,
  { articles, fieldsAt }: ParityCorpus,
  random: () => number,
): HistoryCounts {
  let [updates, deletions, commits, mergeSteps] = [0, 0, 0, 0];
  const commitChance = Math.min(0.05, mostCommits / articles);
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
