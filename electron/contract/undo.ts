import type { MergingApi } from './packing-api.ts';
import type { Said } from '../words/sentence.ts';

/** What an act did, for the line that offers to undo it. */
export type DoneAct = Readonly<{ changed: number; label: Said }>;

export type UndoState = Readonly<{ undo: Said | null; redo: Said | null }>;

export interface UndoApi extends MergingApi {
  undoState(request: Readonly<Record<string, never>>): Promise<UndoState>;
  /** Takes back the newest act on tags, corrections, highlights or states of reading; null when there is none. */
  undo(request: Readonly<Record<string, never>>): Promise<DoneAct | null>;
  /** Does again what was taken back last; null when there is nothing, or something else was done since. */
  redo(request: Readonly<Record<string, never>>): Promise<DoneAct | null>;
}
