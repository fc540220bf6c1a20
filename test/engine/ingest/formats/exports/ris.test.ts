import { expect, test } from 'vitest';
import { readFormat } from '../../../../support/read-format.ts';

const records = `TY  - NEWS
TI  - Ferry to the islands stops
AU  - Okoro, Mina
AU  - The Harbour Desk
T2  - Harbour Post
DA  - 2021/07/26/
PY  - 2021
SE  - News
LA  - en
UR  - https://harbour.example/1
AB  - The ferry to the islands stopped on Friday.

Shops ran out of bread.
ER  - 

TY  - NEWS
T1  - Old lock opens
JF  - The Canal Times
Y1  - 2021/08//
N2  - Two gates of the old
lock were opened.
ER  -
`;

test.each(['\n', '\r\n'])('records of RIS are articles, with lines that end in %j', async (end) => {
  const { format, articles } = await readFormat('a.txt', `\ufeff${records.replaceAll('\n', end)}`);
  expect(format).toBe('ris');
  expect(articles).toMatchObject([
    {
      key: 'https://harbour.example/1',
      headline: 'Ferry to the islands stops',
      byline: 'Mina Okoro, The Harbour Desk',
      outlet: 'Harbour Post',
      section: 'News',
      language: 'en',
      published: { date: '2021-07-26' },
      body: ['The ferry to the islands stopped on Friday.', 'Shops ran out of bread.'],
    },
    {
      headline: 'Old lock opens',
      outlet: 'The Canal Times',
      published: { date: '2021-08' },
      body: ['Two gates of the old lock were opened.'],
    },
  ]);
});
