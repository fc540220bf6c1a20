import type { KnownValues } from '../grammar/filters/filter-values.ts';
import type { ArticleSets } from '../matching/evaluation-context.ts';
import type { NotesSource } from '../notes/note-index.ts';
import type { FilterSets } from './apply-filter.ts';

/** The sets of articles that the library knows and the index does not. */
export interface SearchSets extends ArticleSets, FilterSets {
  /** Whether there are such tags, sources, folders and formats, and which are near. */
  readonly values: Omit<KnownValues, 'named'>;
  readonly notes: NotesSource;
  /** The ids of articles that wait to be read, in their order. */
  queue(): readonly number[];
}
