import { starTag } from '../../../electron/contract/archive-api.ts';
import type { ArticleSelection } from '../../../electron/contract/search.ts';
import type { MessageName } from '../../../electron/words/languages.ts';
import { sayTagChange } from '../../text/say-tag-change.ts';
import { archive } from '../../archive.ts';
import type { UndoableActs } from './undoable-acts.ts';

type Change = Readonly<{ add: readonly string[]; remove: readonly string[] }>;

/** Acts on tags of articles. */
export class Tagging {
  readonly #acts: UndoableActs;

  constructor(acts: UndoableActs) {
    this.#acts = acts;
  }

  async setTags(
    selection: ArticleSelection,
    add: readonly string[],
    remove: readonly string[],
  ): Promise<void> {
    await this.#set(selection, () => ({ add, remove }), 'tagging.not-changed');
  }

  /** Stars what is selected, or takes the star away where all of it has one. */
  async star(selection: ArticleSelection): Promise<void> {
    const change = async (): Promise<Change> => {
      const { articles, tags } = await archive.tagsOf({ selection });
      const starred = tags.find((tag) => tag.name === starTag)?.articles ?? 0;
      return starred === articles ? { add: [], remove: [starTag] } : { add: [starTag], remove: [] };
    };
    await this.#set(selection, change, 'tagging.not-starred');
  }

  async #set(
    selection: ArticleSelection,
    changeOf: () => Change | Promise<Change>,
    failed: MessageName,
  ): Promise<void> {
    let change: Change = { add: [], remove: [] };
    await this.#acts.do(
      async () => {
        change = await changeOf();
        return await archive.setTags({ selection, ...change });
      },
      (changed) => (changed === 0 ? null : sayTagChange(change.add, change.remove, changed)),
      failed,
    );
  }
}
