import lunr from 'lunr';
import type { ArticleFields } from '../../electron/contract/article.ts';
import type { Analysis } from '../../electron/engine/analysis/analysis.ts';
import { indexFields } from '../../electron/engine/index/schema/fields.ts';
import { compareHits, type Comparison } from './disagreements.ts';

export type LunrHit = Readonly<{ id: number; score: number }>;

export type ComparedWithLunr = Comparison &
  Readonly<{
    /** Hits of Lunr's. */
    hits: number;
    /** Whether its own token set did not hold the terms that were put into it. */
    lunrErred: boolean;
  }>;

/** One `lunr.Index` over articles, with the pipelines, fields and boosts that ours has. */
export class StockLunr {
  readonly #index: lunr.Index;
  #sound: lunr.Index | null = null;

  constructor(articles: ReadonlyMap<number, ArticleFields>, analysis: Analysis) {
    this.#index = buildLunrIndex(articles, analysis);
  }

  /** Null when Lunr throws on the query. */
  search(query: string): readonly LunrHit[] | null {
    return search(this.#index, query);
  }

  /**
   * Holds our hits against Lunr's; null when Lunr throws on the query. Where they differ, Lunr is asked once more, with a
   * token set that holds its terms and no others.
   */
  compare(ours: readonly LunrHit[], query: string): ComparedWithLunr | null {
    const lunrs = this.search(query);
    if (lunrs === null) return null;
    const comparison = compareHits(ours, lunrs);
    if (comparison.disagreements.length === 0) return { ...comparison, hits: lunrs.length, lunrErred: false };
    this.#sound ??= withSoundTokenSet(this.#index);
    const soundly = search(this.#sound, query) ?? [];
    const lunrErred = compareHits(soundly, lunrs).disagreements.length > 0;
    return { ...compareHits(ours, soundly), hits: soundly.length, lunrErred };
  }
}

function buildLunrIndex(articles: ReadonlyMap<number, ArticleFields>, analysis: Analysis): lunr.Index {
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

function search(index: lunr.Index, query: string): readonly LunrHit[] | null {
  try {
    return index.search(query).map(({ ref, score }) => ({ id: Number(ref), score }));
  } catch {
    // What Lunr can't answer is outside of the agreement.
    return null;
  }
}

type TrieNode = { final: boolean; readonly edges: Record<string, TrieNode> };

/** Those parts of an index that its type declarations leave out. */
type IndexParts = { readonly invertedIndex: Readonly<Record<string, unknown>>; tokenSet: unknown };

/**
 * The same index with its terms in a trie. Lunr's own token set makes one node of those that `TokenSet#toString` gives
 * the same text, in which the labels of edges and the numbers of nodes stand side by side: with digits for labels, nodes
 * that are not the same may have the same text. Terms are lost then, and others appear.
 */
function withSoundTokenSet(index: lunr.Index): lunr.Index {
  const sound = Object.assign(Object.create(lunr.Index.prototype) as lunr.Index & IndexParts, index);
  const root = Object.assign(new lunr.TokenSet(), { final: false, edges: {} }) satisfies TrieNode;
  for (const term of Object.keys(sound.invertedIndex)) {
    let node: TrieNode = root;
    for (let at = 0; at < term.length; at += 1) {
      node = node.edges[term.charAt(at)] ??= { final: false, edges: {} };
    }
    node.final = true;
  }
  sound.tokenSet = root;
  return sound;
}
