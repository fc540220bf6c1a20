import { expect, test } from 'vitest';
import { readFormat } from '../../../../support/read-format.ts';
import { columnOf, pdfOf, type PdfText } from '../../../../support/pdf-of.ts';

const left = [
  'The ferry to the islands stopped on',
  'Friday and will not sail before June,',
  'its owner said in a letter to the har-',
  'bour authority, which nobody on the',
  'islands had been told about at all.',
  'Shops ran out of bread in two days,',
  'and the school sent home the children',
];
const right = [
  'who live on the other side of the bay.',
  'Islanders wait for the next boat, one',
  'that is due in the summer, and buy',
  'what the shops still have. A teacher',
  'said that fifty-five families need the',
  'medicine that came with every boat.',
  'The ministry declined to comment on',
];

test('columns are read one after the other, under a headline that runs across them', async () => {
  const page = [
    { text: 'Ferry stops at noon and will', x: 50, y: 720, size: 24 },
    { text: 'not sail before June', x: 50, y: 692, size: 24 },
    { text: 'By Mina Okoro', x: 50, y: 660 },
    { text: 'July 26, 2021', x: 50, y: 640 },
    ...columnOf(left, 50, 600),
    ...columnOf(right, 260, 600),
  ];
  const { format, articles } = await readFormat('a.pdf', pdfOf(page));
  expect(format).toBe('pdf');
  expect(articles).toMatchObject([
    {
      headline: 'Ferry stops at noon and will not sail before June',
      byline: 'Mina Okoro',
      published: { date: '2021-07-26' },
      body: [[...left, ...right].join(' ').replace('har- bour', 'harbour')],
    },
  ]);
});

test('the columns of a page from right to left are read from the right', async () => {
  const arabic = (lines: readonly string[], x: number): PdfText[] =>
    lines.flatMap((line, row) =>
      // Painted letter by letter from the left, the last one first.
      [...line]
        .reverse()
        .map((text, at) => ({ text, x: x + at * 5, y: 700 - row * 12 }))
        .filter(({ text }) => text !== ' '),
    );
  const first = [
    'اﻟﻌﺒﺎرة إﻟﻰ اﻟﺠﺰر ﺗﻮﻗﻔﺖ ﻳﻮم اﻟﺠﻤﻌﺔ',
    'وﻟﻦ ﺗﺒﺤﺮ ﻗﺒﻞ ﻳﻮﻧﻴﻮ ﻛﻤﺎ ﻗﺎل ﺻﺎﺣﺒﻬﺎ',
    'ﻓﻲ رﺳﺎﻟﺔ إﻟﻰ ﺳﻠﻄﺔ اﻟﻤﻴﻨﺎء اﻟﺘﻲ ﻟﻢ',
  ];
  const second = [
    'ﺗﺨﺒﺮ أﺣﺪا ﻣﻦ ﺳﻜﺎن اﻟﺠﺰر ﺑﻤﺎ ﺟﺮى',
    'وﻗﺪ ﻧﻔﺪ اﻟﺨﺒﺰ ﻣﻦ اﻟﻤﺘﺎﺟﺮ ﺧﻼل ﻳﻮﻣﻴﻦ',
    'وﻋﺎد اﻟﺘﻼﻣﻴﺬ إﻟﻰ ﺑﻴﻮﺗﻬﻢ ﻋﻨﺪ اﻟﻈﻬﺮ',
  ];
  const { articles } = await readFormat('a.pdf', pdfOf([...arabic(first, 330), ...arabic(second, 80)]));
  expect(articles[0]?.body.join(' ')).toBe([...first, ...second].join(' ').normalize('NFKC'));
});

test('numbers and Latin words within Arabic are turned back, and brackets that were painted as they look', async () => {
  const painted = (text: string, x: number): PdfText => ({
    text: /\p{Script=Arabic}/u.test(text) ? [...text].reverse().join('') : text,
    x,
    y: 700,
  });
  const page = [
    painted('(', 20),
    painted('أﺧﻴﺮ', 25),
    painted(')', 45),
    painted('COVID-19', 60),
    painted('ﻓﻲ', 110),
    painted('2021', 130),
    painted('ﻳﻮﻟﻴﻮ', 160),
    painted('26', 195),
  ];
  const { articles } = await readFormat('a.pdf', pdfOf(page));
  expect(articles[0]?.headline ?? articles[0]?.body[0]).toBe('26 يوليو 2021 في COVID-19 (أخير)');
});

test('heads, feet and numbers of pages are none of the text, which goes on over the page', async () => {
  const page = (lines: readonly string[], number: number): PdfText[] => [
    { text: 'The Courier, archive', x: 50, y: 760 },
    ...columnOf(lines, 50, 700),
    { text: `Page ${number} of 2`, x: 280, y: 30 },
  ];
  const { articles } = await readFormat('a.pdf', pdfOf(page(left, 1), page(right, 2)));
  expect(articles[0]?.body).toEqual([[...left, ...right].join(' ').replace('har- bour', 'harbour')]);
  expect(articles[0]?.furniture).toEqual(['The Courier, archive', 'Page 1 of 2', 'Page 2 of 2']);
});

test('a gap, an indent and a short last line begin a paragraph; bullets are no column', async () => {
  const page = [
    ...columnOf(
      [
        'The ferry stopped on Friday, its owner said.',
        'It waits.',
        'The islands wait for the next boat as well, they',
        'say, and buy what the shops still have.',
      ],
      50,
      700,
    ),
    { text: 'A paragraph that is indented begins a new one, and', x: 65, y: 652 },
    { text: 'goes on at the edge of its column, as all of them do.', x: 50, y: 640 },
    ...['One boat', 'Two islands', 'Three shops', 'Four weeks'].flatMap((text, at) => [
      { text: '•', x: 50, y: 600 - at * 18 },
      { text, x: 70, y: 600 - at * 18 },
    ]),
  ];
  const { articles } = await readFormat('a.pdf', pdfOf(page));
  const [article] = articles;
  expect(
    [article?.headline, ...(article?.body ?? [])].filter((line, at, all) => all.indexOf(line) === at),
  ).toEqual([
    'The ferry stopped on Friday, its owner said.',
    'It waits.',
    'The islands wait for the next boat as well, they say, and buy what the shops still have.',
    'A paragraph that is indented begins a new one, and goes on at the edge of its column, as all of them do.',
    '• One boat',
    '• Two islands',
    '• Three shops',
    '• Four weeks',
  ]);
});

test('without larger letters the first line is the headline, if it is one', async () => {
  const lines = columnOf(['Ferry stops at noon', ...left], 50, 700);
  const [first, ...rest] = lines.map((line, at) => (at === 0 ? line : { ...line, y: line.y - 20 }));
  const { articles } = await readFormat('a.pdf', pdfOf(first === undefined ? [] : [first, ...rest]));
  expect(articles[0]?.headline).toBe('Ferry stops at noon');
  expect(articles[0]?.body).toEqual([left.join(' ').replace('har- bour', 'harbour')]);
});

test('what nobody could search is said and not read', async () => {
  const failure = async (bytes: Uint8Array): Promise<unknown> => (await readFormat('a.pdf', bytes)).failures;
  expect(await failure(pdfOf([]))).toEqual([{ place: null, code: 'empty', reason: 'no text: scanned' }]);
  const spaced = left.map((line) => [...line.replace(/ /g, '')].join(' '));
  expect(await failure(pdfOf(columnOf(spaced, 50, 700)))).toMatchObject([
    { code: 'undecodable', reason: 'its fonts give single letters and no words' },
  ]);
  const unnamed = left.map((line) =>
    line.replace(/[a-z]/g, (letter) => String.fromCharCode(0xe000 + letter.charCodeAt(0))),
  );
  expect(await failure(pdfOf(columnOf(unnamed, 50, 700)))).toMatchObject([
    { code: 'undecodable', reason: 'its fonts do not say which letters they show' },
  ]);
  expect(await failure(Buffer.from('%PDF-1.4\nand nothing more'))).toMatchObject([{ code: 'unreadable' }]);
});
