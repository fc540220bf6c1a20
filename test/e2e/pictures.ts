import type { Page } from '@playwright/test';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { TagColour } from '../../electron/contract/archive-api.ts';
import type { HighlightColour } from '../../electron/contract/highlights.ts';
import type { ArticleId } from '../../electron/contract/ids.ts';
import type { WindowBridge } from '../../electron/contract/window-bridge.ts';
import { sampleArchive } from '../support/article-folder.ts';
import { Photographer } from './photographer.ts';
import { photographLibrary } from './library-states.ts';
import { photographSheets } from './sheet-states.ts';
import { photographStates } from './window-states.ts';

// Photographs the window for the documents: the sample archive as somebody would have it after a week's work, and then each
// state that a person may meet.

type Bridged = typeof globalThis & { readonly archive: WindowBridge };

/** A tag, its colour, and the query whose answer carries it. */
const tagged: readonly (readonly [string, TagColour, string])[] = [
  ['Dam/Contract', 'blue', 'dam contract'],
  ['Dam/Villages moved', 'teal', 'villages AND (move OR moved)'],
  ['Dam/Reservoir', 'teal', 'reservoir'],
  ['Flood of 2019', 'blue', 'flood AND before:2020'],
  ['Port strike', 'red', '"port strike" OR crane*'],
  ['Port strike/Wheat', 'amber', 'wheat'],
  ['Museum theft', 'violet', 'seals'],
  ['Hospital', 'green', 'oxygen'],
  ['Election', 'olive', 'election'],
  ['المياه', 'teal', 'النهر OR المياه'],
  ['To be checked', 'slate', 'fuel AND after:2021'],
  ['Starred', 'amber', '"said to nobody" OR piano OR turbine'],
];
const notes: readonly (readonly [string, string])[] = [
  ['all-night talks handshake', 'Compare the “ten-hour limit” here with the settlement of 5 August.'],
  ['walnut villages', 'First mention of the Dasht terrace. Who bought the land before June 2020?'],
];

/** What is highlighted at the beginning of the first article that a query finds. */
const passages: readonly (readonly [string, HighlightColour, string])[] = [
  ['reservoir', 'blue', 'The figure of 2019 was lower: which of the two is meant?'],
  ['"port strike"', 'yellow', ''],
  ['النهر', 'green', 'قارن بما قاله الوزير في آذار.'],
  ['oxygen', 'pink', 'Ask the hospital for the delivery notes.'],
];

await Photographer.at(
  { width: 1600, height: 1000 },
  (home) => ({ libraryDir: join(home, 'Dalmara papers') }),
  async (photographer) => {
    const { window } = photographer;
    await furnish(window);

    await photographer.show('(dam OR flood*) AND minister -election');
    await photographer.take('search');

    await photographer.show('port strike');
    await window.keyboard.press('Control+\\');
    await window.keyboard.press('n');
    await photographer.take('reading');
    await window.keyboard.press('Control+\\');

    await photographer.show('دلمارة OR النهر');
    await photographer.take('arabic');

    await photographer.theme('dark');
    await photographer.show('"bronze age" OR seals');
    await window.keyboard.press('j');
    await photographer.take('search-dark');

    await photographer.theme('light');
    await photographer.show('');
    await window.keyboard.press('Control+2');
    await window.getByRole('main', { name: 'Tags' }).waitFor();
    await photographer.take('tags');
    await window.keyboard.press('Control+4');
    await window.getByRole('listbox', { name: 'Notes and highlights' }).getByRole('option').first().waitFor();
    await photographer.take('notes');
  },
);
await photographStates();
await photographSheets();
await photographLibrary();

/** Imports the sample archive, an outlet a source, and does the work of a week. */
async function furnish(window: Page): Promise<void> {
  const outlets = readdirSync(sampleArchive, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && entry.name !== 'parser-test')
    .map(({ name }) => join(sampleArchive, name));
  await window.evaluate(
    async ({ outlets, tagged, notes, passages }) => {
      const { archive } = (globalThis as Bridged).archive;
      const found = async (query: string): Promise<readonly ArticleId[]> => {
        const filter = { tags: [], sources: [], untagged: false };
        const answer = await archive.search({
          query,
          grammar: 'news',
          sort: 'relevance',
          filter,
          offset: 0,
          limit: 100,
          typing: false,
        });
        if ('failure' in answer) throw new Error(answer.failure.code);
        return answer.value.hits.map(({ id }) => id);
      };
      await archive.addSources({ paths: outlets });
      await archive.importFinished({});
      for (const [name, colour, query] of tagged) {
        await archive.createTag({ name, colour });
        await archive.setTags({ selection: { ids: await found(query) }, add: [name], remove: [] });
      }
      for (const [query, colour, note] of passages) {
        const [article] = await found(query);
        const read = article === undefined ? null : await archive.article({ id: article, resultSet: null });
        if (article === undefined || read === null || 'failure' in read) continue;
        const { headline, standfirst, body } = read.value.fields;
        const start = [headline, ...(standfirst === null ? [] : [standfirst]), ''].join('\n').length;
        const exact = (body[0] ?? '').slice(0, 160).trimEnd();
        await archive.addHighlight({
          article,
          passage: { start, end: start + exact.length, exact },
          colour,
          note,
        });
        await archive.setReadingState({ selection: { ids: [article] }, state: 'read', on: true });
        await archive.setReadingState({ selection: { ids: [article] }, state: 'queued', on: true });
      }
      for (const [query, text] of notes) {
        const [article] = await found(query);
        if (article !== undefined) await archive.addNote({ article, text });
      }
    },
    { outlets, tagged, notes, passages },
  );
}
