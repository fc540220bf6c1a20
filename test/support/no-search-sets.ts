import { BitSet } from '../../electron/engine/index/bytes/bit-set.ts';
import type { SearchSets } from '../../electron/engine/query/filtering/search-sets.ts';

const none = (): BitSet => new BitSet(0);
const any = (): { known: boolean; nearest: null } => ({ known: true, nearest: null });

/** Of a library in which nobody did anything. */
export const noSearchSets: SearchSets = {
  tagged: none,
  inSource: none,
  inFolder: none,
  ofFormat: none,
  withTags: none,
  inSources: none,
  inFolders: none,
  ofFormats: none,
  corrected: none,
  missing: none,
  noted: none,
  highlighted: none,
  inReadingState: none,
  anyTag: none,
  queue: () => [],
  values: { tag: any, source: any, folder: any, format: any },
  notes: { version: () => '', all: () => [] },
};
