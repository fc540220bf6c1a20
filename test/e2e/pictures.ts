import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { TagColour } from '../../electron/contract/archive-api.ts';
import type { ArticleId } from '../../electron/contract/ids.ts';
import type { WindowBridge } from '../../electron/contract/window-bridge.ts';
import { checkout } from '../../electron/dev/checkout.ts';
import { makeSharedFolder } from '../../electron/dev/launch.ts';
import { sampleArchive } from '../support/article-folder.ts';
import { launchApp } from '../support/electron-app.ts';
import { ReadingRoom } from '../support/reading-room.ts';

// Photographs the window for the README, with the sample archive as somebody would have it after a week's work.

type Bridged = typeof globalThis & { readonly archive: WindowBridge };

const size = { width: 1600, height: 1000 };
const pictures = join(checkout, 'docs/pictures');

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

const home = makeSharedFolder('microfiche-pictures-');
const { app, window, close } = await launchApp({
  userDataDir: home,
  libraryDir: join(home, 'Dalmara papers'),
});
try {
  await window.setViewportSize(size);
  mkdirSync(pictures, { recursive: true });
  await furnish();
  const room = new ReadingRoom(window);

  await show(room, '(dam OR flood*) AND minister -election');
  await take('search');

  await show(room, 'port strike');
  await window.keyboard.press('Control+\\');
  await window.keyboard.press('n');
  await take('reading');
  await window.keyboard.press('Control+\\');

  await show(room, 'دلمارة OR النهر');
  await take('arabic');

  await theme('dark');
  await show(room, '"bronze age" OR seals');
  await window.keyboard.press('j');
  await take('search-dark');

  await theme('light');
  await show(room, '');
  await window.keyboard.press('Control+2');
  await window.getByRole('main', { name: 'Tags' }).waitFor();
  await take('tags');
} finally {
  await close();
  rmSync(home, { recursive: true, force: true });
}

/** Imports the sample archive, an outlet a source, and does the work of a week. */
async function furnish(): Promise<void> {
  const outlets = readdirSync(sampleArchive, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && entry.name !== 'parser-test')
    .map(({ name }) => join(sampleArchive, name));
  await window.evaluate(
    async ({ outlets, tagged, notes }) => {
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
        if ('failure' in answer) throw new Error(answer.failure.message);
        return answer.value.hits.map(({ id }) => id);
      };
      await archive.addSources({ paths: outlets });
      await archive.importFinished({});
      for (const [name, colour, query] of tagged) {
        await archive.createTag({ name, colour });
        await archive.setTags({ selection: { ids: await found(query) }, add: [name], remove: [] });
      }
      for (const [query, text] of notes) {
        const [article] = await found(query);
        if (article !== undefined) await archive.addNote({ article, text });
      }
    },
    { outlets, tagged, notes },
  );
}

/** Asks a question and leaves the focus in its results. */
async function show({ query, article }: ReadingRoom, question: string): Promise<void> {
  await window.keyboard.press('Control+1');
  await query.fill(question);
  await query.press('Enter');
  await article.waitFor();
}

async function theme(chosen: 'light' | 'dark'): Promise<void> {
  await app.evaluate(
    ({ BrowserWindow }, command) =>
      BrowserWindow.getAllWindows()[0]?.webContents.send('shell-event', 'menuCommand', command),
    `theme-${chosen}`,
  );
  await window.locator(`html[data-theme=${chosen}]`).waitFor();
}

/** Photographs the window once its fonts are there and nothing in it moves. */
async function take(name: string): Promise<void> {
  await window.mouse.move(size.width - 1, size.height - 1);
  await window.evaluate(async () => {
    await document.fonts.ready;
    for (let frame = 0; frame < 30; frame += 1) {
      await new Promise((resolve) => requestAnimationFrame(resolve));
    }
  });
  await window.screenshot({ path: join(pictures, `${name}.png`), caret: 'initial' });
  console.log(`docs/pictures/${name}.png`);
}
