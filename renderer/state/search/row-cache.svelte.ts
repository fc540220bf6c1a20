import type { ArticleId, ResultSetId } from '../../../electron/contract/ids.ts';
import type { Hit, SearchPage } from '../../../electron/contract/search.ts';
import { archive } from '../../archive.ts';
import { Overtaking } from '../archive/overtaking.ts';

/** Rows asked for at once: about two screens of them, since a person sees ten and waits for all. */
export const chunkRows = 25;
const chunksKept = 240;
/** Fetched ahead of one who scrolls: what comes into sight while one chunk is on its way. */
const chunksAhead = 3;
/** A larger step is a jump, beyond which nobody goes on in one direction. */
const farthestStep = 4 * chunkRows;

/** An article, and the row of an answer that it stood in. */
export type Spot = Readonly<{ article: ArticleId; row: number }>;

/** The rows of one answer, fetched where somebody looks. */
export class RowCache {
  readonly resultSet: ResultSetId;
  readonly total: number;
  readonly #onFailure: (thrown: unknown) => void;
  #chunks = $state.raw<ReadonlyMap<number, readonly Hit[]>>(new Map());
  #wanted: readonly number[] = [];
  /** Wanted once all that is in sight is there. */
  #ahead: readonly number[] = [];
  #lastFirst = 0;
  #asked: number | null = null;
  readonly #refreshing = new Overtaking();

  constructor(page: SearchPage, onFailure: (thrown: unknown) => void) {
    this.resultSet = page.resultSet;
    this.total = page.total;
    this.#onFailure = onFailure;
    this.#chunks = new Map([[0, page.hits]]);
  }

  at(row: number): Hit | undefined {
    return this.#chunks.get(Math.floor(row / chunkRows))?.[row % chunkRows];
  }

  rowOf(id: Hit['id']): number | undefined {
    for (const [chunk, hits] of this.#chunks) {
      const at = hits.findIndex((hit) => hit.id === id);
      if (at !== -1) return chunk * chunkRows + at;
    }
    return undefined;
  }

  /** The row of an article that stood at `row` before: looked for there and a little around it. */
  async find({ article, row }: Spot): Promise<number | undefined> {
    const known = this.rowOf(article);
    if (known !== undefined || this.total === 0) return known;
    const last = this.total - 1;
    await this.between(Math.min(last, Math.max(0, row - chunkRows)), Math.min(last, row + chunkRows));
    return this.rowOf(article);
  }

  /**
   * Fetches what is missing of the rows from `first` to `last`, and then of those that come next on the way from the ones before;
   * whatever was wanted before is forgotten.
   */
  want(first: number, last: number): void {
    const step = first - this.#lastFirst;
    this.#lastFirst = first;
    this.#wanted = chunksOf(Math.max(0, first), Math.min(this.total - 1, last));
    this.#ahead = step === 0 || Math.abs(step) > farthestStep ? [] : this.#chunksBeyond(Math.sign(step));
    void this.#fetch();
  }

  #chunksBeyond(direction: number): readonly number[] {
    const edge = direction < 0 ? this.#wanted[0] : this.#wanted.at(-1);
    if (edge === undefined) return [];
    const last = Math.floor((this.total - 1) / chunkRows);
    return Array.from({ length: chunksAhead }, (_, nth) => edge + direction * (nth + 1)).filter(
      (chunk) => chunk >= 0 && chunk <= last,
    );
  }

  /** The hits from `first` to `last`, all of them fetched. */
  async between(first: number, last: number): Promise<readonly Hit[]> {
    for (const chunk of chunksOf(first, last)) if (!this.#chunks.has(chunk)) await this.#load(chunk);
    const rows = Array.from({ length: last - first + 1 }, (_, i) => this.at(first + i));
    return rows.filter((hit) => hit !== undefined);
  }

  /** Fetches again what is in sight, as after tagging; the rest is dropped. The old rows stay until then. */
  async refresh(): Promise<void> {
    const wanted = this.#wanted.length === 0 ? [0] : this.#wanted;
    const isFresh = this.#refreshing.begin();
    try {
      const loaded = await Promise.all(wanted.map(async (chunk) => [chunk, await this.#ask(chunk)] as const));
      if (!isFresh()) return;
      this.#chunks = new Map(loaded);
    } catch (thrown) {
      this.#onFailure(thrown);
    }
    void this.#fetch();
  }

  // One request at a time: someone who drags the scrollbar through half a million rows passes most of them.
  async #fetch(): Promise<void> {
    const chunk = [...this.#wanted, ...this.#ahead].find((wanted) => !this.#chunks.has(wanted));
    if (this.#asked !== null || chunk === undefined) return;
    this.#asked = chunk;
    try {
      await this.#load(chunk);
    } catch (thrown) {
      this.#wanted = [];
      this.#ahead = [];
      this.#onFailure(thrown);
    } finally {
      this.#asked = null;
    }
    void this.#fetch();
  }

  async #load(chunk: number): Promise<void> {
    const isFresh = this.#refreshing.watch();
    const hits = await this.#ask(chunk);
    // What was asked for before the rows changed is asked for again.
    if (!isFresh()) return this.#load(chunk);
    const others = [...this.#chunks].filter(([other]) => other !== chunk).slice(-chunksKept);
    this.#chunks = new Map([...others, [chunk, hits]]);
  }

  #ask(chunk: number): Promise<readonly Hit[]> {
    return archive.rows({ resultSet: this.resultSet, offset: chunk * chunkRows, limit: chunkRows });
  }
}

function chunksOf(first: number, last: number): readonly number[] {
  const from = Math.floor(first / chunkRows);
  return Array.from({ length: Math.max(0, Math.floor(last / chunkRows) - from + 1) }, (_, i) => from + i);
}
