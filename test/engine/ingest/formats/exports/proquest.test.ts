import { expect, test } from 'vitest';
import { readFormat } from '../../../../support/read-format.ts';

const field = (label: string, value: string): string =>
  `<p style="margin:0"><strong>${label}: </strong>${value}</p>`;

const first = `<div style="margin-bottom:20px"><a name="DocID_MSTAR_251439970"></a><p></p>
<p style="font-weight:bold;">Ferry stops; Islanders wait &amp; hope</p>
${field('Author', 'Okoro, Mina')}${field('Publication info', 'The Courier ; Harbour, Calif. [Harbour, Calif]08 May 2010: AA.2.')}
<p><a href="https://example.org">ProQuest document link</a></p>
<p><strong>Abstract:  </strong></p><p>The ferry does not sail.</p>
<p><strong>Full text: </strong><text wordcount="239" htmlcontent="true">html&gt;<head><meta name="x" content="y"><title></title></head><body>
<div><a class="sr-only" title="FILE">Enlarge this image.</a></div><p>The ferry does not sail.</p> <p>It waits for June: all of it.</p><p>--</p><p>mina@courier.example</p></body></html></text></p>
${field('Subject', 'Ferries; Islands')}${field('Publication title', 'The Courier; Harbour, Calif.')}${field('Publication year', '2010')}${field('Publication date', 'May 8, 2010')}
${field('Section', 'LATExtra; Part AA')}${field('Place of publication', 'Harbour, Calif.')}${field('Language of publication', 'English')}${field('ProQuest document ID', '251439970')}
${field('Document URL', '<a href="https://search.proquest.com/docview/251439970">https://search.proquest.com/docview/251439970</a>')}${field('Last updated', '2017-11-07')}</div>`;
const second = `<div><a name="DocID_MSTAR_2637783411"></a><p></p><p style="font-weight:bold;">Census of islands</p>
<p><span class="scholUnivAuthors">Wines, Michael.</span><strong>Island Times</strong><strong>, Late Edition (East Coast); Island, N.Y.</strong> [Island, N.Y.].&nbsp;10 Mar 2022.</p>
${field('Author', 'Wines, Michael; Cramer, Maria')}${field('Abstract', 'None available.')}
<p><strong>Full text: </strong><Text WordCount="1214" HTMLContent="true"><html><body><p>WASHINGTON — The census undercounted the islands, the bureau said.</p></body></html></Text></p>
${field('Publication title', 'Island Times, Late Edition (East Coast); Island, N.Y.')}${field('Publication date', 'Mar 10, 2022')}${field('ProQuest document ID', '2637783411')}</div>`;

test('documents of ProQuest in HTML are read out of their fields', async () => {
  const { format, articles } = await readFormat('a.html', `${first}\n${second}`);
  expect(format).toBe('proquest-html');
  expect(articles).toMatchObject([
    {
      key: '251439970',
      headline: 'Ferry stops; Islanders wait & hope',
      byline: 'Okoro, Mina',
      place: 'Harbour, Calif.',
      outlet: 'The Courier',
      section: 'LATExtra; Part AA',
      language: 'en',
      url: 'https://search.proquest.com/docview/251439970',
      published: { date: '2010-05-08' },
      declaredWords: 239,
      body: ['The ferry does not sail.', 'It waits for June: all of it.', '--', 'mina@courier.example'],
    },
    {
      key: '2637783411',
      headline: 'Census of islands',
      byline: 'Wines, Michael; Cramer, Maria',
      place: 'WASHINGTON',
      outlet: 'Island Times',
      published: { date: '2022-03-10' },
      body: ['The census undercounted the islands, the bureau said.'],
    },
  ]);
});

test('documents of ProQuest come by mail as well', async () => {
  const html = `<!DOCTYPE html><html><head><title>ProQuest Export</title></head><body><p>Email 4 of 5</p>${first}${second}</body></html>`;
  const encoded = Buffer.from(html)
    .toString('latin1')
    .replace(/[=\x80-\xff]/g, (byte) => `=${byte.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`)
    .replace(/.{1,70}(?:=[0-9A-F]{2})?/g, (line) => `${line}=\r\n`);
  const mail = [
    'Received: by 127.0.0.1; Tue, 15 Aug 2023 01:02:03 -0700 (PDT)',
    'From: noreply@proquest.com',
    'To: mina@courier.example',
    'Subject: Your ProQuest Research',
    'Date: Tue, 15 Aug 2023 01:02:03 -0400',
    'MIME-Version: 1.0',
    'Content-Type: multipart/mixed; boundary="part"',
    '',
    '--part',
    'Content-Type: text/html; charset="UTF-8"',
    'Content-Transfer-Encoding: quoted-printable',
    '',
    encoded,
    '--part--',
    '',
  ].join('\r\n');
  const { format, articles } = await readFormat('a.eml', mail);
  expect(format).toBe('proquest-mail');
  expect(articles).toMatchObject([
    { key: '251439970', headline: 'Ferry stops; Islanders wait & hope', published: { date: '2010-05-08' } },
    { key: '2637783411', headline: 'Census of islands', published: { date: '2022-03-10' } },
  ]);
});

const border = '_'.repeat(60);
const text = `${border}

Report Information from ProQuest
May 05 2020 10:20
${border}

Document 1 of 2

Ferry stops

Author: Okoro, Mina
Publication info: The Courier ; Harbour, Calif. [Harbour, Calif]08 May 2010: AA.2.
Abstract: The ferry does not sail.
Links: https://example.org
Full text: The ferry does not sail.
It waits for June: all of it.

Subject: Ferries
Title: Ferry stops
Publication title: The Courier; Harbour, Calif.
Section: News
Language of publication: English
ProQuest document ID: 251439970
${border}

Document 2 of 2

Full Text: The islands wait.

Title: Islands wait
Publication title: Island Times
Publication date: Mar 10, 2022
ProQuest document ID: 2637783411

${border}

Contact ProQuest
Database copyright © 2020 ProQuest LLC. All rights reserved.`;

test('documents of ProQuest as text are read, whether their title stands before the text or behind it', async () => {
  const { format, articles, failures } = await readFormat('a.txt', text);
  expect([format, failures]).toEqual(['proquest-txt', []]);
  expect(articles).toMatchObject([
    {
      key: '251439970',
      headline: 'Ferry stops',
      byline: 'Okoro, Mina',
      outlet: 'The Courier',
      published: { date: '2010-05-08' },
      body: ['The ferry does not sail.', 'It waits for June: all of it.'],
    },
    {
      headline: 'Islands wait',
      outlet: 'Island Times',
      published: { date: '2022-03-10' },
      body: ['The islands wait.'],
    },
  ]);
});

test('a text that has a line like a label keeps it, and one that nobody may read is none', async () => {
  const fields = (title: string): string =>
    `Title: ${title}\n\nAuthor: Okoro, Mina\n\nPublication date: May 8, 2010\n\n`;
  const { articles } = await readFormat(
    'a.txt',
    `${border}\n\nFull text: The ferry waits.\n\nTitle: Captain, he said.\n\nIt waits for June.\n\n${fields('Ferry waits')}` +
      `${border}\n\nFull text: Not available.\n\n${fields('Dam holds')}${border}\n`,
  );
  expect(articles).toMatchObject([
    { headline: 'Ferry waits', body: ['The ferry waits.', 'Title: Captain, he said.', 'It waits for June.'] },
    { headline: 'Dam holds', body: [] },
  ]);
});
