import MiniSearch, { type Query, type SearchOptions } from 'minisearch';
import type { NumberedArticle } from '../corpus.ts';
import type { LoggedQuery, Narrowing } from '../query-log/logged-query.ts';
import { dayOf, fieldTexts, peerFields, type MemorySystem, type SizeOnDisk } from './memory-system.ts';

type MiniSearchQuery = Readonly<{ query: Query; options: SearchOptions }>;

/** MiniSearch as it comes, in memory; days and languages are stored for filters. */
export class MiniSearchSystem implements MemorySystem {
  readonly description = 'MiniSearch 7.2.0, its own tokenizer, in memory';
  readonly #index = new MiniSearch<Record<string, string | number>>({
    fields: peerFields.map(({ name }) => name),
    storeFields: ['day', 'language'],
    searchOptions: { boost: Object.fromEntries(peerFields.map(({ name, boost }) => [name, boost])) },
  });

  add(articles: readonly NumberedArticle[]): void {
    for (const { id, article } of articles) {
      const texts = fieldTexts(article.fields);
      const named = peerFields.map(({ name }, at) => [name, texts[at] ?? ''] as const);
      const { language } = article.fields;
      this.#index.add({ id, day: dayOf(article.fields), language, ...Object.fromEntries(named) });
    }
  }

  finish(): void {
    // Each article was searchable as soon as it was added.
  }

  size(): SizeOnDisk {
    try {
      return { indexBytes: JSON.stringify(this.#index).length, storedTextBytes: null, note: null };
    } catch (error) {
      const note = `its JSON can't be made (${error instanceof Error ? error.message : String(error)})`;
      return { indexBytes: null, storedTextBytes: null, note };
    }
  }

  find(query: LoggedQuery): number | null {
    const written = miniSearchQuery(query);
    return written === null ? null : this.#index.search(written.query, written.options).length;
  }

  close(): void {
    this.#index.removeAll();
  }
}

function filterOf(narrowing: Narrowing | null): SearchOptions | null {
  if (narrowing === null) return {};
  switch (narrowing.by) {
    case 'days':
      return {
        filter: ({ day }) => typeof day === 'string' && day >= narrowing.from && day <= narrowing.to,
      };
    case 'language':
      return { filter: ({ language }) => language === narrowing.code };
    case 'tag':
      return null;
  }
}

/** The query for MiniSearch, which has no phrases, no proximity, no tags, and wildcards at the end of a word only. */
export function miniSearchQuery({ match, narrowing }: LoggedQuery): MiniSearchQuery | null {
  const filter = filterOf(narrowing);
  if (filter === null) return null;
  if (match === null) return narrowing === null ? null : { query: MiniSearch.wildcard, options: filter };
  switch (match.op) {
    case 'all':
    case 'any':
      return {
        query: match.words.join(' '),
        options: { ...filter, combineWith: match.op === 'all' ? 'AND' : 'OR' },
      };
    case 'phrase':
      return match.words.length === 1 && match.field !== null
        ? { query: match.words.join(' '), options: { ...filter, fields: [match.field] } }
        : null;
    case 'near':
      return null;
    case 'wildcard':
      return /^[^*]+\*$/u.test(match.pattern)
        ? { query: match.pattern.slice(0, -1), options: { ...filter, prefix: true } }
        : null;
    case 'begun': {
      const last: Query = { queries: [match.prefix], prefix: true };
      return { query: { combineWith: 'AND', queries: [...match.words, last] }, options: filter };
    }
    case 'fuzzy':
      return { query: match.word, options: { ...filter, fuzzy: match.distance } };
    case 'signed': {
      const required: Query = { combineWith: 'AND', queries: [...match.required] };
      if (match.barred.length === 0) return { query: required, options: filter };
      return { query: { combineWith: 'AND_NOT', queries: [required, ...match.barred] }, options: filter };
    }
  }
}
