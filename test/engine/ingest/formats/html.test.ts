import { createRequire } from 'node:module';
import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import type { ByteSource } from '../../../../electron/engine/ingest/formats/byte-source.ts';
import { readableFormats } from '../../../../electron/engine/ingest/formats/readable-formats.ts';
import { html } from '../../../../electron/engine/ingest/formats/html.ts';
import {
  isRecordFailure,
  type FoundRecord,
} from '../../../../electron/engine/ingest/formats/format-reader.ts';
import { readFormat } from '../../../support/read-format.ts';
import { page, paragraphs } from '../../article/html/invented-page.ts';

function source(bytes: Buffer): ByteSource {
  return {
    size: bytes.length,
    head: () => bytes.subarray(0, 65_536),
    at: (start, length) => bytes.subarray(start, start + length),
    whole: () => bytes,
  };
}

async function recordOf(bytes: Buffer, encoding: string | null = null): Promise<FoundRecord> {
  const context = {
    path: 'a.html',
    fileTimeMs: 0,
    today: '2026-01-01',
    encoding,
    begin: () => true,
    declare: () => undefined,
  };
  for await (const found of html.read(source(bytes), context)) if (!isRecordFailure(found)) return found;
  throw new Error('the page gave no record');
}

const formatOf = async (bytes: Buffer, name: string) =>
  (await readableFormats.formatOf(source(bytes), name))?.format.name;

describe('a web page', () => {
  it('is known by its name or by its content, under the name of a text as well', async () => {
    const bytes = Buffer.from(page());
    expect(await formatOf(bytes, 'a.html')).toBe('html');
    expect(await formatOf(bytes, 'a.txt')).toBe('html');
    expect(
      await formatOf(
        Buffer.concat([
          Buffer.from('\ufeff\n<!-- saved from url=(0022)https://courier.example/ -->\n'),
          bytes,
        ]),
        'a.txt',
      ),
    ).toBe('html');
    expect(await formatOf(iconv.encode(`\ufeff${page()}`, 'utf-16le'), 'a.txt')).toBe('html');
    expect(await formatOf(Buffer.from('<p>A fragment.</p>'), 'a.htm')).toBe('html');
  });

  it('is not what a text is that speaks of tags', async () => {
    expect(await formatOf(Buffer.from('How to write <html> by hand\n\nBegin with a tag.'), 'a.txt')).toBe(
      'txt',
    );
  });

  it('is decoded as it declares, as browsers take that, in whatever quotes', async () => {
    const arabic =
      'انتهى العمل في المنارة يوم الجمعة بعد واحد وأربعين عاما من الليالي التي لا تندم عليها الحارسة كما تقول.';
    const written = `<html><head><meta http-equiv=Content-Type content="text/html; charset=windows-1256"></head><body><p>${arabic}</p></body></html>`;
    const record = await recordOf(iconv.encode(written, 'windows-1256'));
    expect(record.encoding).toBe('windows-1256');
    expect(JSON.stringify(record.text)).toContain('المنارة');
    const latin = await recordOf(
      iconv.encode(`<meta charset='ISO-8859-1'><p>${paragraphs[0]} “Adiós”</p>`, 'windows-1252'),
    );
    expect([latin.encoding, JSON.stringify(latin.text).includes('“Adiós”')]).toEqual(['windows-1252', true]);
  });

  it('is UTF-8 when its bytes are, whatever it declares and its comments say', async () => {
    const comment = '<!-- saved date: (中国标准时间) charset=gbk -->';
    const record = await recordOf(
      Buffer.from(`${comment}<meta charset="windows-1251"><p>${paragraphs[0]} né à Orne</p>`),
    );
    expect([record.encoding, JSON.stringify(record.text).includes('né à Orne')]).toEqual(['utf-8', true]);
  });

  it('is read in the encoding that a person chose, against all that it says', async () => {
    const bytes = iconv.encode(`<meta charset="windows-1252"><p>${paragraphs[0]} Ярче</p>`, 'windows-1251');
    const record = await recordOf(bytes, 'windows-1251');
    expect([record.encoding, JSON.stringify(record.text).includes('Ярче')]).toEqual(['windows-1251', true]);
  });

  it('loads no package of pages until there is one', async () => {
    const { cache } = createRequire(import.meta.url);
    const loaded = () => Object.keys(cache).filter((file) => /htmlparser2|readability/.test(file));
    for (const file of loaded()) Reflect.deleteProperty(cache, file);
    expect(await formatOf(Buffer.from('A text, and no page.'), 'a.txt')).toBe('txt');
    expect(loaded()).toEqual([]);
    await recordOf(Buffer.from(page()));
    expect(loaded()).not.toEqual([]);
  });
});

it('what a page says instead of its frames is its text, unless it only says that there are none', async () => {
  const framed = (instead: string): string =>
    `<html><head><title>Ferry stops</title></head><frameset cols="20%,80%"><frame src="menu.html"><frame src="main.html"><noframes><body>${instead}</body></noframes></frameset></html>`;
  const sentence =
    'The ferry to the islands stopped on Friday and will not sail before June, its owner said in a letter.';
  const { articles } = await readFormat(
    'a.html',
    framed(`<h1>Ferry stops</h1><p>${sentence}</p><p>${sentence}</p>`),
  );
  expect(articles).toMatchObject([{ headline: 'Ferry stops', body: [sentence, sentence] }]);
  const { failures } = await readFormat('a.html', framed('<p>Your browser shows no frames.</p>'));
  expect(failures).toMatchObject([{ code: 'empty' }]);
});
