import type { ExtractedArticle } from '../../contract/article.ts';
import type {
  ConcordanceLine,
  ConcordancePage,
  ConcordanceRequest,
  ConcordanceSort,
} from '../../contract/concordance-api.ts';
import type { ArticleId } from '../../contract/ids.ts';
import type { Published } from '../../contract/article.ts';
import type { Analysis } from '../analysis/analysis.ts';
import { publishedDay } from '../index/schema/published-day.ts';
import type { Highlighter } from '../query/results/highlighter.ts';
import { ArticleReading, type AnswerToRead, type ReadTexts } from './article-reading.ts';
import { orderOfLines, ranksOfNumbers, type SortColumn } from './line-order.ts';
import { LineTable, sortedWords } from './line-table.ts';
import { NumberRanks } from './number-ranks.ts';
import { placeOf, runningText, runningTexts } from './running-texts.ts';
import { WordForms } from './word-forms.ts';
import { inOneLine, WordWalker } from './word-walker.ts';

/** More hits than these nobody reads, and they would take more memory than all else. */
export const maxLines = 1_000_000;

/** While it grows, lines that came since are put in their places once they are so many more. */
const worthSorting = 1.25;

export type HitsToRead = Readonly<{
  answer: AnswerToRead;
  highlighter: Highlighter;
  analysis: Analysis;
  readTexts: ReadTexts;
}>;

/** Every hit of an answer as a line. Articles are read in the order of the answer, a few at a time. */
export class Concordance {
  readonly #hits: HitsToRead;
  readonly #reading: ArticleReading;
  readonly #walker: WordWalker;
  readonly #lines = new LineTable();
  readonly #words: WordForms;
  readonly #outlets = new NumberRanks();
  /** By the place of an article in the answer. */
  readonly #outletOf: number[] = [];
  readonly #days: number[] = [];
  #order: Readonly<{ sort: ConcordanceSort; lines: Uint32Array }> | null = null;

  constructor(hits: HitsToRead) {
    this.#hits = hits;
    this.#reading = new ArticleReading(hits.answer, hits.readTexts);
    this.#words = new WordForms(hits.analysis);
    this.#walker = new WordWalker(this.#words, hits.analysis);
  }

  /** Reads on as long as `goesOn` says so, a few articles at least. */
  read(goesOn: () => boolean): void {
    this.#reading.read(goesOn, (article) => {
      this.#take(article);
      return this.#lines.length < maxLines ? 'more' : 'enough';
    });
  }

  page({ sort, left, right, offset, limit }: Omit<ConcordanceRequest, 'resultSet'>): ConcordancePage {
    const all = this.#orderBy(sort);
    const order = all.subarray(offset, offset + limit);
    const ids = Array.from(order, (line) => this.#reading.idAt(this.#lines.at(line).article));
    const articles = this.#hits.readTexts([...new Set(ids)]);
    const lines = Array.from(order, (line, nth): ConcordanceLine | null => {
      const id = ids[nth] as ArticleId;
      const article = articles.get(id);
      return article === undefined ? null : this.#lineOf(line, id, article, left, right);
    });
    return {
      lines: lines.filter((line) => line !== null),
      total: all.length,
      read: this.#reading.soFar,
    };
  }

  #lineOf(
    line: number,
    id: ArticleId,
    { fields }: ExtractedArticle,
    left: number,
    right: number,
  ): ConcordanceLine {
    const { field, text, start, end } = this.#lines.at(line);
    const words = runningText(fields, field, text);
    this.#walker.open(words);
    return {
      article: id,
      hit: inOneLine(words.slice(start, end)),
      ...this.#walker.around([start, end], left, right),
      direction: fields.direction,
      language: fields.language,
      published: fields.published,
      outlet: fields.outlet,
      headline: fields.headline,
      place: placeOf(fields, field, text, start),
    };
  }

  /** A damaged or removed article has no lines. */
  #take(read: ExtractedArticle | undefined): void {
    const article = this.#days.length;
    this.#days.push(dayOf(read?.fields.published ?? null));
    this.#outletOf.push(this.#outlets.numberOf(read?.fields.outlet ?? ''));
    if (read === undefined) return;
    for (const { field, text, words } of runningTexts(read.fields)) {
      const ranges = this.#hits.highlighter.ranges(words, field);
      if (ranges.length === 0) continue;
      this.#walker.open(words);
      for (const [start, end] of ranges) {
        this.#lines.push(
          { article, field, text, start, end },
          this.#walker.formsBefore(start, sortedWords),
          this.#walker.formsAfter(end, sortedWords),
        );
      }
    }
  }

  #orderBy(sort: ConcordanceSort): Uint32Array {
    const { length } = this.#lines;
    const ordered = this.#order?.sort === sort ? this.#order.lines : null;
    const isEnough =
      this.#reading.soFar.isWhole || sort === 'answer'
        ? ordered?.length === length
        : length < (ordered?.length ?? 0) * worthSorting;
    if (ordered !== null && isEnough) return ordered;
    const lines = orderOfLines(length, this.#columnsOf(sort));
    this.#order = { sort, lines };
    return lines;
  }

  #columnsOf(sort: ConcordanceSort): SortColumn[] {
    const { articles } = this.#lines;
    switch (sort) {
      case 'answer':
        return [];
      case 'newest':
      case 'oldest':
        return [{ values: articles, ranks: ranksOfNumbers(this.#days, sort === 'newest') }];
      case 'outlet': {
        const ranks = this.#outlets.ranks();
        const rankOf = (outlet: number): number => (outlet === 0 ? ranks.length : (ranks[outlet] as number));
        return [{ values: articles, ranks: Uint32Array.from(this.#outletOf, rankOf) }];
      }
      case 'L1':
      case 'L2':
      case 'L3':
      case 'R1':
      case 'R2':
      case 'R3': {
        const side = sort.startsWith('L') ? 'left' : 'right';
        const ranks = this.#words.ranks();
        const first = Number(sort.slice(1)) - 1;
        return Array.from({ length: sortedWords - first }, (_, nth) => ({
          values: this.#lines.words(side, first + nth),
          ranks,
        }));
      }
    }
  }
}

/** What is a guess, or a file's time, counts as no date, as in the order of an answer. */
function dayOf(published: Published | null): number {
  const isKnown = published !== null && published.from !== 'file-time' && published.guess?.part !== 'year';
  return isKnown ? publishedDay(published.date) : Number.NaN;
}
