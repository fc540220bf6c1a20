import iconv from 'iconv-lite';
import { expect, test } from 'vitest';
import { readFormat, type ReadArticle } from '../../../../support/read-format.ts';

const cover = [
  '',
  'Download Request: Selected Items: 1-3',
  'Time Of Request: Friday, March 20, 2018  16:51:31',
  '',
  'Terms: (harbour and crane)',
  '',
].join('\n');

const centred = (line: string): string => ' '.repeat(Math.floor((80 - line.length) / 2)) + line;

/** A document as Nexis writes it; lines that begin with ">" are centred. */
function documentOf(counter: string, ...paragraphs: readonly string[]): string {
  const written = paragraphs.map((paragraph) =>
    paragraph
      .split('\n')
      .map((line) => (line.startsWith('>') ? centred(line.slice(1)) : line))
      .join('\n'),
  );
  return `\n${centred(counter)}\n\n\n${written.join('\n\n')}\n\n`;
}

async function readOne(...paragraphs: readonly string[]): Promise<ReadArticle | undefined> {
  const { articles } = await readFormat('a.txt', documentOf('1 of 1 DOCUMENT', ...paragraphs));
  expect(articles).toHaveLength(1);
  return articles[0];
}

const ferry = 'The ferry to the islands stopped on Friday and will\nnot sail before June, its owner said.';
const dam = 'Engineers opened two gates of the dam after a night of heavy rain.';
const tail = ['LOAD-DATE: January 12, 2010', 'LANGUAGE: ENGLISH', 'PUBLICATION-TYPE: Newspaper'];
const copyright = '>Copyright 2010 Courier Media\n>All Rights Reserved';

test('a file of Nexis is its documents, whatever their counters say', async () => {
  const file =
    cover +
    documentOf(
      '1 of 3 DOCUMENTS',
      '>The Courier (London)',
      '>January 11, 2010 Monday\n>First Edition',
      'Ferry stops;\nIslanders wait for June',
      'BYLINE: Mina Okoro',
      'SECTION: NEWS; Pg. 6',
      'LENGTH: 2,968  words',
      ferry,
      dam,
      ...tail,
      'GRAPHIC: The ferry, on Friday',
      copyright,
    ) +
    documentOf('8 of 383 DOCUMENTS', '>The Echo', '>January 8, 2010', 'Dam holds', dam, ...tail);
  const { format, articles, failures, declared } = await readFormat(
    'a.TXT',
    `\ufeff${file.replaceAll('\n', '\r\n')}`,
  );
  expect([format, failures, declared, articles.length]).toEqual(['nexis-txt', [], null, 2]);
  expect(articles[0]).toMatchObject({
    headline: 'Ferry stops; Islanders wait for June',
    byline: 'Mina Okoro',
    outlet: 'The Courier (London)',
    section: 'NEWS; Pg. 6',
    language: 'en',
    published: { date: '2010-01-11', precision: 'day', from: 'metadata' },
    body: [ferry.replace('\n', ' '), dam],
    captions: [{ text: 'The ferry, on Friday', credit: null }],
    declaredWords: 2968,
  });
  expect(articles[1]).toMatchObject({ headline: 'Dam holds', outlet: 'The Echo', body: [dam] });
});

test('labels are known in German, French and Dutch', async () => {
  expect(
    await readOne(
      '>Hafen-Zeitung',
      '>Mittwoch 31. August 2011',
      'Fähre steht still',
      'AUTOR: MF Tokio',
      'RUBRIK: S. 7 Ausg. 167',
      'LÄNGE: 306 Wörter',
      'Die Fähre zu den Inseln fuhr am Freitag nicht.',
      'UPDATE: 2. September 2011',
      'SPRACHE: GERMAN; DEUTSCH',
    ),
  ).toMatchObject({
    byline: 'MF Tokio',
    section: 'S. 7 Ausg. 167',
    published: { date: '2011-08-31' },
    language: 'de',
    declaredWords: 306,
    body: ['Die Fähre zu den Inseln fuhr am Freitag nicht.'],
  });
  expect(
    await readOne(
      '>Copyright 2003 Le Port\n>Le Port',
      '>27 mars 2003',
      'SECTION: Sports',
      'LONGUEUR: 876 mots',
      'TITRE: Le bac reste à quai;\nLes îles attendent',
      'SIGNATURE: Gérard Davet',
      'CHAPEAU:',
      'Le bac ne partira pas avant juin.',
      'ARTICLE:',
      'Le bac des îles a cessé ses traversées vendredi.',
      'LANGUE: FRENCH; FRANCAISE',
    ),
  ).toMatchObject({
    headline: 'Le bac reste à quai; Les îles attendent',
    standfirst: 'Le bac ne partira pas avant juin.',
    outlet: 'Le Port',
    byline: 'Gérard Davet',
    published: { date: '2003-03-27' },
    body: ['Le bac des îles a cessé ses traversées vendredi.'],
  });
  expect(
    await readOne(
      '>Copyright 2008 Haven B.V.\n>All Rights Reserved',
      '>de Havenkrant',
      '>December 31, 2008\n>woensdag',
      'LENGTH: 353 woorden',
      'HEADLINE: Veer ligt stil',
      'BODY:',
      'Het veer naar de eilanden voer vrijdag niet.',
      'LANGUAGE: DUTCH; NEDERLANDS',
    ),
  ).toMatchObject({
    headline: 'Veer ligt stil',
    outlet: 'de Havenkrant',
    published: { date: '2008-12-31' },
    body: ['Het veer naar de eilanden voer vrijdag niet.'],
  });
});

test('a headline may stand before the date, and labels behind the text', async () => {
  const specification =
    'F-15: A ground attack aircraft. COST: 43 million dollars.\nLENGTH: 19.43 meters. RANGE: 5,500 km.';
  expect(
    await readOne(
      '>Harbour Press Agency',
      'LEADALL: Two more ferries stop',
      '>April 20, 2003, Sunday\n>23:22 Central European Time',
      'DATELINE: Washington',
      ferry,
      specification,
      'SECTION: Politics',
      'LENGTH: 1122 words',
      'LOAD-DATE: May 8, 2003',
      'LANGUAGE: ENGLISH',
    ),
  ).toMatchObject({
    headline: 'LEADALL: Two more ferries stop',
    place: 'Washington',
    published: { date: '2003-04-20T23:22', precision: 'minute' },
    section: 'Politics',
    declaredWords: 1122,
    body: [ferry.replace('\n', ' '), specification.replace('\n', ' ')],
  });
  expect(
    await readOne(
      '>Hafenblatt',
      'FÄHRE STEHT STILL',
      '>15. April 2003',
      'Sylvia Maier',
      'ORTSZEILE: Wien',
      'Die Fähre fuhr nicht.',
      'RUBRIK: WIRTSCHAFT; Pg. 3',
      'LÄNGE: 382 Woerter',
      'SPRACHE: German, Deutsch',
      'HIGHLIGHT:',
      'Die Inseln warten auf den Juni.',
      'GRAFIK: Die Fähre im Hafen',
      '>Copyright 2003 Hafenblatt AG',
    ),
  ).toMatchObject({
    headline: 'FÄHRE STEHT STILL',
    byline: 'Sylvia Maier',
    place: 'Wien',
    standfirst: 'Die Inseln warten auf den Juni.',
    captions: [{ text: 'Die Fähre im Hafen' }],
    body: ['Die Fähre fuhr nicht.'],
  });
});

test('documents without headline, without date, of a season or with other centred lines are read', async () => {
  expect(
    await readOne(
      '>Island News Service',
      '>January 16, 2009 Friday 9:25 PM EST',
      'LENGTH: 10 words',
      'FLASH: FERRY STOPS',
      ...tail,
    ),
  ).toMatchObject({ published: { date: '2009-01-16T21:25' }, body: ['FLASH: FERRY STOPS'] });
  expect(
    await readOne(
      '>Island Weekly',
      'Inside the harbour',
      'BYLINE: Craig Nelson',
      'HIGHLIGHT: Amid the smoke.',
      ferry,
      ...tail,
    ),
  ).toMatchObject({ headline: 'Inside the harbour', outlet: 'Island Weekly', standfirst: 'Amid the smoke.' });
  expect(
    await readOne(
      '>Copyright © 2008 Harbour Association\n>Section of Ferries\n>Ferry Law',
      '>Summer, 2008',
      '>47-4 Ferry L. 3',
      'Report on the Spring Meeting',
      'NAME: By David Okoro',
      'TEXT:',
      ferry,
    ),
  ).toMatchObject({
    headline: 'Report on the Spring Meeting',
    outlet: 'Ferry Law',
    byline: 'By David Okoro',
    published: { date: '2008', precision: 'year' },
  });
  expect(
    await readOne(
      '>City Wire',
      'No City Wire material may be republished without the express\n>permission of the City Wire.',
      '>January 14, 2009 Wednesday 6:49 PM PST',
      '>SHOW: HARBOUR TONIGHT 7:00 PM EST',
      'Harbour tonight',
      'LENGTH: 84  words',
      'DATELINE: LOS ANGELES',
      ferry,
      ...tail,
    ),
  ).toMatchObject({ outlet: 'City Wire', headline: 'Harbour tonight', place: 'LOS ANGELES' });
});

test('what is centred is told by where the middle of the line is', async () => {
  const outlet = 'The International Harbour Courier and Supplement on Ferries (Europe)';
  expect(
    await readOne(
      `>${outlet}`,
      '>January 11, 2010 Monday',
      'Ferry stops',
      'LENGTH: 12 words',
      ferry,
      ...tail,
    ),
  ).toMatchObject({
    outlet,
    headline: 'Ferry stops',
  });
});

test('what is only a copyright is a failure of its own', async () => {
  const { articles, failures } = await readFormat(
    'a.txt',
    documentOf('827 of 2087 DOCUMENTS', copyright) +
      documentOf('2 of 2 DOCUMENTS', '>The Echo', '>January 8, 2010', 'Dam holds', dam),
  );
  expect(articles).toMatchObject([{ headline: 'Dam holds' }]);
  expect(failures).toMatchObject([{ place: 'article 1', code: 'empty' }]);
});

test('a document of pictures alone is an article, and the encoding is the one of the bytes', async () => {
  const text =
    documentOf(
      '1 of 1 DOCUMENT',
      '>Hafen-Zeitung',
      '>10. Januar 2009',
      'Fähre',
      ...tail,
      'GRAPHIC: Die Fähre im Ölhafen, für müde Gäste',
    ) + ' '.repeat(70_000);
  const { articles } = await readFormat('a.txt', iconv.encode(text, 'windows-1252'));
  expect(articles).toMatchObject([
    { headline: 'Fähre', captions: [{ text: 'Die Fähre im Ölhafen, für müde Gäste' }], body: [] },
  ]);
});

test('a text that speaks of documents is no export', async () => {
  const { format } = await readFormat('a.txt', 'We read 3 of 10 DOCUMENTS that week, and no more.');
  expect(format).toBe('txt');
});

test('labels in languages that nobody knew are told by what they say', async () => {
  expect(
    await readOne(
      '>Satamalehti',
      '>Onsdag 6. Januar 2010',
      'Lautta seisoo',
      'OSASTO: Kotimaa; s. 4',
      'PITUUS: 22 sanaa',
      'KIRJOITTAJA: Mina Okoro',
      ferry,
      'PÄIVITETTY: January 12, 2010',
      'KIELI: FINNISH; SUOMI',
    ),
  ).toMatchObject({
    headline: 'Lautta seisoo',
    language: 'fi',
    declaredWords: 22,
    body: [ferry.replace('\n', ' ')],
  });
  expect(
    await readOne(
      '>Echo',
      '>January 8, 2010',
      'Ferry stops',
      'LENGTH: 10 words',
      'MUMBAI: The ferry stopped.',
      ...tail,
    ),
  ).toMatchObject({ place: 'MUMBAI', body: ['The ferry stopped.'] });
});

test('labels that elsewhere follow the text may stand before it', async () => {
  expect(
    await readOne(
      '>Echo',
      '>January 8, 2010',
      'Dam holds',
      'LENGTH: 12 words',
      'CORRECTION-DATE: January 9, 2010',
      dam,
      ...tail,
    ),
  ).toMatchObject({ headline: 'Dam holds', body: [dam] });
});

test('a file whose lines lost their indent is read all the same', async () => {
  const file = documentOf(
    '1 of 1 DOCUMENT',
    'Copyright 1995 Echo Media',
    'The Echo',
    'June 17, 1995, CITY EDITION',
    'Dam holds',
    'SECTION: HOME NEWS; Pg. 5',
    'LENGTH: 12 words',
    dam,
    ...tail,
  ).replace(/^ +/gm, '');
  const { articles } = await readFormat('a.txt', file);
  expect(articles).toMatchObject([
    { headline: 'Dam holds', outlet: 'The Echo', published: { date: '1995-06-17' }, body: [dam] },
  ]);
});

test('a text that stands behind its label, its paragraphs indented, is the text', async () => {
  const { articles } = await readFormat(
    'a.txt',
    [
      '                               1 of 1 DOCUMENT',
      '',
      '                              The Harbour Times',
      '',
      '                  August 9, 1998, Sunday, Late Edition - Final',
      '',
      'HEADLINE: Old Lock Opens',
      '',
      'BYLINE:  By MINA OKORO',
      '',
      'BODY:',
      '   Two gates of the old lock were opened on Tuesday after eleven years of work,',
      'the canal office said.',
      '   The first barge took nineteen minutes.',
      '',
      'GRAPHIC: Photo: The old lock.',
      '',
      'LOAD-DATE: August 9, 1998',
    ].join('\r\n'),
  );
  expect(articles).toMatchObject([
    {
      headline: 'Old Lock Opens',
      body: [
        'Two gates of the old lock were opened on Tuesday after eleven years of work, the canal office said.',
        'The first barge took nineteen minutes.',
      ],
      captions: [{ text: 'Photo: The old lock.' }],
    },
  ]);
});
