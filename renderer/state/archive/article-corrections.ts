import type { DoneAct } from '../../../electron/contract/undo.ts';
import type { CorrectableField, CorrectedFields } from '../../../electron/contract/corrections.ts';
import type { ArticleId } from '../../../electron/contract/ids.ts';
import type { ArticleSelection } from '../../../electron/contract/search.ts';
import { say } from '../../../electron/words/say.ts';
import { archive } from '../../archive.ts';
import type { UndoableActs } from './undoable-acts.ts';

type Done = 'correct.done' | 'correct.given-back' | 'correct.moved-to-body' | 'correct.moved-to-furniture';

/** Corrections of articles. */
export class Correcting {
  readonly #acts: UndoableActs;

  constructor(acts: UndoableActs) {
    this.#acts = acts;
  }

  /** Corrects fields and gives others back what was read; whether that could be done. */
  async change(
    selection: ArticleSelection,
    fields: CorrectedFields,
    asRead: readonly CorrectableField[],
  ): Promise<boolean> {
    const isGivenBack = asRead.length === 0 || (await this.giveBack(selection, asRead));
    if (!isGivenBack || Object.keys(fields).length === 0) return isGivenBack;
    return await this.#do(() => archive.correct({ selection, fields }), 'correct.done');
  }

  /** Puts back what was read; in every field when none is named. */
  giveBack(selection: ArticleSelection, fields: readonly CorrectableField[]): Promise<boolean> {
    return this.#do(() => archive.uncorrect({ selection, fields }), 'correct.given-back');
  }

  /** Says of a paragraph that it is furniture, or of a line of furniture that it is part of the text. */
  move(article: ArticleId, text: string, to: 'body' | 'furniture'): Promise<boolean> {
    const [toBody, toFurniture] = to === 'body' ? [[text], []] : [[], [text]];
    return this.#do(() => archive.correctBlocks({ article, toBody, toFurniture }), `correct.moved-to-${to}`);
  }

  #do(act: () => Promise<DoneAct>, done: Done): Promise<boolean> {
    return this.#acts.do(act, (count) => say(done, { count }), 'correct.not-done');
  }
}
