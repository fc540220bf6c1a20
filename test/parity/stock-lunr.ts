import lunr from 'lunr';
import type { ArticleFields } from '../../electron/contract/article.ts';
import type { Analysis } from '../../electron/engine/analysis/analysis.ts';
import { indexFields } from '../../electron/engine/index/fields.ts';

export type LunrHit = Readonly<{ id: number; score: number }>;

/** One `lunr.Index` over the articles, with the pipelines, fields and boosts that ours has. */
export function buildLunrIndex(articles: ReadonlyMap<number, ArticleFields>, analysis: Analysis): lunr.Index {
  const builder = new lunr.Builder();
  builder.tokenizer = analysis.tokenizer;
  builder.pipeline = analysis.indexPipeline;
  builder.searchPipeline = analysis.searchPipeline;
  builder.ref('id');
  const searched = indexFields.filter((field) => field.searched);
  for (const { name, boost } of searched) builder.field(name, { boost });
  for (const id of [...articles.keys()].sort((a, b) => a - b)) {
    const fields = articles.get(id);
    if (fields === undefined) continue;
    const texts = searched.map((field) => [field.name, field.texts(fields).join('\n\n')] as const);
    builder.add({ id: String(id), ...Object.fromEntries(texts) });
  }
  return builder.build();
}

/** Null when Lunr throws on the query. */
export function searchLunr(index: lunr.Index, query: string): readonly LunrHit[] | null {
  try {
    return index.search(query).map(({ ref, score }) => ({ id: Number(ref), score }));
  } catch {
    // What Lunr can't answer is outside of the agreement.
    return null;
  }
}
