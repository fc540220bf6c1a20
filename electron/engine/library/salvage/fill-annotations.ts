import type { Database } from '../../sqlite.ts';
import { HighlightRows } from '../highlights/highlight-rows.ts';
import { ReadingStateRows } from '../highlights/reading-state-rows.ts';
import type { LibraryRows } from './library-rows.ts';

/** Highlights as they are, also damaged ones, which every check says; how to take back what was done with them is not kept. */
export function fillAnnotations(db: Database, rows: Pick<LibraryRows, 'highlights' | 'states'>): void {
  const highlights = new HighlightRows(db);
  for (const { crc, ...row } of rows.highlights.values()) highlights.put(row, crc ?? undefined);
  const states = new ReadingStateRows(db);
  for (const state of rows.states.values()) states.put(state);
}
