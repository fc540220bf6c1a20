import { describe, expect, test } from 'vitest';
import { readFormat } from '../../../../support/read-format.ts';
import { pdfOf, type PdfText } from '../../../../support/pdf-of.ts';
import { docxOf, wordParagraph } from '../../../../support/zip-of.ts';

const para = (text: string): string => String.raw`${text}\par\pard `;
const bold = (text: string): string => String.raw`{\b ${text}}\par\pard `;

function nexisDocument(number: number, headline: string, rest: readonly string[]): string {
  const suffix = number === 1 ? '' : `_${number - 2}`;
  return [
    wordParagraph('', '', `Bookmark_${number}`),
    wordParagraph(headline),
    wordParagraph('The Courier(London)'),
    wordParagraph('September 30, 2015 Wednesday 9:03 AM GMT'),
    wordParagraph('Copyright 2015 Courier Media\nAll Rights Reserved'),
    wordParagraph('Section: NEWS; Pg. 6'),
    wordParagraph('Length: 937 words'),
    wordParagraph('Byline: Mina Okoro'),
    wordParagraph('Body', '<w:b/>', `Body${suffix}`),
    ...rest.map((text) => wordParagraph(text)),
    wordParagraph('Classification', '<w:b/>', `Classification${suffix}`),
    wordParagraph('Language: ENGLISH'),
    wordParagraph('\nPublication-Type: Newspaper\n'),
    wordParagraph('\nLoad-Date: October 1, 2015'),
    wordParagraph('\nEnd of Document'),
  ].join('');
}

const cover = [
  'User Name: mina',
  'Date and Time: Friday, March 20, 2018 4:51 PM',
  'Job Number: 1',
  'Documents (2)',
  '1. Ferry stops',
  '2. Islands wait',
  'Client/Matter: -None-',
]
  .map((text) => wordParagraph(text))
  .join('');

test('a document of Nexis Uni is its articles, and not its cover', async () => {
  const { format, articles, failures, declared } = await readFormat(
    'a.docx',
    docxOf(
      cover +
        nexisDocument(1, 'Ferry stops;\nIslanders wait', [
          'The ferry stopped on Friday.',
          'It waits: Length: 3 miles.',
          'Graphic',
          'The ferry',
        ]) +
        nexisDocument(2, 'Islands wait', ['The islands wait.']),
    ),
  );
  expect([format, failures, declared]).toEqual(['nexis-office', [], 2]);
  expect(articles).toMatchObject([
    {
      headline: 'Ferry stops; Islanders wait',
      outlet: 'The Courier(London)',
      byline: 'Mina Okoro',
      section: 'NEWS; Pg. 6',
      language: 'en',
      published: { date: '2015-09-30T09:03' },
      declaredWords: 937,
      captions: [{ text: 'The ferry' }],
      body: ['The ferry stopped on Friday.', 'It waits: Length: 3 miles.'],
    },
    { headline: 'Islands wait', body: ['The islands wait.'] },
  ]);
});

test('the same is read when another program has saved it as RTF', async () => {
  const lines = [
    'Ferry stops',
    'The Courier',
    'May 30, 2014 Friday',
    'Copyright 2014 Courier Media',
    'Length: 937 words',
    'Body',
    'The ferry stopped.',
    'Classification',
    'Language: ENGLISH',
    'Load-Date: May 30, 2014',
    'End of Document',
  ];
  const { format, articles } = await readFormat(
    'a.rtf',
    String.raw`{\rtf1\ansi ${lines.map(para).join('')}}`,
  );
  expect(format).toBe('nexis-office');
  expect(articles).toMatchObject([
    {
      headline: 'Ferry stops',
      outlet: 'The Courier',
      published: { date: '2014-05-30' },
      body: ['The ferry stopped.'],
    },
  ]);
});

test('older documents of Nexis are told apart by their counters, as its texts are', async () => {
  const centred = (text: string): string => String.raw`\qc ${text}\par\pard `;
  const one = (counter: string, headline: string): string =>
    centred(counter) +
    centred('The Courier (London)') +
    centred('January 11, 2010 Monday') +
    [
      headline,
      'BYLINE: Mina Okoro',
      'LENGTH: 355 words',
      'The ferry stopped.',
      'LOAD-DATE: January 11, 2010',
      'LANGUAGE: ENGLISH',
    ]
      .map(para)
      .join('') +
    centred('Copyright 2010 Courier Media');
  const cover = para('Download Request: Selected Items: 1-2');
  const { format, articles, failures } = await readFormat(
    'a.rtf',
    String.raw`{\rtf1\ansi ${cover}${one('1 of 2 DOCUMENTS', 'Ferry stops')}${one('2 of 2 DOCUMENTS', 'Islands wait')}}`,
  );
  expect([format, failures, articles.length]).toEqual(['nexis-office', [], 2]);
  expect(articles[1]).toMatchObject({
    headline: 'Islands wait',
    outlet: 'The Courier (London)',
    byline: 'Mina Okoro',
    published: { date: '2010-01-11' },
    declaredWords: 355,
    body: ['The ferry stopped.'],
  });
});

test('an RTF of Factiva is its articles, without cover and table of contents', async () => {
  const contents = String.raw`{\field{\*\fldinst HYPERLINK \\l "toc1"}{\fldrslt Ferry stops}}\par\pard `;
  const article = (headline: string, head: readonly string[], number: string): string =>
    [
      bold(headline),
      ...head.map(para),
      para('The ferry stopped on Friday.'),
      para('It waits.'),
      para('Courier Media'),
      para(number),
    ].join('');
  const text =
    String.raw`{\rtf1\ansi\ansicpg1252 ` +
    bold('Factiva') +
    contents +
    article(
      'Ferry stops',
      [
        'By Mina Okoro',
        '475 words',
        '19 November 2013',
        '09:30',
        'The Courier',
        'COUR',
        '14',
        'English',
        '(c) 2013 Courier Media',
      ],
      'Document COUR000020131120e9bj0001v',
    ) +
    para('Politics') +
    article(
      'Islands wait',
      ['1,234 words', '20 November 2013', 'The Courier', 'COUR', 'English', '\\u169? 2013 Courier Media'],
      'Document COUR000020131121e9bj0002x',
    ) +
    para('Search Summary') +
    '}';
  const { format, articles, failures } = await readFormat('Factiva-20260125-1237.rtf', text);
  expect([format, failures]).toEqual(['factiva-office', []]);
  expect(articles).toMatchObject([
    {
      key: 'COUR000020131120e9bj0001v',
      headline: 'Ferry stops',
      section: null,
      byline: 'By Mina Okoro',
      outlet: 'The Courier',
      language: 'en',
      published: { date: '2013-11-19T09:30' },
      declaredWords: 475,
    },
    {
      key: 'COUR000020131121e9bj0002x',
      headline: 'Islands wait',
      section: 'Politics',
      declaredWords: 1234,
      byline: null,
    },
  ]);
  expect(articles[0]?.body).toEqual(['The ferry stopped on Friday.', 'It waits.']);
});

test('a press review of APA is its articles', async () => {
  const text =
    String.raw`{\rtf1{\info{\title RTF Datei}}{\header\pard APA-OnlineManager\par}` +
    para(String.raw`\i "Ober\u246?ische Nachrichten" vom 23.10.2017 Seite: 2`) +
    para('Ressort: Politik') +
    para('Abend') +
    bold('Zum Fahrplan nur Kritik:') +
    bold(String.raw`F\u228?hre steht`) +
    para('Die Insel wartet.') +
    para(String.raw`Die F\u228?hre fuhr am Freitag nicht und wird vor Juni nicht fahren.`) +
    para('_'.repeat(60)) +
    para(String.raw`"Hafen.at" gefunden am 28.12.2017 10:36 Uhr`) +
    bold('Inseln warten') +
    para('Alle warten.') +
    '}';
  const { format, articles } = await readFormat('a.rtf', text);
  expect(format).toBe('apa-office');
  expect(articles).toMatchObject([
    {
      headline: 'Zum Fahrplan nur Kritik: Fähre steht',
      standfirst: 'Die Insel wartet.',
      outlet: 'Oberöische Nachrichten',
      section: 'Politik',
      published: { date: '2017-10-23' },
      body: ['Die Fähre fuhr am Freitag nicht und wird vor Juni nicht fahren.'],
    },
    {
      headline: 'Inseln warten',
      outlet: 'Hafen.at',
      published: { date: '2017-12-28T10:36' },
      body: ['Alle warten.'],
    },
  ]);
});

describe('a PDF of an export', () => {
  const sentence = 'The ferry to the islands stopped on Friday and will not sail before June, they said.';
  /** One under the other, the headline in larger letters and a gap above what opens with a blank. */
  const page = (...lines: readonly string[]): PdfText[] => {
    let y = 750;
    return lines.map((line, at) => {
      y -= line.startsWith(' ') ? 26 : 12;
      return { text: line.trim(), x: 50, y, size: line.startsWith(' # ') || at === 0 ? 16 : 10 };
    });
  };

  test('of Nexis Uni is taken apart into its documents', async () => {
    const { format, articles } = await readFormat(
      'a.pdf',
      pdfOf(
        page(
          'Ferry to the islands stops for months while its owner',
          'Harbour Post(Esta)',
          'September 30, 2015 Wednesday 9:03 AM GMT',
          ' Copyright 2015 Harbour Media Ltd All Rights Reserved',
          ' Section: NEWS; Pg. 4',
          'Length: 32 words',
          'Byline: Mina Okoro',
          ' Body',
          ` ${sentence}`,
          ` ${sentence}`,
          ' Load-Date: October 1, 2015',
          ' End of Document',
        ),
        page(
          'Old lock opens',
          'The Canal Times',
          'October 1, 2015 Thursday',
          'Length: 16 words',
          'Body',
          sentence,
          ' End of Document',
        ),
      ),
    );
    expect(format).toBe('nexis-office');
    expect(articles).toMatchObject([
      {
        headline: 'Ferry to the islands stops for months while its owner',
        outlet: 'Harbour Post(Esta)',
        byline: 'Mina Okoro',
        section: 'NEWS; Pg. 4',
        published: { date: '2015-09-30T09:03' },
        body: [sentence, sentence],
      },
      {
        headline: 'Old lock opens',
        outlet: 'The Canal Times',
        published: { date: '2015-10-01' },
        body: [sentence],
      },
    ]);
  });

  test('of Factiva is taken apart by its numbers', async () => {
    const article = (headline: string, number: string): PdfText[] =>
      page(
        headline,
        'By Mina Okoro',
        '16 words',
        '19 November 2013',
        'Harbour Post',
        'HARP',
        'English',
        '© 2013 Harbour Media Ltd.',
        ` ${sentence}`,
        ' Harbour Media Ltd',
        ` Document ${number}`,
      );
    const { format, articles } = await readFormat(
      'a.pdf',
      pdfOf(
        article('Ferry stops', 'HARP000020131120e9bj0001v'),
        article('Lock opens', 'HARP000020131120e9bj0002w'),
      ),
    );
    expect(format).toBe('factiva-office');
    expect(articles).toMatchObject([
      {
        key: 'HARP000020131120e9bj0001v',
        headline: 'Ferry stops',
        outlet: 'Harbour Post',
        published: { date: '2013-11-19' },
        body: [sentence],
      },
      { key: 'HARP000020131120e9bj0002w', headline: 'Lock opens', body: [sentence] },
    ]);
  });
});
