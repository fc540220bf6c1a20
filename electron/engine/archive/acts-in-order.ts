import { isSentence, type Said } from '../../words/sentence.ts';
import type { MergeReport, MergeRequest } from '../../contract/packing-api.ts';
import type { DoneAct, UndoState } from '../../contract/undo.ts';
import { newestDone, oldestUndone, type Act } from '../library/act-order.ts';
import type { Annotator } from '../library/annotator.ts';
import type { Tell } from '../library/library-events.ts';
import { saidOf } from '../library/stored-said.ts';
import type { Tags } from '../library/tags/tags.ts';
import type { Database } from '../sqlite.ts';
import { mergeLibrary } from '../packing/merge-library.ts';
import type { CorrectionWriter } from './correction-writer.ts';

/** What acts are on. */
export type Acted = Readonly<{ tags: Tags; correcting: CorrectionWriter; annotator: Annotator }>;

/** What can turn an act. */
type Turning = Readonly<{ undo: () => DoneAct | null; redo: () => DoneAct | null }>;

/** Takes acts back and does them again in the order in which they were done, whatever they were on. */
export class Acts {
  readonly #library: Database;
  readonly #on: Acted;
  readonly #tell: Tell;

  constructor(library: Database, on: Acted, tell: Tell) {
    this.#library = library;
    this.#on = on;
    this.#tell = tell;
  }

  state(): UndoState {
    return { undo: labelOf(newestDone(this.#library)), redo: labelOf(oldestUndone(this.#library)) };
  }

  undo(): Promise<DoneAct | null> {
    return this.#turn(newestDone(this.#library), 'undo');
  }

  redo(): Promise<DoneAct | null> {
    return this.#turn(oldestUndone(this.#library), 'redo');
  }

  /** See `MergingApi`. To be called while no article comes or goes. */
  async merge(request: MergeRequest): Promise<MergeReport> {
    const report = await mergeLibrary(this.#library, this.#on.annotator.acts, request);
    if (!request.dryRun) tellMerged(this.#tell);
    return report;
  }

  async #turn(act: Act | undefined, way: 'undo' | 'redo'): Promise<DoneAct | null> {
    const { correcting, annotator, tags } = this.#on;
    if (act?.of === 'corrections') return await correcting[way]();
    const turning: Turning = act?.of === 'annotations' ? annotator.acts : tags;
    const turned = turning[way]();
    const { label } = turned ?? {};
    if (isSentence(label) && label.say === 'deed.merge-file') tellMerged(this.#tell);
    else if (act?.of === 'annotations')
      this.#tell('annotationsChanged', { change: isOnExcluded(act) ? 'excluded' : 'annotated' });
    else this.#tell('tagsChanged', {});
    return turned;
  }
}

/** Whether articles are hidden or found again by it. */
function isOnExcluded(act: Act): boolean {
  const label = saidOf(act.label);
  return isSentence(label) && /^deed[.](?:no-)?state-excluded$/.test(label.say);
}

/** A merge brings tags and searches too. */
function tellMerged(tell: Tell): void {
  tell('annotationsChanged', { change: 'annotated' });
  tell('tagsChanged', {});
  tell('searchesChanged', {});
}

function labelOf(act: Act | undefined): Said | null {
  return act === undefined ? null : saidOf(act.label);
}
