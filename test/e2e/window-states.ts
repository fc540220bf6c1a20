import { renameSync, rmSync } from 'node:fs';
import { page, writeFile, writeManyArticles } from '../support/article-folder.ts';
import { Photographer, type Size } from './photographer.ts';

const wide: Size = { width: 1280, height: 800 };
const narrow: Size = { width: 900, height: 700 };

const appeal = 'Our reporting is paid for by readers such as you, and by nobody else in this country.';

const table = `title,summary,story,seen,link
Ferry stops at noon,No boat until Monday,"The ferry between Esta and Adeen stops at noon, the operator said, and nobody asked why it should. ${'It will sail again on Monday. '.repeat(3)}",2021-08-03,https://courier.example/ferry
Water is back,All districts have water,"Water came back to all districts of Calder on Tuesday night, and the baker opened at four. ${'The pipes had been mended. '.repeat(3)}",2021-08-04,https://courier.example/water
`;

const mailbox = ['Harbour', 'Council/Zirin']
  .map(
    (label, nth) => `From desk@courier.example Mon Apr 07 14:31:02 2025
Message-ID: <${String(nth)}@courier.example>
From: The desk <desk@courier.example>
Subject: The council on its harbour, ${String(nth + 1)}
Date: Mon, 7 Apr 2025 14:31:02 +0000
X-Gmail-Labels: Inbox,${label}

The council of Zirin meets on the harbour. It will be open to all.

`,
  )
  .join('');

const savedPage = `<!doctype html><html lang="en"><head><title>Dam keeper warns of the flood | Esta Courier</title>
<meta property="og:site_name" content="Esta Courier"><script>document.title = 'a program'</script>
<style>h1 { color: #123a5c; border-bottom: 2px solid #c33 } aside { float: right; width: 12em; padding: 1em; background: #eee }</style></head>
<body><article><h1>Dam keeper warns of the flood</h1><p>By Rasha Tolmin</p><time datetime="2019-03-04">4 March 2019</time>
<aside><h3>Most read</h3><ul><li>Ferry repainted</li></ul></aside><img src="dam.jpg" alt="The dam at dawn, seen from the village">
<p>The keeper of the dam said on Monday that the water has never stood so high in April.</p>
<p>He asked the ministry for sand, for lamps and for twenty men, and was promised an answer by the end of the month.</p>
<table border="1"><tr><th>Year</th><th>Level</th></tr><tr><td>2017</td><td>212 m</td></tr><tr><td>2018</td><td>219 m</td></tr></table>
<p>Villagers downstream have begun to carry their stores uphill, as their parents did in the year of the great flood.</p>
</article></body></html>`;

/** Photographs every state that the window can be in and a person should know what to do in. */
export async function photographStates(): Promise<void> {
  await Photographer.at(
    wide,
    () => ({}),
    async (photographer) => {
      await photographer.take('states/no-library-yet');
      await photographer.room.openSample();
      await queries(photographer);
    },
  );
  await Photographer.at(wide, clippings, files);
  await Photographer.at(
    narrow,
    (home) => ({ args: [writeManyArticles(`${home}/harbour`, 4_000)] }),
    importing,
  );
}

async function queries(photographer: Photographer): Promise<void> {
  const { window, room } = photographer;
  const ask = async (query: string, name: string): Promise<void> => {
    await room.query.fill(query);
    await room.query.press('Enter');
    await room.query.focus();
    await photographer.take(`states/${name}`);
  };
  await ask('ferry AND (harbour', 'query-with-a-fault');
  await ask('headlin:ferry', 'field-that-is-none');
  await ask('ferry zeppelin', 'word-that-no-article-has');
  await ask('date:2021..2019 ferry', 'range-that-runs-backwards');
  await room.query.fill('');
  await room.query.pressSequentially('harb');
  await photographer.take('states/word-being-typed');
  await room.query.fill('');
  await room.sidebar.getByRole('button', { name: 'sample-archive' }).click();
  await room.query.fill('port strike');
  await photographer.take('states/filter-in-the-query');
  await photographer.show('ferry');
  await window.keyboard.press('Control+a');
  await window.keyboard.press('Delete');
  await window.getByRole('alertdialog').waitFor();
  await photographer.take('states/removal');
}

function clippings(home: string): Readonly<{ args: readonly string[] }> {
  const folder = `${home}/clippings`;
  writeFile(folder, 'quay.txt', page('The quay is mended', 'Masons have mended the quay at last.'));
  writeFile(folder, 'pier.txt', page('The pier is painted', 'The pier shines in a green that nobody chose.'));
  writeFile(folder, 'empty.txt', '');
  writeFile(folder, 'list.csv', table);
  writeFile(folder, 'wire.mbox', mailbox);
  writeFile(folder, 'charts/depths.sav', 'no reader knows this');
  writeFile(folder, 'charts/tides.sav', 'nor this');
  writeFile(
    folder,
    'wire.txt',
    'Crane topples at North Quay\n\nNORTHPORT, May 3 (Coast Wire) — A crane has toppled at the North Quay. Nobody was hurt.\n',
  );
  writeFile(folder, 'dam.html', savedPage);
  for (const town of ['Adeen', 'Calder', 'Zirin', 'Halm'])
    writeFile(
      folder,
      `bus-${town}.txt`,
      page(`A bus to ${town}`, `The bus to ${town} runs from Monday.\n\n${appeal}`),
    );
  return { args: [folder] };
}

async function corrections(photographer: Photographer): Promise<void> {
  const { window, room } = photographer;
  await window.locator('[data-field="published"]').focus();
  await window.keyboard.press('Shift+Tab');
  await window.keyboard.press('Tab');
  await window.locator('.tooltip').waitFor();
  await photographer.take('states/where-a-field-comes-from');
  await room.results.press('e');
  await window.getByLabel('Published').fill('1987-02-30');
  await window.keyboard.press('Enter');
  await photographer.take('states/correction-of-an-article');
  await window.keyboard.press('Escape');
  await photographer.show('bus');
  await room.results.press('Control+a');
  await room.message('4 selected').waitFor();
  await room.results.press('e');
  await window.getByLabel('Published', { exact: true }).fill('1987');
  await photographer.take('states/correction-of-many');
  await window.keyboard.press('Escape');
  await photographer.show('dam');
  await room.results.press('v');
  await room.article.frameLocator('iframe').locator('h1').waitFor();
  await photographer.take('states/original-page');
  await room.results.press('v');
  await window.keyboard.press('Control+3');
  await window.getByRole('button', { name: /^Lines that recur/u }).click();
  await window.getByRole('dialog').getByRole('checkbox').first().check();
  await photographer.take('states/lines-that-recur');
  await window.keyboard.press('Escape');
  await window.keyboard.press('Control+1');
}

async function files(photographer: Photographer): Promise<void> {
  const { window, room, home } = photographer;
  const folder = `${home}/clippings`;
  await photographer.show('crane');
  await photographer.take('states/date-that-is-guessed');
  await corrections(photographer);
  await photographer.show('quay');
  rmSync(`${folder}/quay.txt`);
  await room.results.press('F5');
  await room.rows.filter({ hasText: 'missing' }).first().waitFor();
  await photographer.take('states/article-without-its-file');
  await window.keyboard.press('Control+3');
  await photographer.take('states/files-that-are-not-read');
  await window.getByRole('button', { name: 'What was read of clippings' }).click();
  await window.getByRole('table').waitFor();
  await photographer.take('states/what-was-read');
  await window.getByRole('button', { name: 'Columns of list.csv' }).click();
  await window.getByRole('dialog').waitFor();
  await photographer.take('states/columns-of-a-table');
  await window.keyboard.press('Escape');
  await window.getByRole('button', { name: 'What was read of clippings' }).click();
  renameSync(folder, `${home}/cuttings`);
  await window.getByText('Not here any more.').waitFor();
  await photographer.take('states/source-that-has-moved');
}

async function importing(photographer: Photographer): Promise<void> {
  const { window, room } = photographer;
  await room.ring.waitFor();
  await room.query.fill('harbour');
  await window
    .getByText(/\d new/u)
    .first()
    .waitFor();
  await photographer.take('states/import-at-work');
}
