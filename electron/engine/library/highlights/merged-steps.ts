import type { Database } from '../../sqlite.ts';
import type { SearchRow } from '../checksums.ts';
import { putSearch } from '../searches/search-shelf.ts';
import { inverseOf, TagSteps, withCarriers, type TagStep } from '../tags/tag-steps.ts';

type StoredTagStep =
  | Exclude<TagStep, { articles: Uint32Array }>
  | (Omit<Extract<TagStep, { articles: Uint32Array }>, 'articles'> &
      Readonly<{ articles: readonly number[] }>);

/** What a merge brought beside highlights and notes, as JSON. */
export type MergedSteps = Readonly<{
  tags: readonly StoredTagStep[];
  searches: readonly SearchRow[];
}>;

export function storedTagStep(step: TagStep): StoredTagStep {
  return 'articles' in step ? { ...step, articles: Array.from(step.articles) } : step;
}

function tagStepOf(step: StoredTagStep): TagStep {
  return 'articles' in step ? { ...step, articles: Uint32Array.from(step.articles) } : step;
}

/** Does the steps on tags of a merge. Belongs into its transaction. */
export function doMerged(db: Database, tags: readonly TagStep[]): void {
  if (tags.length > 0) new TagSteps(db).do(tags);
}

/**
 * Takes a merge back (`before`) or does it again. What was changed since stays as it is. Returns the steps as they are to be kept: with
 * copies of articles that had got a tag meanwhile.
 */
export function turnMerged(db: Database, merged: MergedSteps, to: 'before' | 'after'): MergedSteps {
  const steps = merged.tags.map(tagStepOf);
  const turned = to === 'after' ? steps : steps.toReversed().map(inverseOf);
  const done = withCarriers(db, turned);
  doMerged(db, done);
  if (to === 'before') takeBack(db, merged);
  else for (const search of merged.searches) putSearch(db, search);
  const kept = to === 'after' ? done : done.toReversed().map(inverseOf);
  return { ...merged, tags: kept.map(storedTagStep) };
}

function takeBack(db: Database, { searches }: MergedSteps): void {
  const drop = db.prepare('DELETE FROM saved_searches WHERE id = ? AND name = ? AND question = ?');
  for (const { id, name, question } of searches) drop.run(id, name, question);
}
