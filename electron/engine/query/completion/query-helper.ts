import type { ArticleFields } from '../../../contract/article.ts';
import type { ArticleId } from '../../../contract/ids.ts';
import type { NamedColumnName } from '../../../contract/named-columns.ts';
import type { QueryHint } from '../../../contract/search.ts';
import type { MeantRequest, Suggestions, SuggestRequest } from '../../../contract/suggestions.ts';
import { extendedAnalysis } from '../../analysis/analysis.ts';
import type { IndexReader, IndexSnapshot } from '../../index/index-reader.ts';
import type { LibraryReader } from '../../library/library-reader.ts';
import { Completer, type CountedName } from './completer.ts';
import { articleQuery } from './article-query.ts';
import { meantQuery } from './meant-query.ts';

const lastPart = /[^\\/]+(?=[\\/]*$)/u;

/** Throws where there is no such article. */
type FieldsOf = (id: ArticleId) => ArticleFields;

/** Helps to write queries: completes what is typed, and makes one of an article. */
export class QueryHelper {
  readonly #index: IndexReader;
  readonly #fieldsOf: FieldsOf;
  readonly #completer: Completer;

  /** `libraryNow` knows of all that the library has committed. */
  constructor(index: IndexReader, fieldsOf: FieldsOf, libraryNow: () => LibraryReader) {
    this.#index = index;
    this.#fieldsOf = fieldsOf;
    this.#completer = new Completer(extendedAnalysis, {
      tags: () => libraryNow().tags(),
      sources: () =>
        libraryNow()
          .sources()
          .map(({ path, articles }) => ({ name: lastPartOf(path), articles })),
      folders: () => namesOnly(libraryNow().places.folders.names.map(lastPartOf)),
      formats: () => namesOnly(libraryNow().places.endings.names),
      named: namesIn,
    });
  }

  suggest(request: SuggestRequest): Suggestions {
    return this.#index.snapshot((snapshot) => this.#completer.suggest(snapshot, request));
  }

  /** The query as it was probably meant, where a word of it is rare beside one that is near. */
  meant({ query, typing }: MeantRequest): QueryHint | null {
    return this.#index.snapshot((snapshot) => meantQuery(snapshot, query, typing, extendedAnalysis));
  }

  /** A query that finds articles on the same subject. */
  likeArticle(id: ArticleId): Readonly<{ query: string }> {
    const fields = this.#fieldsOf(id);
    return {
      query: this.#index.snapshot((snapshot) => articleQuery(snapshot, fields, extendedAnalysis)),
    };
  }
}

function lastPartOf(path: string): string {
  return lastPart.exec(path)?.[0] ?? path;
}

function namesOnly(names: readonly string[]): CountedName[] {
  return [...new Set(names)].filter((name) => name !== '').map((name) => ({ name, articles: null }));
}

/** The names in a column, with how many live articles have each. */
function namesIn({ segments }: IndexSnapshot, column: NamedColumnName): CountedName[] {
  const counts = new Map<string, number>();
  for (const segment of segments) {
    const { values, names } = segment.named(column);
    const own = new Uint32Array(names.length);
    segment.liveDocuments().forEach((document) => {
      const value = values[document] as number;
      own[value] = (own[value] as number) + 1;
    });
    for (const [number, name] of names.entries()) {
      if (name !== '' && (own[number] as number) > 0)
        counts.set(name, (counts.get(name) ?? 0) + (own[number] as number));
    }
  }
  return [...counts].map(([name, articles]) => ({ name, articles }));
}
