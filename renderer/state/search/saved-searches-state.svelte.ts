import { say } from '../../../electron/words/say.ts';
import type { SavedSearchId } from '../../../electron/contract/ids.ts';
import {
  maxCountedQuestions,
  type CountedQuestion,
  type PastSearch,
  type SavedQuestion,
  type SavedSearch,
} from '../../../electron/contract/saved-searches.ts';
import { archive, onArchive } from '../../archive.ts';
import type { LibraryState } from '../archive/library-state.svelte.ts';
import { Overtaking } from '../archive/overtaking.ts';
import { attempt } from '../window/attempt.ts';
import type { Toasts } from '../window/toasts.svelte.ts';
import { isNarrowing } from './search-filter.ts';
import type { SearchState } from './search-state.svelte.ts';

const shownHistory = 50;
const restMs = 300;

/** Searches that the person keeps, with what each finds now, and those that they made. */
export class SavedSearchesState {
  searches = $state.raw<readonly SavedSearch[]>([]);
  history = $state.raw<readonly PastSearch[]>([]);
  counts = $state.raw<ReadonlyMap<SavedSearchId, CountedQuestion>>(new Map());
  /** The one whose name is being written. */
  renaming = $state<SavedSearchId | null>(null);
  readonly #search: SearchState;
  readonly #library: LibraryState;
  readonly #toasts: Toasts;
  readonly #listing = new Overtaking();
  #counting: ReturnType<typeof setTimeout> | undefined;

  constructor(search: SearchState, library: LibraryState, toasts: Toasts) {
    this.#search = search;
    this.#library = library;
    this.#toasts = toasts;
  }

  get #question(): SavedQuestion {
    const { query, sort, filter } = this.#search;
    return { query, grammar: 'news', sort, filter };
  }

  /** The saved search that asks for what is asked for now. */
  get current(): SavedSearch | undefined {
    const now = meaningOf(this.#question);
    return this.searches.find(({ question }) => meaningOf(question) === now);
  }

  /** Returns the end of the subscription. */
  listen(): () => void {
    const ends = [
      onArchive('searchesChanged', () => void this.load()),
      onArchive('articlesChanged', () => this.#countSoon()),
      onArchive('tagsChanged', () => this.#countSoon()),
      () => clearTimeout(this.#counting),
    ];
    return () => ends.forEach((end) => end());
  }

  async load(): Promise<void> {
    const isNewest = this.#listing.begin();
    const [searches, history] = await Promise.all([
      archive.listSearches({}),
      archive.searchHistory({ limit: shownHistory }),
    ]);
    if (!isNewest()) return;
    this.searches = searches;
    this.history = history;
    this.#countSoon();
  }

  /** Keeps what is asked for now, under the words of the query, and lets the person name it. */
  save(name: string): Promise<void> {
    return attempt(this.#toasts, say('saved.not-saved'), async () => {
      const known = this.current;
      if (known !== undefined)
        return this.#toasts.show({ message: say('saved.already', { name: known.name }) });
      const question = this.#question;
      const { upTo } = await archive.countQuestions({ questions: [{ question, seenUpTo: 0 }] });
      const saved = await archive.saveSearch({ name, question, seenUpTo: upTo });
      const undo = (): Promise<unknown> => archive.deleteSearch({ search: saved.id });
      this.#toasts.show({ message: say('saved.saved', { name }), undo });
      await this.load();
    });
  }

  /** Shows what it finds, all of which counts as looked at. */
  open({ id, question }: SavedSearch): Promise<void> {
    return attempt(this.#toasts, say('saved.not-opened'), async () => {
      // Counted before: what comes while it is asked is new still.
      const { upTo } = await archive.countQuestions({ questions: [{ question, seenUpTo: 0 }] });
      await this.ask(question);
      if (this.#library.readOnlyBecause === null) await archive.seeSearch({ search: id, seenUpTo: upTo });
    });
  }

  ask({ query, sort, filter }: SavedQuestion): Promise<void> {
    return this.#search.ask({ query, sort, filter });
  }

  rename(search: SavedSearchId, name: string): Promise<void> {
    this.renaming = null;
    return attempt(this.#toasts, say('saved.not-renamed'), () => archive.renameSearch({ search, name }));
  }

  replace(search: SavedSearchId): Promise<void> {
    return attempt(this.#toasts, say('saved.not-saved'), async () => {
      await archive.replaceSearch({ search, question: this.#question });
      this.#toasts.show({ message: say('saved.replaced') });
    });
  }

  remove(search: SavedSearchId): Promise<void> {
    return attempt(this.#toasts, say('saved.not-deleted'), async () => {
      const saved = await archive.deleteSearch({ search });
      const undo = (): Promise<void> => archive.restoreSearch({ saved });
      this.#toasts.show({ message: say('saved.deleted', { name: saved.name }), undo });
    });
  }

  /** Notes what was asked for and found, as long as something was asked for and can be written. */
  async note(found: number): Promise<void> {
    const question = this.#question;
    const isAsked = question.query.trim() !== '' || isNarrowing(question.filter);
    if (!isAsked || this.#library.readOnlyBecause !== null) return;
    await attempt(this.#toasts, say('saved.not-noted'), () => archive.noteSearch({ question, found }));
  }

  /** After an import each change of the archive comes with many others. */
  #countSoon(): void {
    clearTimeout(this.#counting);
    this.#counting = setTimeout(() => void this.#count(), restMs);
  }

  async #count(): Promise<void> {
    const { searches } = this;
    const counts = new Map<SavedSearchId, CountedQuestion>();
    await attempt(this.#toasts, say('saved.not-counted'), async () => {
      for (let at = 0; at < searches.length; at += maxCountedQuestions) {
        const some = searches.slice(at, at + maxCountedQuestions);
        const counted = await archive.countQuestions({
          questions: some.map(({ question, seenUpTo }) => ({ question, seenUpTo })),
        });
        for (const [nth, count] of counted.counts.entries()) {
          const search = some[nth];
          if (search !== undefined) counts.set(search.id, count);
        }
      }
      if (this.searches === searches) this.counts = counts;
    });
  }
}

/** Two questions of the same meaning are the same text, whatever order they are shown in. */
function meaningOf({ query, filter }: SavedQuestion): string {
  const parts = Object.entries(filter).filter(([, value]) => !Array.isArray(value) || value.length > 0);
  return JSON.stringify([query.trim(), parts.toSorted(([one], [other]) => (one < other ? -1 : 1))]);
}
