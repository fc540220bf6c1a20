import { concordanceHead, concordanceRow } from '../../../electron/contract/concordance-csv.ts';
import { say } from '../../../electron/words/say.ts';
import { shell } from '../../archive.ts';
import type { Toasts } from '../window/toasts.svelte.ts';
import type { ConcordanceState } from './concordance-state.svelte.ts';

/** Saves every line of the concordance as a table where the person says, in the order that is shown. */
export async function exportLines(concordance: ConcordanceState, toasts: Toasts): Promise<void> {
  try {
    const pieces = [concordanceHead];
    for await (const lines of concordance.all()) pieces.push(lines.map(concordanceRow).join(''));
    const path = await shell.saveText({ suggestedName: 'concordance.csv', text: pieces.join('') });
    if (path === null) return;
    const count = concordance.total;
    toasts.show({
      message: say('concordance.exported', { lines: say('concordance.lines', { count }), path }),
    });
  } catch (thrown) {
    toasts.showFailure(say('export.failed'), thrown);
  }
}
