import { say } from '../../../electron/words/say.ts';
import type { ArticleSelection } from '../../../electron/contract/search.ts';
import { archive, shell } from '../../archive.ts';
import type { Toasts } from '../window/toasts.svelte.ts';

/** Saves whole records as JSON Lines where the person says. */
export async function exportSelection(selection: ArticleSelection, toasts: Toasts): Promise<void> {
  try {
    const path = await shell.chooseExport({ suggestedName: 'articles.jsonl', kind: 'file' });
    if (path === null) return;
    const order = { format: 'jsonl', fields: null, layout: 'one', originals: false } as const;
    const { articles } = await archive.exportArticles({ ...order, selection, path });
    const count = say('count.articles', { count: articles });
    toasts.show({ message: say('export.done', { articles: count, path }) });
  } catch (thrown) {
    toasts.showFailure(say('export.failed'), thrown);
  }
}
