import { say } from '../../../electron/words/say.ts';
import type { ArticleSelection } from '../../../electron/contract/search.ts';
import { archive, shell } from '../../archive.ts';
import type { Toasts } from '../window/toasts.svelte.ts';

const recordsAtOnce = 200;

/** Saves whole records as JSON Lines where the person says. */
export async function exportSelection(selection: ArticleSelection, toasts: Toasts): Promise<void> {
  try {
    const records: string[] = [];
    for (;;) {
      const request = { selection, offset: records.length, limit: recordsAtOnce };
      const piece = await archive.exportRecords(request);
      records.push(...piece);
      if (piece.length < recordsAtOnce) break;
    }
    const text = records.map((record) => `${record}\n`).join('');
    const path = await shell.saveText({ suggestedName: 'articles.jsonl', text });
    if (path !== null)
      toasts.show({
        message: say('export.done', { articles: say('count.articles', { count: records.length }), path }),
      });
  } catch (thrown) {
    toasts.showFailure(say('export.failed'), thrown);
  }
}
