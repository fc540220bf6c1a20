import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync } from 'node:zlib';
import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { wacz } from '../../../../../electron/engine/ingest/formats/captures/wacz.ts';
import { warc } from '../../../../../electron/engine/ingest/formats/captures/warc.ts';
import { formatNameOf, readAll } from '../../../../support/found-records.ts';
import { httpAnswer, packed, warcRecord, type InventedRecord } from '../../../../support/warc-of.ts';
import { zipOf } from '../../../../support/zip-of.ts';

const sentence =
  'The harbour that had been closed since May opened again on Monday, and ships came in from everywhere. ';
const pageOf = (headline: string, charset = 'utf-8'): string =>
  `<!doctype html><html><head><meta charset="${charset}"><title>${headline}</title></head><body><article><h1>${headline}</h1>${`<p>${sentence}</p>`.repeat(4)}</article></body></html>`;
const captured = (headline: string, more: Partial<InventedRecord> = {}): Buffer =>
  warcRecord({
    url: `https://courier.example/${headline.replaceAll(' ', '-')}`,
    content: httpAnswer(pageOf(headline)),
    ...more,
  });
const headlinesOf = async (content: Buffer) =>
  (await readAll(warc, content)).records.map(({ said }) => said.headline);
const chunked = (body: Buffer): Buffer => {
  const half = body.length >> 1;
  const chunk = (part: Buffer) =>
    Buffer.concat([Buffer.from(`${part.length.toString(16)}\r\n`), part, Buffer.from('\r\n')]);
  return Buffer.concat([chunk(body.subarray(0, half)), chunk(body.subarray(half)), Buffer.from('0\r\n\r\n')]);
};

describe('a web archive', () => {
  it.each([
    ['plain', Buffer.concat([captured('One'), captured('Two')])],
    ['packed', packed(captured('One'), captured('Two'))],
    ['packed as a whole', gzipSync(Buffer.concat([captured('One'), captured('Two')]))],
    [
      'with line feeds alone',
      Buffer.concat([captured('One', { lineEnd: '\n' }), captured('Two', { lineEnd: '\n' })]),
    ],
  ])(
    'that is %s gives its pages, each with its address and the time of capture as a key',
    async (_, content) => {
      expect(await formatNameOf(content, 'a.warc.gz')).toBe('warc');
      const { records, failures } = await readAll(warc, content);
      expect(failures).toEqual([]);
      expect(records.map(({ key, said }) => [key, said.headline, said.url])).toEqual([
        ['https://courier.example/One 2021-07-26T10:00:00Z', 'One', 'https://courier.example/One'],
        ['https://courier.example/Two 2021-07-26T10:00:00Z', 'Two', 'https://courier.example/Two'],
      ]);
    },
  );

  it('gives no article for what is no page that was found', async () => {
    const html = (content: Buffer): Buffer => captured('No', { content });
    const content = packed(
      warcRecord({ type: 'warcinfo', more: 'Content-Type: application/warc-fields', content: 'software: x' }),
      captured('No', { type: 'request' }),
      captured('No', { type: 'revisit', content: httpAnswer('') }),
      captured('No', { type: 'resource', more: 'Content-Type: text/html', content: pageOf('No') }),
      html(httpAnswer(pageOf('No'), 'Content-Type: text/html', 404)),
      html(httpAnswer('{"a": 1}', 'Content-Type: text/html')),
      html(httpAnswer('<p>Loading…</p>')),
      html(httpAnswer(sentence.repeat(3), 'Content-Type: application/pdf')),
      captured('No', {
        url: 'https://courier.example/robots.txt',
        content: httpAnswer(sentence.repeat(3), 'Content-Type: text/plain'),
      }),
      captured('Yes', { url: '<https://courier.example/yes>' }),
    );
    const { records, failures } = await readAll(warc, content);
    expect(failures).toEqual([]);
    expect(records.map(({ said }) => said)).toMatchObject([
      { headline: 'Yes', url: 'https://courier.example/yes' },
    ]);
  });

  const page = Buffer.from(pageOf('Packed'));
  it.each([
    ['gzip', 'Content-Encoding: gzip', gzipSync(page)],
    ['x-gzip in chunks', 'Content-Encoding: x-gzip\nTransfer-Encoding: Chunked', chunked(gzipSync(page))],
    ['deflate', 'Content-Encoding: deflate', deflateSync(page)],
    ['raw deflate', 'Content-Encoding: deflate', deflateRawSync(page)],
    ['br', 'Content-Encoding: br', brotliCompressSync(page)],
    ['codings that are undone already', 'Content-Encoding: br\nTransfer-Encoding: chunked', page],
    [
      'codings that Common Crawl has renamed',
      'X-Crawler-Content-Encoding: gzip\nX-Crawler-Transfer-Encoding: chunked',
      page,
    ],
  ])('has content read that was sent as %s', async (_, headers, body) => {
    expect(
      await headlinesOf(captured('x', { content: httpAnswer(body, `Content-Type: text/html\n${headers}`) })),
    ).toEqual(['Packed']);
  });

  it('has pages decoded as the server says that sent them', async () => {
    const arabic = `<html><head><title>فتح الميناء من جديد</title></head><body><h1>فتح الميناء من جديد</h1><p>${'عادت السفن إلى الميناء بعد شهرين من الإغلاق. '.repeat(5)}</p></body></html>`;
    const content = captured('x', {
      content: httpAnswer(
        iconv.encode(arabic, 'windows-1256'),
        'Content-Type: text/html; charset="windows-1256"',
      ),
    });
    const { records } = await readAll(warc, content);
    expect(records).toMatchObject([{ encoding: 'windows-1256', said: { headline: 'فتح الميناء من جديد' } }]);
  });

  it('has a page that its server does not call one', async () => {
    const untold = captured('x', { content: httpAnswer(pageOf('Untold'), 'Server: x') });
    expect(await headlinesOf(untold)).toEqual(['Untold']);
  });

  it('of texts alone is read as well, and one in ARC', async () => {
    const wet = warcRecord({
      type: 'conversion',
      more: 'Content-Type: text/plain',
      content: `Harbour reopens\n${sentence.repeat(3)}\n`,
    });
    expect((await readAll(warc, wet)).records).toMatchObject([
      {
        said: { url: 'https://courier.example/7' },
        text: expect.stringContaining('Harbour reopens') as string,
      },
    ]);
    const answer = httpAnswer(pageOf('Old'));
    const arc = Buffer.concat([
      Buffer.from('filedesc://a.arc 0.0.0.0 20050101000000 text/plain 11\n1 0 Archive\n\n'),
      Buffer.from(`http://courier.example/old 1.2.3.4 20050102030405 text/html ${String(answer.length)}\n`),
      answer,
    ]);
    expect(await formatNameOf(arc, 'a.arc')).toBe('warc');
    expect((await readAll(warc, arc)).records).toMatchObject([
      { key: 'http://courier.example/old 2005-01-02T03:04:05Z', said: { headline: 'Old' } },
    ]);
  });

  it.each([
    ['shorter', -40],
    ['longer', 30],
  ])('whose records are %s than they say keeps the others', async (_, by) => {
    const content = httpAnswer(pageOf('Wrong'));
    const all = Buffer.concat([
      captured('One'),
      captured('Wrong', { content, length: content.length - by }),
      captured('Two'),
    ]);
    expect(await headlinesOf(all)).toEqual(['One', 'Wrong', 'Two']);
  });

  it.each([-40, 30])('in ARC whose records say %i too many bytes keeps the others', async (by) => {
    const arc = Buffer.concat([
      Buffer.from('filedesc://a.arc 0.0.0.0 20050101000000 text/plain 11\n1 0 Archive\n\n'),
      ...['One', 'Wrong', 'Two'].flatMap((headline) => {
        const answer = httpAnswer(pageOf(headline));
        const length = answer.length + (headline === 'Wrong' ? by : 0);
        const line = `http://courier.example/${headline} 1.2.3.4 20050102030405 text/html ${String(length)}\n`;
        return [Buffer.from(line), answer, Buffer.from('\n')];
      }),
    ]);
    expect(await headlinesOf(arc)).toEqual(['One', 'Wrong', 'Two']);
  });

  it.each([
    ['packed', packed(captured('One'), captured('Two')), 200],
    ['plain', Buffer.concat([captured('One'), captured('Two')]), 200],
    ['plain', Buffer.concat([captured('One'), captured('Two')]), 6],
  ])('that is %s and ends in the middle says so', async (_, content, cut) => {
    const { records, failures } = await readAll(warc, content.subarray(0, -cut));
    expect(failures.map(({ reason }) => reason)).toEqual([expect.stringMatching(/ends in the middle/)]);
    expect(records.map(({ said }) => said.headline)).toEqual(['One']);
  });

  it('is read on behind a packed part that is damaged', async () => {
    const broken = Buffer.from(packed(captured('Broken')));
    broken.fill(0xff, 60, 120);
    const content = Buffer.concat([packed(captured('One')), broken, packed(captured('Two'))]);
    const { records, failures } = await readAll(warc, content);
    expect(records.map(({ said }) => said.headline)).toEqual(['One', 'Two']);
    expect(failures.length).toBeGreaterThan(0);
  });

  it('that unpacks without end is given up', async () => {
    const bomb = gzipSync(Buffer.concat([captured('One'), Buffer.alloc(100_000_000)]));
    const { records, failures } = await readAll(warc, bomb);
    expect(records).toHaveLength(1);
    expect(failures.at(-1)?.reason).toBe('it unpacks to more than 200 times its size');
  });

  it('with a record that is too large to keep goes on behind it', async () => {
    const large = captured('Film', {
      content: httpAnswer(Buffer.alloc(18_000_000), 'Content-Type: video/mp4'),
    });
    expect(await headlinesOf(Buffer.concat([packed(large), packed(captured('Two'))]))).toEqual(['Two']);
    expect(await headlinesOf(Buffer.concat([large, captured('Two')]))).toEqual(['Two']);
  });
});

describe('a web archive in a zip', () => {
  const list = (...urls: string[]): string =>
    ['{"format": "json-pages-1.0"}', ...urls.map((url) => JSON.stringify({ url, title: 'x' }))].join('\n');

  it('gives those of its captures that its lists call pages', async () => {
    const content = zipOf(
      { name: 'indexes/index.cdx', content: 'x' },
      { name: 'archive/a.warc.gz', content: packed(captured('One'), captured('Frame')), isStored: true },
      { name: 'archive/b.warc', content: captured('Two') },
      { name: 'pages/pages.jsonl', content: list('http://courier.example/One/') },
      { name: 'pages/extraPages.jsonl', content: list('https://courier.example/Two#top') },
    );
    expect(await formatNameOf(content, 'a.wacz')).toBe('wacz');
    expect(await formatNameOf(content, 'a.zip')).toBe('wacz');
    const places: number[] = [];
    const { records, failures } = await readAll(wacz, content, {
      begin: (place) => {
        places.push(place);
        return true;
      },
    });
    expect(failures).toEqual([]);
    expect(records.map(({ said }) => said.headline)).toEqual(['One', 'Two']);
    expect(new Set(places).size).toBe(places.length);
  });

  it('gives all of them without a list', async () => {
    const content = zipOf({
      name: 'archive/a.warc',
      content: Buffer.concat([captured('One'), captured('Two')]),
      isStored: true,
    });
    expect((await readAll(wacz, content)).records).toHaveLength(2);
  });
});
