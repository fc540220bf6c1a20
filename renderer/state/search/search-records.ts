import type { SourceId, TagId } from '../../../electron/contract/ids.ts';
import type { SearchFilter } from '../../../electron/contract/search.ts';
import { recordedIn, recordLine, type RecordedName } from '../../../electron/contract/search-record.ts';
import { say } from '../../../electron/words/say.ts';
import { archive, shell } from '../../archive.ts';
import { count } from '../../text/counts.ts';
import type { SourcesState } from '../archive/sources-state.svelte.ts';
import type { TagsState } from '../archive/tags-state.svelte.ts';
import { attempt } from '../window/attempt.ts';
import type { Toasts } from '../window/toasts.svelte.ts';
import type { FilterTokensState } from './filter-tokens-state.svelte.ts';
import type { SearchState } from './search-state.svelte.ts';

type Parts = Readonly<{
  search: SearchState;
  filterTokens: FilterTokensState;
  tags: TagsState;
  sources: SourcesState;
  toasts: Toasts;
}>;

/** Records of searches for a methods note, which make the search again when they are pasted. */
export class SearchRecords {
  readonly #parts: Parts;

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  /** Copies what was asked, how it was read, and what it found in which library. */
  copy(): Promise<void> {
    const { toasts } = this.#parts;
    return attempt(toasts, say('record.not-copied'), async () => {
      const text = await this.#text();
      if (text === null) return;
      await shell.copyText({ text });
      toasts.show({ message: say('record.copied') });
    });
  }

  /** Makes the search of a record again; false where the text is none. */
  run(text: string): boolean {
    const recorded = recordedIn(text);
    if (recorded === null) return false;
    const { search, tags, sources, toasts } = this.#parts;
    const { query, sort, filter } = recorded.question;
    const lost: string[] = [];
    const idsBy = <Id extends number>(
      names: readonly RecordedName[],
      idOf: (name: string) => Id | undefined,
    ): ((ids: readonly Id[]) => readonly Id[]) => {
      return (ids) =>
        ids.flatMap((id) => {
          const name = names.find((one) => one.id === id)?.name ?? '';
          const found = idOf(name);
          if (found === undefined) lost.push(name);
          return found === undefined ? [] : [found];
        });
    };
    const tagIds = idsBy<TagId>(recorded.tags, (name) => tags.named(name)?.id);
    const sourceIds = idsBy<SourceId>(
      recorded.sources,
      (path) => sources.sources.find((source) => source.path === path)?.id,
    );
    void search.ask({ query, sort, filter: withIds(filter, tagIds, sourceIds), typing: false });
    if (lost.length > 0) toasts.show({ message: say('record.lost', { names: lost.join(', ') }) });
    return true;
  }

  /** Null before anything was answered. */
  async #text(): Promise<string | null> {
    const { search, filterTokens, tags, sources } = this.#parts;
    const { page, sort, answeredFilter: filter } = search;
    if (page === null) return null;
    const [stats, { version }] = await Promise.all([archive.stats({}), shell.info({})]);
    const named = <Id extends number>(
      ids: readonly Id[],
      nameOf: (id: Id) => string | undefined,
    ): readonly RecordedName[] => [...new Set(ids)].map((id) => ({ id, name: nameOf(id) ?? String(id) }));
    const line = recordLine({
      question: { query: page.query, grammar: 'news', sort, filter },
      tags: named([...filter.tags, ...(filter.not?.tags ?? [])], (id) => tags.withId(id)?.name),
      sources: named([...filter.sources, ...(filter.not?.sources ?? [])], (id) => sources.pathOf(id)),
    });
    return [
      say('record.title', { version }),
      say('record.query', { query: page.query }),
      say('record.reading', { reading: page.reading }),
      ...(filterTokens.reading === '' ? [] : [say('record.filters', { filters: filterTokens.reading })]),
      say('record.order', { order: say(`sort.${sort}`) }),
      say('record.grammar', { grammar: 'news' }),
      say('record.found', { count: page.total }),
      say('record.library', {
        articles: count(stats.articles),
        words: count(stats.words),
        commit: count(stats.commit),
      }),
      say('record.date', { date: new Date().toISOString() }),
      say('record.again'),
      line,
      '',
    ].join('\n');
  }
}

function withIds(
  { not, ...filter }: SearchFilter,
  tagIds: (ids: readonly TagId[]) => readonly TagId[],
  sourceIds: (ids: readonly SourceId[]) => readonly SourceId[],
): SearchFilter {
  const known = { ...filter, tags: tagIds(filter.tags), sources: sourceIds(filter.sources) };
  if (not === undefined) return known;
  const { tags = [], sources = [] } = not;
  return { ...known, not: { ...not, tags: tagIds(tags), sources: sourceIds(sources) } };
}
