import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { csv } from '../../../../../electron/engine/ingest/formats/tables/csv.ts';
import { bodyOf, formatNameOf, readAll } from '../../../../support/found-records.ts';
import { readFormat } from '../../../../support/read-format.ts';

const header = 'id,title,author,date,source,url,text';
const row =
  '7,Harbour reopens,Mina Okoro,2021-07-26,The Courier,https://courier.example/7,"The harbour, closed since May, opened.\n\nShips came."';

describe('a table of separated values', () => {
  it('gives an article a row, each column as what it is named for', async () => {
    const { records, failures } = await readAll(csv, `${header}\n${row}\n`);
    expect(failures).toEqual([]);
    expect(records).toMatchObject([
      {
        key: '7',
        said: {
          headline: 'Harbour reopens',
          byline: 'Mina Okoro',
          published: { date: '2021-07-26', precision: 'day', from: 'metadata' },
          outlet: 'The Courier',
          url: 'https://courier.example/7',
        },
        original: { start: header.length + 1 },
      },
    ]);
    expect(records.map(bodyOf)).toEqual([['The harbour, closed since May, opened.', 'Ships came.']]);
  });

  it('is told by its name, and as a text by a header that names parts of articles', async () => {
    expect(await formatNameOf('a,b\n1,2\n', 'a.csv')).toBe('csv');
    expect(await formatNameOf('title\tdate\ttext\nOne\t2021-07-26\tTwo\n', 'a.txt')).toBe('csv');
    expect(await formatNameOf('Rain, wind, and no sun\n\nSo it was, title or not.', 'a.txt')).toBe('txt');
  });

  it.each([
    ['a byte order mark before a quoted header', '\ufeff"title","text"\r\n"One","Two, three"\r\n'],
    ['semicolons, said in a first line', 'sep=;\r\ntitle;text\r\nOne;Two, three\r\n'],
    ['semicolons', 'title;text\nOne;Two, three\n'],
    ['tabs and a mark that quotes nothing', 'title\ttext\nOne\tTwo, three\n'],
    ['bars', 'title|text\nOne|Two, three\n'],
    ['mixed ends of lines and no last one', 'title,text\r\nOne,"Two, three"\rFour,Five'],
    ['quotation marks behind backslashes', 'title,text\n"One","Two, three"\n"He said \\"no\\"","x"\n'],
    [
      'lines above it',
      'Report:,Harbours\nFrom:,2021-07-01\n\ntitle,date,text\nOne,2021-07-26,"Two, three"\n',
    ],
    ['the same name twice', 'title,text,title\nOne,"Two, three",Other\n'],
  ])('reads %s', async (_, content) => {
    const { records } = await readAll(csv, content);
    expect(records[0]?.said.headline).toBe('One');
    expect(records.slice(0, 1).map(bodyOf)).toEqual([['Two, three']]);
  });

  it('keeps backslashes that stand for themselves', async () => {
    const { records } = await readAll(
      csv,
      String.raw`title,text
"He said \"no\"","See C:\news\port, and \"x\""
`,
    );
    expect(records[0]?.said.headline).toBe('He said "no"');
    expect(records.map(bodyOf)).toEqual([[String.raw`See C:\news\port, and "x"`]]);
  });

  it('reads rows of quoted line breaks and of fewer columns', async () => {
    const { records } = await readAll(csv, 'title,url,tags\n"One\n\ntwo",https://a.example/1,x\nShort\n');
    expect(records.map(({ said }) => said.headline)).toEqual(['One two', 'Short']);
  });

  it.each(['windows-1256', 'utf-16le'])('reads %s', async (encoding) => {
    const content = `العنوان;التاريخ;النص\nفتح الميناء من جديد;2021-07-26;${'عادت السفن إلى الميناء بعد شهرين من الإغلاق. '.repeat(8)}\n`;
    const bytes = iconv.encode(content, encoding, { addBOM: encoding.startsWith('utf') });
    const { records } = await readAll(csv, bytes);
    expect(records).toMatchObject([
      {
        said: { headline: 'فتح الميناء من جديد', published: { date: '2021-07-26' } },
        encoding,
        original: 'text',
      },
    ]);
  });

  it('passes over a row whose quotation is never closed, and reads on behind it', async () => {
    const { records, failures } = await readAll(csv, 'title,text\n"One",a\n"Two,b\nThree,c\nFour,d\n');
    expect(records.map(({ said }) => said.headline)).toEqual(['One', 'Three', 'Four']);
    expect(failures).toEqual([
      { place: 'row 2', code: 'unreadable', reason: 'a quotation mark in it is never closed' },
    ]);
  });

  it('loses none of the others to many such rows', async () => {
    const rows = Array.from({ length: 60 }, (_, at) =>
      at % 3 === 1 ? `"Broken ${String(at)},x` : at % 3 === 2 ? `Row ${String(at)},y` : `"Row","y\nz"`,
    );
    const { records, failures } = await readAll(csv, `title,text\n"First",y\n${rows.join('\n')}\n`);
    expect([records.length, failures.length]).toEqual([41, 20]);
  });

  it('is refused with the names of its columns when none of them is an article', async () => {
    const { failures } = await readAll(csv, 'year,count\n2020,17\n2021,19\n');
    expect(failures).toMatchObject([{ place: null, code: 'unsupported' }]);
    expect(failures[0]?.reason).toContain('year, count');
  });

  it('takes the columns that a person chose', async () => {
    const { records } = await readAll(csv, 'a,b\nName,Some words\n', {
      columns: [
        { columns: ['b', 'c'], roles: { b: 'body' } },
        { columns: ['a', 'b'], roles: { b: 'headline', a: 'body' } },
      ],
    });
    expect(records).toMatchObject([
      { said: { headline: 'Some words' }, text: [{ kind: 'body', text: 'Name' }] },
    ]);
  });

  it('names no row again that ended the program twice', async () => {
    const content = 'title,text\nOne,a\nTwo,b\n';
    const { records } = await readAll(csv, content, { begin: (place) => place !== content.indexOf('One') });
    expect(records.map(({ said }) => said.headline)).toEqual(['Two']);
  });
});

it('a text in the last column keeps what follows a comma that nobody put marks around', async () => {
  const { articles } = await readFormat(
    'a.csv',
    'title,date,text\nFerry waits,2015-03-12,"It waits, they say."\nDam holds,2015-03-13,It holds, said the engineer, for now.\n',
  );
  expect(articles.map(({ body }) => body)).toEqual([
    ['It waits, they say.'],
    ['It holds, said the engineer, for now.'],
  ]);
});

it('a language is known by its name, and where a list keeps something is no place', async () => {
  const { articles } = await readFormat(
    'a.csv',
    'title,language,location,text\nFerry waits,English,archive,The ferry waits for June and the islands with it.\n',
  );
  expect(articles).toMatchObject([{ language: 'en', place: null }]);
});

it('posts appear when they are created', async () => {
  const posts = await readFormat(
    'a.tsv',
    'id\tcreated_utc\ttitle\tselftext\n1\t1426150800\tFerry waits\tIt waits for June.\n',
  );
  expect(posts.articles).toMatchObject([{ published: { date: '2015-03-12T09:00' } }]);
  const saved = await readFormat(
    'a.csv',
    'title,created_at,text\nFerry waits,2015-03-12,It waits for June.\n',
  );
  expect(saved.articles[0]?.published?.from).toBe('file-time');
});
