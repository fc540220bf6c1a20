import type { SearchFilter, SortOrder } from '../../../electron/contract/search.ts';

/** What was asked, enough to ask it again. */
export type Question = Readonly<{
  query: string;
  sort: SortOrder;
  filter: SearchFilter;
  /** Whether its last word was being completed; otherwise it means what it says. */
  typing?: boolean | undefined;
}>;

/** Why a search is made: a key press, an act that the person finished, or the same question once more. */
export type SearchCause = 'typing' | 'asked' | 'again';
