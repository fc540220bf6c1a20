import type { Source } from '../../electron/contract/archive-api.ts';
import { FailureError } from '../../electron/contract/failure.ts';
import { articleId, resultSetId, sourceId, type ArticleId } from '../../electron/contract/ids.ts';
import type {
  FacetCount,
  Facets,
  Hit,
  SearchPage,
  SearchRequest,
  Selection,
} from '../../electron/contract/search.ts';
import { hitOf, matches, readQuery, type FakeQuery, type FakeWord } from './fake-search.ts';
import { sourceDirs, type InventedArticle } from './invented-articles.ts';

type Answer = Readonly<{ query: FakeQuery; found: readonly InventedArticle[]; total: number }>;

/** The articles and what was asked of them. With `repeats` above 1 every article is found that many times. */
export class FakeLibrary {
  articles: InventedArticle[];
  sources: Source[];
  readonly #repeats: number;
  readonly #answers = new Map<number, Answer>();

  constructor(articles: InventedArticle[], repeats: number) {
    this.articles = articles;
    this.#repeats = repeats;
    this.sources = sourceDirs
      .map((path, index) => this.#sourceOf(path, index))
      .filter(({ articles: held }) => held > 0);
  }

  get total(): number {
    return this.articles.length * this.#repeats;
  }

  /** `tags`: names of the filter's tags. */
  search(request: SearchRequest, tags: readonly string[]): SearchPage {
    const query = readQuery(request.query, request.typing);
    const found = this.articles.filter((article) => matches(article, query, request.filter, tags));
    const dateOf = (article: InventedArticle): string => article.fields.published?.date ?? '';
    if (request.sort !== 'relevance') {
      const sign = request.sort === 'newest' ? -1 : 1;
      found.sort((one, other) => sign * dateOf(one).localeCompare(dateOf(other)));
    }
    const total = found.length * this.#repeats;
    const resultSet = resultSetId(this.#answers.size + 1);
    this.#answers.set(Number(resultSet), { query, found, total });
    return {
      resultSet,
      query: request.query,
      reading: query.reading,
      fault: query.fault,
      hints: [],
      narrows: request.query.trim() !== '',
      notices: [],
      total,
      milliseconds: 0.8,
      hits: this.rows(Number(resultSet), request.offset, request.limit),
      facets: this.facets(Number(resultSet)),
      nearestWords: total === 0 ? ['bridge', 'water', 'withdrawal'] : [],
    };
  }

  facets(resultSet: number): Facets {
    const { found } = this.#answer(resultSet);
    return {
      tags: countBy(found.flatMap(({ tags }) => [...tags])),
      sources: countBy(found.map(({ source }) => sourceId(source + 1))),
      languages: countBy(found.map(({ fields }) => fields.language)),
      places: countBy(found.flatMap(({ fields }) => fields.place ?? [])),
      agencies: countBy(found.flatMap(({ fields }) => fields.agency ?? [])),
      timeline: { unit: 'day', bars: [], undated: 0 },
    };
  }

  rows(resultSet: number, offset: number, limit: number): readonly Hit[] {
    const { query, found, total } = this.#answer(resultSet);
    const length = Math.max(0, Math.min(limit, total - offset));
    return Array.from({ length }, (_, index) => {
      const rank = offset + index;
      const article = found[rank % found.length];
      if (article === undefined) throw new Error('rows: beyond the end of the answer');
      const round = Math.floor(rank / found.length);
      return {
        ...hitOf(article, query.words, rank),
        id: articleId(Number(article.id) + round * this.articles.length),
      };
    });
  }

  wordsOf(resultSet: number | null): readonly FakeWord[] {
    return resultSet === null ? [] : this.#answer(resultSet).query.words;
  }

  article(id: ArticleId): InventedArticle {
    const article = this.articles[(Number(id) - 1) % Math.max(1, this.articles.length)];
    if (article === undefined)
      throw new FailureError({ code: 'article-missing', message: 'This article is gone.', id });
    return article;
  }

  select(selection: Selection): readonly InventedArticle[] {
    if ('ids' in selection) return selection.ids.map((id) => this.article(id));
    const { found } = this.#answer(Number(selection.resultSet));
    return found.filter(({ id }) => !selection.except.includes(id));
  }

  addSource(path: string): void {
    if (this.sources.some((source) => source.path === path)) return;
    const id = sourceId(Math.max(0, ...this.sources.map((source) => Number(source.id))) + 1);
    const counts = { articles: 0, missing: 0, failed: 0 };
    this.sources = [...this.sources, { id, path, ...counts, scannedAtMs: null, away: false }];
  }

  #answer(resultSet: number): Answer {
    const answer = this.#answers.get(resultSet);
    if (answer === undefined)
      throw new FailureError({ code: 'result-set-gone', message: 'This answer is gone.' });
    return answer;
  }

  #sourceOf(path: string, index: number): Source {
    const held = this.articles.filter(({ source }) => source === index);
    return {
      id: sourceId(index + 1),
      path,
      articles: held.length * this.#repeats,
      missing: held.filter(({ missing }) => missing).length,
      failed: index === 0 ? 3 : 0,
      scannedAtMs: Date.UTC(2026, 10, 20 - index, 9, 30),
      away: path.startsWith('/media'),
    };
  }
}

function countBy<Key>(keys: readonly Key[]): FacetCount<Key>[] {
  const counts = new Map<Key, number>();
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  return [...counts]
    .map(([key, articles]) => ({ key, articles }))
    .sort((one, other) => other.articles - one.articles);
}
