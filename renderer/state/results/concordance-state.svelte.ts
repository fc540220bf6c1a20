import { FailureError, toFailure, type Failure } from '../../../electron/contract/failure.ts';
import type {
  ConcordanceLine,
  ConcordancePage,
  ConcordanceSort,
  ReadSoFar,
} from '../../../electron/contract/concordance-api.ts';
import { contextWords } from '../../../electron/contract/concordance-api.ts';
import type { ResultSetId } from '../../../electron/contract/ids.ts';
import type { ResultsLook } from '../../../electron/contract/results-look.ts';
import { archive } from '../../archive.ts';
import type { LookState } from './look-state.svelte.ts';

/** Lines asked for at once: what fits on a screen. */
const chunkLines = 50;
const chunksKept = 80;

/** Chosen by the person, and kept. */
type Chosen = Pick<ResultsLook, 'sort' | 'words'>;

type View = Readonly<{ resultSet: ResultSetId; sort: ConcordanceSort; words: number }>;

/** The lines of the newest answer's concordance, which come in as the engine reads. */
export class ConcordanceState {
  /** Lines so far. */
  total = $state(0);
  read = $state.raw<ReadSoFar | null>(null);
  failure = $state.raw<Failure | null>(null);
  focusedLine = $state(0);
  /** A line of it was opened: the article that is read is its own, not that of the first result. */
  hasOpened = $state(false);
  /** Counts answers: the list starts at its top for each. */
  answers = $state(0);
  #chunks = $state.raw<ReadonlyMap<number, readonly ConcordanceLine[]>>(new Map());
  readonly #look: LookState;
  /** Chunks that may hold other lines by now, and are shown until these are there. */
  #stale: ReadonlySet<number> = new Set();
  #wanted: readonly number[] = [0];
  #view: View | null = null;
  #running: AbortController | null = null;
  /** Called where the engine has forgotten the answer, as after it was started again. */
  onGone: () => void = () => undefined;

  constructor(look: LookState) {
    this.#look = look;
  }

  get isReading(): boolean {
    return this.read !== null && !this.read.isWhole;
  }

  get focused(): ConcordanceLine | undefined {
    return this.at(this.focusedLine);
  }

  at(line: number): ConcordanceLine | undefined {
    return this.#chunks.get(Math.floor(line / chunkLines))?.[line % chunkLines];
  }

  /** Shows the hits of an answer, unless they are shown already. */
  show(resultSet: ResultSetId): void {
    if (this.#view?.resultSet === resultSet) return;
    this.stop();
    this.#chunks = new Map();
    this.#stale = new Set();
    this.#wanted = [0];
    this.total = 0;
    this.read = null;
    this.failure = null;
    this.focusedLine = 0;
    this.hasOpened = false;
    this.answers++;
    const { sort, words } = this.#look.current;
    this.#begin({ resultSet, sort, words });
  }

  /** Reads no further: another question is being asked, or something else is looked at. */
  stop(): void {
    this.#running?.abort();
    this.#running = null;
    this.#view = null;
  }

  sortBy(sort: ConcordanceSort): void {
    this.focusedLine = 0;
    this.answers++;
    this.#change({ sort });
  }

  showWords(words: number): void {
    this.#change({ words: Math.max(contextWords.min, Math.min(contextWords.max, words)) });
  }

  focus(line: number): void {
    this.focusedLine = Math.max(0, Math.min(this.total - 1, line));
  }

  /** Fetches what is missing of the lines from `first` to `last`; whatever was wanted before is forgotten. */
  want(first: number, last: number): void {
    const from = Math.floor(Math.max(0, first) / chunkLines);
    const to = Math.floor(Math.max(first, last) / chunkLines);
    this.#wanted = Array.from({ length: to - from + 1 }, (_, nth) => from + nth);
    if (this.#running === null && this.#view !== null) void this.#run(this.#view);
  }

  /** Every line, a page at a time, in the order that is shown. */
  async *all(): AsyncGenerator<readonly ConcordanceLine[]> {
    const view = this.#view;
    if (view === null) return;
    const pageLines = 200;
    for (let offset = 0; ;) {
      const { lines, total, read } = await this.#ask(view, offset, pageLines);
      // While the engine reads, lines that come may stand before those that were given: all have to be there first.
      if (!read.isWhole) continue;
      yield lines;
      offset += pageLines;
      if (offset >= total) return;
    }
  }

  #change(changes: Partial<Chosen>): void {
    this.#look.change(changes);
    const view = this.#view;
    if (view === null) return;
    this.#running?.abort();
    this.#begin({ ...view, ...changes });
  }

  #begin(view: View): void {
    this.#view = view;
    this.#stale = new Set(this.#chunks.keys());
    void this.#run(view);
  }

  // One call at a time; each reads on a little, until all is read and what is in sight is there.
  async #run(view: View): Promise<void> {
    const running = new AbortController();
    this.#running = running;
    try {
      for (;;) {
        const missing = this.#wanted.find((chunk) => this.#stale.has(chunk) || !this.#has(chunk));
        const isWhole = this.read?.isWhole === true;
        if (isWhole && missing === undefined) break;
        const chunk = missing ?? this.#wanted[0] ?? 0;
        const page = await this.#ask(view, chunk * chunkLines, chunkLines, running.signal);
        if (this.#running !== running) return;
        this.#take(chunk, page, view.sort);
      }
    } catch (thrown) {
      if (this.#running === running) this.#fail(thrown);
    } finally {
      if (this.#running === running) this.#running = null;
    }
  }

  /** Whether all lines of a chunk are there that there are so far. */
  #has(chunk: number): boolean {
    const lines = this.#chunks.get(chunk);
    const expected = Math.max(0, Math.min(chunkLines, this.total - chunk * chunkLines));
    return lines === undefined ? expected === 0 && this.read !== null : lines.length >= expected;
  }

  #take(chunk: number, { lines, total, read }: ConcordancePage, sort: ConcordanceSort): void {
    const others = [...this.#chunks].filter(([other]) => other !== chunk).slice(-chunksKept);
    const hasMoved = total !== this.total && sort !== 'answer';
    this.#stale = new Set(hasMoved ? others.map(([other]) => other) : this.#stale);
    this.#stale = new Set([...this.#stale].filter((other) => other !== chunk));
    this.#chunks = new Map([...others, [chunk, lines]]);
    this.total = total;
    this.read = read;
    this.failure = null;
  }

  #fail(thrown: unknown): void {
    if (thrown instanceof FailureError && thrown.failure.code === 'result-set-gone') return this.onGone();
    const failure = toFailure(thrown);
    if (failure.code !== 'cancelled') this.failure = failure;
  }

  #ask(
    { resultSet, sort, words }: View,
    offset: number,
    limit: number,
    signal?: AbortSignal,
  ): Promise<ConcordancePage> {
    return archive.concordance({ resultSet, sort, left: words, right: words, offset, limit }, signal);
  }
}
