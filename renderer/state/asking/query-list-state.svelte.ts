import { csvRow } from '../../../electron/contract/csv-row.ts';
import { maxCountedQuestions } from '../../../electron/contract/saved-searches.ts';
import type { Said } from '../../../electron/words/sentence.ts';
import { say } from '../../../electron/words/say.ts';
import { word } from '../../../electron/words/word.ts';
import { archive, shell } from '../../archive.ts';
import { attempt } from '../window/attempt.ts';
import type { Toasts } from '../window/toasts.svelte.ts';
import { noFilter } from '../search/search-filter.ts';

/** A line of the list: what was written, what is asked, and how many articles it finds; null before it is counted. */
export type ListedQuery = Readonly<{
  line: string;
  query: string;
  articles: number | null;
  fault: Said | null;
}>;

/** A list of queries or names, each with how many articles it finds. */
export class QueryListState {
  text = $state('');
  /** Each line is a name, looked for as a phrase. */
  isNames = $state(true);
  rows = $state.raw<readonly ListedQuery[]>([]);
  isCounting = $state(false);
  /** Lines that were opened from the list. */
  opened = $state.raw<ReadonlySet<string>>(new Set());
  readonly #toasts: Toasts;
  #newest = 0;

  constructor(toasts: Toasts) {
    this.#toasts = toasts;
  }

  /** Reads the text line by line and counts each, some at a time. */
  async count(): Promise<void> {
    this.#newest += 1;
    const count = this.#newest;
    const lines = this.text.split(/\r?\n/u).map((line) => line.trim());
    const asked = [...new Set(lines)].filter((line) => line !== '');
    this.rows = asked.map((line) => ({
      line,
      query: this.isNames ? asPhrase(line) : line,
      articles: null,
      fault: null,
    }));
    this.isCounting = true;
    await attempt(this.#toasts, say('list.not-counted'), async () => {
      for (let at = 0; at < this.rows.length; at += maxCountedQuestions) {
        const some = this.rows.slice(at, at + maxCountedQuestions);
        const counted = await archive.countQuestions({
          questions: some.map(({ query }) => ({
            question: { query, grammar: 'news', sort: 'relevance', filter: noFilter },
            seenUpTo: 0,
          })),
        });
        if (count !== this.#newest) return;
        this.rows = this.rows.map((row, nth) => {
          const found = counted.counts[nth - at];
          return nth < at || found === undefined
            ? row
            : { ...row, articles: found.articles, fault: found.fault?.message ?? null };
        });
      }
    });
    if (count === this.#newest) this.isCounting = false;
  }

  /** The text of a file of lines; of a table, its first column. */
  read(text: string): Promise<void> {
    this.text = text.replace(/^\uFEFF/u, '');
    return this.count();
  }

  /** Back to the text, to change it. */
  edit(): void {
    this.#newest += 1;
    this.isCounting = false;
    this.rows = [];
  }

  open(line: string): void {
    this.opened = new Set([...this.opened, line]);
  }

  save(): Promise<void> {
    return attempt(this.#toasts, say('list.not-saved'), async () => {
      const rows = this.rows.map(({ line, query, articles, fault }) =>
        csvRow([line, query, articles ?? '', fault === null ? '' : word(fault)]),
      );
      const text = csvRow(['line', 'query', 'articles', 'fault']) + rows.join('');
      const path = await shell.saveText({ suggestedName: 'counts.csv', text });
      if (path !== null) this.#toasts.show({ message: say('list.saved', { path }) });
    });
  }
}

/** A name as it stands; one that is in quotation marks already, or says where to look, is a query. */
function asPhrase(line: string): string {
  return /["“”:]/u.test(line) || !/\s/u.test(line) ? line : `"${line}"`;
}
