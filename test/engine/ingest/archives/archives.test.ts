import { word } from '../../../../electron/words/word.ts';
import { gzipSync } from 'node:zlib';
import iconv from 'iconv-lite';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { FileResult } from '../../../../electron/engine/ingest/ingest-file.ts';
import { FileIngester } from '../../../../electron/engine/ingest/ingest-file.ts';
import { readableFormats } from '../../../../electron/engine/ingest/formats/readable-formats.ts';
import { formatNameOf } from '../../../support/found-records.ts';
import { tarOf } from '../../../support/tar-of.ts';
import { TemporaryLibrary } from '../../../support/temporary-library.ts';
import { docxOf, wordParagraph, zipOf, type ZipPart } from '../../../support/zip-of.ts';

let library: TemporaryLibrary;

beforeEach(() => {
  library = new TemporaryLibrary();
});

afterEach(() => library.dispose());

const ferry = 'Ferry stops\n\nThe ferry to the islands stopped on Friday and will not sail before June.';
const dam = 'Gates opened\n\nEngineers opened two gates of the dam after a night of heavy rain in the hills.';
const page =
  '<!DOCTYPE html><html><head><title>School opens</title></head><body><article><h1>School opens</h1>' +
  '<p>The school at the harbour will open again once its roof has been mended.</p></article></body></html>';
const table =
  'id,headline,body\n1,One,"The first of two stories in a table, told in a line."\n2,Two,"The second story of the table, told in a line."\n';

type Told = Readonly<{
  records: Readonly<Record<string, string>>;
  failures: Readonly<Record<string, string>>;
  end: string;
}>;

async function read(name: string, content: Uint8Array, options: Partial<Stops> = {}): Promise<Told> {
  const records: Record<string, string> = {};
  const failures: Record<string, string> = {};
  let end = 'stopped';
  for (const result of await resultsOf(name, content, options)) {
    if (result.kind === 'record') {
      const { fields } = result.article;
      const { headline, published } = fields;
      records[result.record] = published?.from === 'path' ? `${headline}, ${published.date}` : headline;
    } else if (result.kind === 'record-failed') failures[result.record] = word(result.reason);
    else if (result.kind === 'ended') end = result.warning === null ? 'ended' : word(result.warning);
    else if (result.kind === 'failed') end = `failed: ${word(result.reason)}`;
  }
  return { records, failures, end };
}

type Stops = Readonly<{ isStopped: () => boolean; begun: (number | null)[]; skip: readonly number[] }>;

async function resultsOf(
  name: string,
  content: Uint8Array,
  { isStopped = () => false, begun = [], skip = [] }: Partial<Stops>,
): Promise<FileResult[]> {
  const path = library.write(name, content);
  const blamed = skip.map((place) => ({ place, code: 'crashed', reason: 'it ended the program' }) as const);
  const file = { path, name, known: null, encoding: null, skip: blamed };
  const results: FileResult[] = [];
  const context = { formats: readableFormats, maxFileBytes: 50_000_000, today: '2026-01-01', isStopped };
  const onParse = (_path: string, place: number | null): void => void begun.push(place);
  for await (const result of new FileIngester().ingest(file, { ...context, onParse })) results.push(result);
  return results;
}

const files: readonly ZipPart[] = [
  { name: '2021/07/26/ferry.txt', content: ferry },
  { name: 'pages/school.html', content: page },
  { name: 'table.csv', content: table },
  {
    name: 'letter.docx',
    content: docxOf(wordParagraph('A letter that nobody sent was found in the attic.')),
  },
];
const articles = {
  '2021/07/26/ferry.txt': 'Ferry stops, 2021-07-26',
  'pages/school.html': expect.stringContaining('School opens') as string,
  'table.csv#1': expect.stringContaining('One') as string,
  'table.csv#2': expect.stringContaining('Two') as string,
  'letter.docx': expect.any(String) as string,
};

describe('entries are read as if they were files', () => {
  test.each([
    ['a.zip', zipOf(...files)],
    ['a.tar', tarOf(...files)],
    ['a.tar.gz', gzipSync(tarOf(...files))],
    ['a.tgz', gzipSync(tarOf(...files))],
    ['archive', zipOf(...files)],
  ])('in %s', async (name, content) => {
    expect(await read(name, content)).toEqual({ records: articles, failures: {}, end: 'ended' });
  });

  test('in a file that is packed by itself', async () => {
    expect(await read('ferry-2021-07-26.txt.gz', gzipSync(ferry))).toEqual({
      records: { 'ferry-2021-07-26.txt': 'Ferry stops, 2021-07-26' },
      failures: {},
      end: 'ended',
    });
    expect((await read('table.csv.gz', gzipSync(table))).records).toMatchObject({
      'table.csv#2': expect.stringContaining('Two') as string,
    });
  });

  test('in archives that lie in archives', async () => {
    const inner = zipOf({ name: 'b/dam.txt', content: dam });
    const { records, failures } = await read(
      'a.zip',
      zipOf(
        { name: 'x/inner.zip', content: inner },
        { name: 'y.tgz', content: gzipSync(tarOf(files[0] ?? { name: '', content: '' })) },
      ),
    );
    expect(Object.keys(records)).toEqual(['x/inner.zip#b/dam.txt', 'y.tgz#2021/07/26/ferry.txt']);
    expect(failures).toEqual({});
  });

  test('a date in the name of the archive counts where its entries have none', async () => {
    const { records } = await read('2020-03-04.zip', zipOf({ name: 'ferry.txt', content: ferry }));
    expect(records).toEqual({ 'ferry.txt': 'Ferry stops, 2020-03-04' });
  });
});

test('what is a format of its own in a zip stays that', async () => {
  const docx = docxOf(wordParagraph('A letter.'));
  expect(await formatNameOf(docx, 'a.docx')).toBe('docx');
  expect(await formatNameOf(docx, 'a.zip')).toBe('docx');
  expect(await formatNameOf(zipOf({ name: 'mimetype', content: 'application/epub+zip' }), 'a.zip')).toBe(
    'epub',
  );
  expect(
    await formatNameOf(zipOf({ name: '[Content_Types].xml', content: '<Types/>' }), 'a.xlsx'),
  ).toBeNull();
  expect(await formatNameOf(zipOf({ name: 'a.txt', content: 'a' }), 'a.zip')).toBe('zip');
});

test('names in old code pages are decoded over the whole archive', async () => {
  const arabic = ['الميناء.txt', 'العبارة توقفت.txt', 'الجزيرة تنتظر.txt'];
  const parts = arabic.map((name, at) => ({
    name: iconv.encode(name, 'windows-1256'),
    content: `${at} ${ferry}`,
  }));
  for (const content of [zipOf(...parts), tarOf(...parts)])
    expect(Object.keys((await read('a.archive', content)).records)).toEqual(arabic);
});

test('long names in tar are read as GNU and POSIX write them', async () => {
  const long = `${'folder/'.repeat(20)}ferry.txt`;
  const field = ` path=${long}\n`;
  const { records } = await read(
    'a.tar',
    tarOf(
      { name: '././@LongLink', type: 'L', content: `${long}\0` },
      { name: long.slice(0, 99), content: ferry },
      { name: 'x', type: 'x', content: `${field.length + 3}${field}` },
      { name: 'short.txt', content: dam },
    ),
  );
  expect(Object.keys(records)).toEqual([long, `${long} (2)`]);
});

test('an issue in METS finds its pages in a tar, packed or not, wherever they stand', async () => {
  const alto =
    '<alto><Layout><Page ID="P1"><PrintSpace><TextBlock ID="B1"><TextLine><String CONTENT="The"/><SP/><String CONTENT="ferry"/><SP/>' +
    '<String CONTENT="waits."/></TextLine></TextBlock></PrintSpace></Page></Layout></alto>';
  const mets =
    '<mets LABEL="Courier"><fileSec><file ID="F1"><FLocat href="alto/1.xml"/></file></fileSec><structMap TYPE="LOGICAL"><div TYPE="Newspaper">' +
    '<div ID="A1" TYPE="ARTICLE" LABEL="Ferry"><fptr><area FILEID="F1" BEGIN="B1"/></fptr></div></div></structMap></mets>';
  const issue = { name: 'issue/mets.xml', content: mets };
  const page = { name: 'issue/alto/1.xml', content: alto };
  for (const [name, content] of [
    ['a.tar', tarOf(issue, page)],
    ['b.tar', tarOf(page, issue)],
    ['c.tar.gz', gzipSync(tarOf(page, issue))],
  ] as const)
    expect(await read(name, content)).toEqual({
      records: { 'issue/mets.xml#A1': 'Ferry' },
      failures: {},
      end: 'ended',
    });
});

test('links and entries outside of the archive are not read; other kinds are counted in a sentence', async () => {
  const parts = [
    { name: '../up.txt', content: ferry },
    { name: '/etc/absolute.txt', content: ferry },
    { name: 'C:\\windows.txt', content: ferry },
    { name: './dam.txt', content: dam },
    { name: 'a.png', content: 'picture' },
    { name: 'b.PNG', content: 'picture' },
    { name: 'README', content: 'no ending' },
    { name: '__MACOSX/._dam.txt', content: 'attributes' },
  ];
  const told = {
    records: { 'dam.txt': expect.any(String) as string },
    failures: {
      '../up.txt': 'its name leads out of the archive',
      '/etc/absolute.txt': 'its name leads out of the archive',
    },
    end: 'Files in it that are not read: 2 png, 1 without an ending, 1 that are links.',
  };
  const zip = zipOf(...parts, { name: 'link.txt', content: '/etc/passwd', mode: 0o120777 });
  expect(await read('a.zip', zip)).toMatchObject(told);
  const tar = tarOf(...parts, { name: 'link.txt', content: '', type: '2' });
  expect(await read('a.tar', tar)).toMatchObject(told);
  const pictures = zipOf({ name: 'a.png', content: 'picture' });
  expect(await read('b.zip', pictures)).toEqual({
    records: {},
    failures: {},
    end: 'Files in it that are not read: 1 png.',
  });
});

describe('what is broken costs itself and no other', () => {
  test('entries that are empty, unknown or damaged are named', async () => {
    const zip = zipOf(
      { name: 'a.txt', content: ferry, isStored: true },
      { name: 'empty.txt', content: '' },
      { name: 'what.xml', content: '<unknown/>' },
      { name: 'inner.zip', content: 'PK\x03\x04 and no more' },
      { name: 'dam.txt', content: dam },
    );
    zip.write('lions', zip.indexOf('ferry'));
    expect(await read('a.zip', zip)).toEqual({
      records: { 'dam.txt': expect.any(String) as string },
      failures: {
        'a.txt': 'it is damaged: its checksum is not that of its bytes',
        'empty.txt': 'it has no bytes',
        'what.xml': 'no reader knows what is in it',
        'inner.zip': expect.any(String) as string,
      },
      end: 'ended',
    });
  });

  test('what the end of an archive cuts off', async () => {
    const tar = tarOf({ name: 'dam.txt', content: dam }, { name: 'a.csv', content: table.repeat(40) });
    const cut = await read('a.tar', tar.subarray(0, 3000));
    expect(Object.keys(cut.records)).toEqual(
      expect.arrayContaining(['dam.txt', expect.stringMatching(/^a\.csv#/)]),
    );
    expect(cut.failures).toMatchObject({ 'a.csv': 'the archive ends in the middle of it' });
    const packed = gzipSync(ferry.repeat(50));
    expect((await read('b.txt.gz', packed.subarray(0, packed.length - 12))).failures).toMatchObject({
      'b.txt': 'the file ends in the middle of a packed part',
    });
  });

  test('archives that unpack without end', async () => {
    const zeros = Buffer.alloc(20_000_000);
    for (const content of [zipOf({ name: 'a.txt', content: zeros }), gzipSync(zeros)])
      expect(await read('a.txt.gz', content)).toEqual({
        records: {},
        failures: {},
        end: 'failed: it unpacks to more than 200 times its size',
      });
    let nested = zipOf({ name: 'a.txt', content: ferry });
    for (let depth = 2; depth <= 5; depth += 1) nested = zipOf({ name: `${depth}.zip`, content: nested });
    expect((await read('a.zip', nested)).failures).toEqual({
      '5.zip, 4.zip, 3.zip, 2.zip': 'it lies in more than 3 archives',
    });
  });
});

test('places are counted over the archive, and one that ends the program is passed over by its name', async () => {
  const begun: (number | null)[] = [];
  await read('a.zip', zipOf(...files), { begun });
  expect(begun.slice(0, 4)).toEqual([null, 1, 2, 3]);
  const { records, failures } = await read('b.zip', zipOf(...files), { skip: [2] });
  expect(failures).toEqual({ 'pages/school.html': 'it ended the program' });
  expect(Object.keys(records)).toHaveLength(4);
});

test('reading stops between two entries', async () => {
  let asked = 0;
  const { end } = await read('a.zip', zipOf(...files), { isStopped: () => (asked += 1) > 6 });
  expect(end).toBe('stopped');
});

test('an entry that is too large for memory is read from a temporary file', async () => {
  const attached = `${'QUFB'.repeat(19)}\n`.repeat(60_000);
  const message = (nth: number): string =>
    `From a@example.org Mon Jul 26 10:00:00 2021\nMessage-ID: <${nth}@example.org>\nSubject: Story ${nth}\n` +
    `Content-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: text/plain\n\n${ferry}\n--b\n` +
    `Content-Type: application/zip\nContent-Transfer-Encoding: base64\n\n${attached}--b--\n\n`;
  const mailbox = message(1) + message(2);
  expect(mailbox.length).toBeGreaterThan(8_388_608);
  expect(await read('a.zip', zipOf({ name: 'inbox.mbox', content: mailbox, isStored: true }))).toEqual({
    records: { 'inbox.mbox#<1@example.org>': 'Story 1', 'inbox.mbox#<2@example.org>': 'Story 2' },
    failures: {},
    end: 'ended',
  });
});

test('an archive comes in as any file, and is known again', async () => {
  await library.open();
  library.write('a.zip', zipOf({ name: 'ferry.txt', content: ferry }, { name: 'a.png', content: 'picture' }));
  expect(await library.import()).toMatchObject({ seen: 1, added: 1, failed: 0 });
  expect(await library.import()).toMatchObject({ added: 0, updated: 0 });
});

test('a failure is one line, also where a library quotes the file', async () => {
  const { failures } = await read(
    'a.zip',
    zipOf({ name: 'a.json', content: '{"uri": "urn:1", "versioncreated": "2021",\n\n,"type": "text"}' }),
  );
  for (const reason of Object.values(failures)) expect(reason).toMatch(/^.+$/);
  expect(Object.keys(failures)).not.toEqual([]);
});
