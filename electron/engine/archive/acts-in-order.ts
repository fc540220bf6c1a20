import type { Said } from '../../words/sentence.ts';
import type { DoneAct, UndoState } from '../../contract/undo.ts';
import { newestDone, oldestUndone, type Act } from '../library/act-order.ts';
import { saidOf } from '../library/stored-said.ts';
import type { Tags } from '../library/tags/tags.ts';
import type { Database } from '../sqlite.ts';
import type { CorrectionWriter } from './correction-writer.ts';

/** Takes acts back and does them again in the order in which they were done, whether they were on tags or corrections. */
export class Acts {
  readonly #library: Database;
  readonly #tags: Tags;
  readonly #correcting: CorrectionWriter;
  readonly #tagsChanged: () => void;

  constructor(library: Database, tags: Tags, correcting: CorrectionWriter, tagsChanged: () => void) {
    this.#library = library;
    this.#tags = tags;
    this.#correcting = correcting;
    this.#tagsChanged = tagsChanged;
  }

  state(): UndoState {
    return {
      undo: labelOf(newestDone(this.#library)),
      redo: labelOf(oldestUndone(this.#library)),
    };
  }

  async undo(): Promise<DoneAct | null> {
    if (newestDone(this.#library)?.of === 'corrections') return await this.#correcting.undo();
    return this.#ofTags(this.#tags.undo());
  }

  async redo(): Promise<DoneAct | null> {
    if (oldestUndone(this.#library)?.of === 'corrections') return await this.#correcting.redo();
    return this.#ofTags(this.#tags.redo());
  }

  #ofTags(act: DoneAct | null): DoneAct | null {
    this.#tagsChanged();
    return act;
  }
}

function labelOf(act: Act | undefined): Said | null {
  return act === undefined ? null : saidOf(act.label);
}
