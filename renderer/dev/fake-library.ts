import type { AllFacets } from '../../electron/contract/facet-values.ts';
import type { Source } from '../../electron/contract/archive-api.ts';
import { FailureError } from '../../electron/contract/failure.ts';
import { articleId, resultSetId, sourceId, type ArticleId } from '../../electron/contract/ids.ts';
import type { Hit, SearchPage, SearchRequest, ArticleSelection } from '../../electron/contract/search.ts';
import { fakeFacets, fakeTimeline } from './fake-facets.ts';
import { hitOf, matches, readQuery, type FakeQuery, type FakeWord } from './fake-search.ts';
import { sourceDirs, type InventedArticle } from './invented-articles.ts';

type Answer = Readonly<{ query: FakeQuery; found: readonly InventedArticle[]; total: number }>;

const dateOf = (article: InventedArticle): string => article.fields.published?.date ?? '';

type Order = (one: InventedArticle, other: InventedArticle) => number;

const orders: Readonly<Record<Exclude<SearchRequest['sort'], 'relevance'>, Order>> = {
  newest: (one, other) => dateOf(other).localeCompare(dateOf(one)),
  oldest: (one, other) => dateOf(one).localeCompare(dateOf(other)),
  longest: (one, other) => other.fields.words - one.fields.words,
  outlet: (one, other) => (one.fields.outlet ?? '~').localeCompare(other.fields.outlet ?? '~'),
  added: (one, other) => Number(other.id) - Number(one.id),
  queue: (one, other) => Number(one.id) - Number(other.id),
};

/** The articles and what was asked of them. With `repeats` above 1 every article is found that many times. */
export class FakeLibrary {
  articles: InventedArticle[];
  sources: Source[];
  /** What was chosen for paths. */
  readonly encodings = new Map<string, string>();
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
    if (request.sort !== 'relevance') found.sort(orders[request.sort]);
    const total = found.length * this.#repeats;
    const resultSet = resultSetId(this.#answers.size + 1);
    this.#answers.set(Number(resultSet), { query, found, total });
    return {
      resultSet,
      query: request.query,
      reading: query.reading,
      fault: query.fault,
      hints: [],
      foreign: null,
      narrows: request.query.trim() !== '',
      notices: [],
      total,
      hidden: 0,
      milliseconds: 0.8,
      hits: this.rows(Number(resultSet), request.offset, request.limit),
      timeline: fakeTimeline(found),
      nearestWords: total === 0 ? ['bridge', 'water', 'withdrawal'] : [],
    };
  }

  facets(resultSet: number): AllFacets {
    return fakeFacets(this.#answer(resultSet).found, this.articles, this.sources);
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

  select(selection: ArticleSelection): readonly InventedArticle[] {
    if ('ids' in selection) return selection.ids.map((id) => this.article(id));
    const { found } = this.#answer(Number(selection.resultSet));
    return found.filter(({ id }) => !selection.except.includes(id));
  }

  addSource(path: string): void {
    if (this.sources.some((source) => source.path === path)) return;
    const id = sourceId(Math.max(0, ...this.sources.map((source) => Number(source.id))) + 1);
    const counts = { articles: 0, missing: 0, failed: 0 };
    this.sources = [
      ...this.sources,
      { id, path, ...counts, scannedAtMs: null, encoding: null, away: false, skipped: [] },
    ];
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
      encoding: null,
      away: path.startsWith('/media'),
      skipped: [{ kind: 'docx', files: 12 }],
    };
  }
}
