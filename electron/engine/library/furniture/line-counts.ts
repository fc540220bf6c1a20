import { maxRecurringLineLength, type RecurringLine } from '../../../contract/recurring-lines.ts';
import type { ArticleFields } from '../../../contract/article.ts';

type Count = { articles: number; isHidden: boolean; readonly headlines: Set<string> };

/** Fewer say nothing, however small a source is. */
const fewest = 4;
const minShare = 0.005;
const maxLines = 1_000;
/** More of them need not be told apart. */
const maxHeadlines = 64;

/**
 * Counts in how many articles each line stands. An article that was saved several times has all its paragraphs in common with itself: what
 * counts is how many headlines a line stands under.
 */
export class LineCounts {
  readonly #hidden: ReadonlySet<string>;
  readonly #counts = new Map<string, Count>();
  #articles = 0;

  /** `hidden`: lines that are furniture by choice. */
  constructor(hidden: ReadonlySet<string>) {
    this.#hidden = hidden;
  }

  get articles(): number {
    return this.#articles;
  }

  add({ headline, body, furniture }: ArticleFields): void {
    this.#articles += 1;
    const lines = new Set(body.filter((line) => line.length <= maxRecurringLineLength));
    for (const line of furniture) if (this.#hidden.has(line)) lines.add(line);
    for (const line of lines) {
      const count = this.#counts.get(line) ?? {
        articles: 0,
        isHidden: this.#hidden.has(line),
        headlines: new Set(),
      };
      count.articles += 1;
      if (count.headlines.size < maxHeadlines) count.headlines.add(headline);
      this.#counts.set(line, count);
    }
  }

  /** The most frequent first; what is hidden already in any case. */
  recurring(): readonly RecurringLine[] {
    const least = Math.max(fewest, Math.ceil(this.#articles * minShare));
    return [...this.#counts]
      .filter(([, { articles, headlines, isHidden }]) => {
        if (isHidden) return true;
        return articles >= least && headlines.size >= Math.min(maxHeadlines, Math.max(fewest, articles / 2));
      })
      .sort(([one, { articles: a }], [other, { articles: b }]) => b - a || (one < other ? -1 : 1))
      .slice(0, maxLines)
      .map(([text, { articles, isHidden }]) => ({ text, articles, isHidden }));
  }
}
