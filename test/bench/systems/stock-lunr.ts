import lunr from 'lunr';
import type { NumberedArticle } from '../corpus.ts';
import type { LoggedQuery } from '../query-log/logged-query.ts';
import { fieldTexts, peerFields, type MemorySystem, type SizeOnDisk } from './memory-system.ts';

/** Lunr as it comes: its own tokenizer, trimmer, stop words and stemmer, one index in memory. */
export class StockLunr implements MemorySystem {
  readonly description = `lunr ${lunr.version}, its own pipeline, in memory`;
  readonly #builder = new lunr.Builder();
  #index: lunr.Index | null = null;

  constructor() {
    this.#builder.pipeline.add(lunr.trimmer, lunr.stopWordFilter, lunr.stemmer);
    this.#builder.searchPipeline.add(lunr.stemmer);
    this.#builder.ref('id');
    for (const { name, boost } of peerFields) this.#builder.field(name, { boost });
  }

  add(articles: readonly NumberedArticle[]): void {
    for (const { id, article } of articles) {
      const texts = fieldTexts(article.fields);
      const named = peerFields.map(({ name }, at) => [name, texts[at] ?? ''] as const);
      this.#builder.add({ id: String(id), ...Object.fromEntries(named) });
    }
  }

  finish(): void {
    this.#index = this.#builder.build();
  }

  size(): SizeOnDisk {
    try {
      const { length } = JSON.stringify(this.#index);
      return { indexBytes: length, storedTextBytes: null, note: null };
    } catch (error) {
      const note = `its JSON can't be made (${error instanceof Error ? error.message : String(error)})`;
      return { indexBytes: null, storedTextBytes: null, note };
    }
  }

  find(query: LoggedQuery): number | null {
    const written = lunrQuery(query);
    if (written === null || this.#index === null) return null;
    try {
      return this.#index.search(written).length;
    } catch {
      // A query that Lunr refuses is one that it can't be asked.
      return null;
    }
  }

  close(): void {
    this.#index = null;
  }
}

/** The query in Lunr's syntax; Lunr has no phrases, no proximity and no filters. */
export function lunrQuery({ match, narrowing }: LoggedQuery): string | null {
  if (match === null || narrowing !== null) return null;
  const every = (sign: string, words: readonly string[]): string[] => words.map((word) => sign + word);
  switch (match.op) {
    case 'all':
      return every('+', match.words).join(' ');
    case 'any':
      return match.words.join(' ');
    case 'phrase':
      return match.words.length === 1 && match.field !== null
        ? `${match.field}:${match.words[0] ?? ''}`
        : null;
    case 'near':
      return null;
    case 'wildcard':
      return match.pattern;
    case 'begun':
      return `${every('+', match.words).join(' ')} +${match.prefix}*`.trimStart();
    case 'fuzzy':
      return `${match.word}~${String(match.distance)}`;
    case 'signed':
      return [...every('+', match.required), ...match.optional, ...every('-', match.barred)].join(' ');
  }
}
