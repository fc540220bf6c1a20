import { expect, test } from 'vitest';
import { readFormat } from '../../../../support/read-format.ts';

const ferry = 'The ferry to the islands stopped on Friday and will not sail before June, its owner said.';
const lines = [
  'Engineers opened two gates of the dam after a night of heavy',
  'rain in the hills, and told whoever lives below it to leave',
  'their houses until the morning, when they would look again at',
  'what the river had done to the bridge.',
];

test('the text of a document of Nexis Uni is its articles, in whatever language its parts are called', async () => {
  const article = (day: number): string =>
    `Ferry ${day}\n\nThe Courier\n\nMarch ${day}, 2015 Thursday\n\nCopyright 2015 Courier Media All Rights Reserved\n\nSection: NEWS; Pg. 4\n\n` +
    `Length: 17 words\n\nByline: Mina Okoro\n\nBody\n\n${ferry}\n\n${lines.join('\n')}\n\nClassification\n\nLanguage: ENGLISH\n\nLoad-Date: March 14, 2015\n\n\nEnd of Document\n\n\n`;
  const { format, articles, failures } = await readFormat(
    'a.txt',
    `\ufeff${article(12)}${article(13)}`.replaceAll('\n', '\r\n'),
  );
  expect([format, failures]).toEqual(['nexis-uni-txt', []]);
  expect(articles).toMatchObject([
    {
      headline: 'Ferry 12',
      outlet: 'The Courier',
      byline: 'Mina Okoro',
      section: 'NEWS; Pg. 4',
      published: { date: '2015-03-12' },
      declaredWords: 17,
      body: [ferry, lines.join(' ')],
    },
    { headline: 'Ferry 13', published: { date: '2015-03-13' }, body: [ferry, lines.join(' ')] },
  ]);
  const spanish = await readFormat(
    'b.txt',
    'El bac espera\nEl Puerto\n12 de marzo de 2015 jueves\nCopyright 2015 El Puerto\nLongitud: 5 palabras\nCuerpo\nEl bac espera en el puerto.\nClasificación\nIdioma: ESPAÑOL\nFin del documento\n',
  );
  expect(spanish.articles).toMatchObject([
    { headline: 'El bac espera', outlet: 'El Puerto', language: 'es', body: ['El bac espera en el puerto.'] },
  ]);
});

test('the text of an RTF of Factiva is its articles', async () => {
  const article = (headline: string, head: string, number: string): string =>
    `${headline}\n\n${head}\n19 November 2013\nThe Courier\nCOUR\nEnglish\n(c) 2013 Courier Media\n\n${ferry}\n\nIt waits.\n\nCourier Media Ltd\n\nDocument ${number}\n\n`;
  const { format, articles, failures } = await readFormat(
    'a.txt',
    article('Ferry stops', 'By Mina Okoro\n1,475 words', 'COUR000020131120e9bj0001v') +
      article('Islands wait', '20 words', 'COUR000020131120e9bj0002w'),
  );
  expect([format, failures]).toEqual(['factiva-txt', []]);
  expect(articles).toMatchObject([
    {
      key: 'COUR000020131120e9bj0001v',
      headline: 'Ferry stops',
      byline: 'By Mina Okoro',
      outlet: 'The Courier',
      published: { date: '2013-11-19' },
      declaredWords: 1475,
      body: [ferry, 'It waits.'],
    },
    { key: 'COUR000020131120e9bj0002w', headline: 'Islands wait', byline: null, body: [ferry, 'It waits.'] },
  ]);
});

test('a text that only speaks of such an export is a text', async () => {
  const { format } = await readFormat('a.txt', `${ferry}\n\nHe wrote "End of Document" and left.\n`);
  expect(format).toBe('txt');
});
