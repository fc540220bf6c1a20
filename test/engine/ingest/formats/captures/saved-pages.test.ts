import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { mhtml } from '../../../../../electron/engine/ingest/formats/captures/mhtml.ts';
import { webarchive } from '../../../../../electron/engine/ingest/formats/captures/webarchive.ts';
import { html } from '../../../../../electron/engine/ingest/formats/html.ts';
import { formatNameOf, readAll } from '../../../../support/found-records.ts';

const paragraph =
  'The harbour that had been closed since May opened again on Monday, and ships came in from everywhere.';
const article = `<title>Harbour reopens</title><h1>Harbour reopens</h1>${`<p>${paragraph}</p>`.repeat(4)}`;
const one = async (reader: typeof html, content: string | Buffer) =>
  (await readAll(reader, content)).records[0];
const crlf = (text: string): string => text.replaceAll('\n', '\r\n');

describe('a page that a browser saved with its pictures', () => {
  const quoted = (text: string): string =>
    text
      .replaceAll('=', '=3D')
      .replace(/.{1,70}/gsu, (line) => `${line}=\n`)
      .replace(/=\n$/, '');
  const chromium = crlf(
    `From: <Saved by Blink>\nSnapshot-Content-Location: https://courier.example/7\nSubject: Harbour reopens\nDate: Mon, 26 Jul 2021 11:28:18 -0000\nMIME-Version: 1.0\nContent-Type: multipart/related;\n\ttype="text/html";\n\tboundary="----b--x"\n\n\n------b--x\nContent-Type: text/html\nContent-Transfer-Encoding: quoted-printable\nContent-Location: https://courier.example/7\n\n${quoted(`<html><head><meta charset="utf-8"></head><body>${article}</body></html>`)}\n------b--x\nContent-Type: text/html\nContent-Location: cid:frame-2\n\n<p>A frame.</p>\n------b--x\nContent-Type: image/png\nContent-Transfer-Encoding: base64\n\niVBORw0KGgo=\n------b--x--\n`,
  );

  it('without its pictures is no mail, as Internet Explorer writes it', async () => {
    const page = crlf(
      `From: "Saved by Windows Internet Explorer 8"\nSubject: Harbour reopens\nDate: Mon, 2 Aug 2021 13:48:48 +0200\nMIME-Version: 1.0\nContent-Type: text/html;\n\tcharset="windows-1252"\nContent-Transfer-Encoding: quoted-printable\nContent-Location: http://courier.example/9\n\n${quoted(article)}\n`,
    );
    expect(await formatNameOf(page, 'a.mht')).toBe('mhtml');
    const found = await one(mhtml, page);
    expect(found?.said).toMatchObject({ headline: 'Harbour reopens', url: 'http://courier.example/9' });
    expect(found?.said.published).toBeUndefined();
  });

  it('is its first part, as Chromium writes it', async () => {
    expect(await formatNameOf(chromium, 'a.mhtml')).toBe('mhtml');
    const found = await one(mhtml, chromium);
    expect(found?.said).toMatchObject({ headline: 'Harbour reopens', url: 'https://courier.example/7' });
    expect(found?.said.published).toBeUndefined();
    expect(JSON.stringify(found?.text)).not.toContain('A frame');
  });

  it('is decoded as its part says, as Firefox writes it', async () => {
    const page = `<html><title>Hafen wieder geöffnet</title><body><h1>Hafen wieder geöffnet</h1>${'<p>Schiffe aus aller Welt dürfen den größten Hafen des Landes seit Montag wieder anlaufen.</p>'.repeat(4)}</body></html>`;
    const head = crlf(
      'From: <Saved by Mozilla 5.0 (Windows; en-US)>\nSubject: x\nDate: Fri Mar 10 2006 13:40:00 GMT+0100\nMIME-Version: 1.0\nContent-Type: multipart/related;\n\tboundary="b";\n\ttype="text/html"\nX-MAF: Produced By MAF\n\nThis is a multi-part message.\n\n--b\nContent-Type: text/html;\n\tcharset="iso-8859-1"\nContent-Location: http://courier.example/8\n\n',
    );
    const bytes = iconv.encode(`${head}${page}\r\n--b--\r\n`, 'latin1');
    expect(await formatNameOf(bytes, 'a.mht')).toBe('mhtml');
    expect((await one(mhtml, bytes))?.said).toMatchObject({
      headline: 'Hafen wieder geöffnet',
      url: 'http://courier.example/8',
    });
  });

  it('is found in a part of parts, as Internet Explorer and Word write it', async () => {
    const content = crlf(
      `From: "Saved by Windows Internet Explorer 11"\nSubject: x\nMIME-Version: 1.0\nContent-Type: multipart/related;\n\ttype="multipart/alternative";\n\tboundary="a"\n\n--a\nContent-Type: multipart/alternative;\n\tboundary="b"\n\n--b\nContent-Type: text/html;\n\tcharset="utf-8"\nContent-Transfer-Encoding: base64\nContent-Location: https://courier.example/9\n\n${Buffer.from(article).toString('base64')}\n--b--\n\n--a\nContent-Type: image/gif\n\nx\n--a--\n`,
    );
    expect(await formatNameOf(content, 'a.mht')).toBe('mhtml');
    expect((await one(mhtml, content))?.said).toMatchObject({
      headline: 'Harbour reopens',
      url: 'https://courier.example/9',
    });
  });

  it('holds no article without a page', async () => {
    const { failures } = await readAll(mhtml, 'From: <Saved by Blink>\r\nContent-Type: image/png\r\n\r\nx');
    expect(failures).toMatchObject([{ code: 'empty' }]);
  });
});

/** A binary property list of a dictionary in a dictionary, of strings and data. */
function propertyList(key: string, values: Readonly<Record<string, string | Buffer>>): Buffer {
  const sized = (kind: number, length: number): Buffer => {
    if (length < 15) return Buffer.from([kind | length]);
    const size = Buffer.alloc(4);
    size.writeUInt32BE(length);
    return Buffer.concat([Buffer.from([kind | 15, 0x12]), size]);
  };
  const written = (value: string | Buffer): Buffer =>
    Buffer.concat([
      sized(typeof value === 'string' ? 0x50 : 0x40, value.length),
      Buffer.from(value as string),
    ]);
  const names = Object.keys(values);
  const inner = Buffer.concat([
    sized(0xd0, names.length),
    Buffer.from([...names.map((_, at) => 3 + at), ...names.map((_, at) => 3 + names.length + at)]),
  ]);
  const objects = [
    Buffer.from([0xd1, 1, 2]),
    written(key),
    inner,
    ...names.map(written),
    ...Object.values(values).map(written),
  ];
  const offsets: number[] = [];
  let at = 8;
  for (const object of objects) {
    offsets.push(at);
    at += object.length;
  }
  const table = Buffer.alloc(offsets.length * 4);
  offsets.forEach((offset, index) => table.writeUInt32BE(offset, index * 4));
  const trailer = Buffer.alloc(32);
  trailer[6] = 4;
  trailer[7] = 1;
  trailer.writeBigUInt64BE(BigInt(objects.length), 8);
  trailer.writeBigUInt64BE(BigInt(at), 24);
  return Buffer.concat([Buffer.from('bplist00'), ...objects, table, trailer]);
}

describe('a page that Safari saved', () => {
  it('is the main resource of a property list', async () => {
    const content = propertyList('WebMainResource', {
      WebResourceData: iconv.encode(
        `<html><body>${article.replaceAll('Harbour', 'Hafen für Schiffe')}</body></html>`,
        'latin1',
      ),
      WebResourceMIMEType: 'text/html',
      WebResourceTextEncodingName: 'iso-8859-1',
      WebResourceURL: 'https://courier.example/7',
    });
    expect(await formatNameOf(content, 'a.webarchive')).toBe('webarchive');
    expect((await one(webarchive, content))?.said).toMatchObject({
      headline: 'Hafen für Schiffe reopens',
      url: 'https://courier.example/7',
    });
  });

  it('is read where its property list is in XML', async () => {
    const data = Buffer.from(`<html><head><meta charset="utf-8">${article}</html>`).toString('base64');
    const content = Buffer.from(
      `<?xml version="1.0" encoding="UTF-8"?><!DOCTYPE plist><plist version="1.0"><dict><key>WebMainResource</key><dict><key>WebResourceData</key><data>\n${data}\n</data>` +
        '<key>WebResourceURL</key><string>https://courier.example/harbour</string></dict></dict></plist>',
    );
    expect(await formatNameOf(content, 'a.webarchive')).toBe('webarchive');
    expect((await one(webarchive, content))?.said).toMatchObject({
      headline: 'Harbour reopens',
      url: 'https://courier.example/harbour',
    });
  });

  it('holds no article without one', async () => {
    const { failures } = await readAll(webarchive, propertyList('Other', { a: 'b' }));
    expect(failures).toMatchObject([{ code: 'empty' }]);
  });
});

describe('a page of a web archive that was saved again', () => {
  const toolbar =
    '<!-- BEGIN WAYBACK TOOLBAR INSERT --><div id="wm-ipp-base"><div id="wm-ipp">12 captures</div></div><div id="wm-ipp-print">The Wayback Machine - https://web.archive.org/web/20230331060327/https://courier.example/7</div>';

  it('has its own address, and not the toolbar in its text', async () => {
    const script =
      '<script>__wm.wombat("https://courier.example/7","20230331060327","https://web.archive.org/","web","/_static/");</script>';
    for (const head of [script, '']) {
      const content = `<!DOCTYPE html><html><head>${head}<link rel="canonical" href="https://web.archive.org/web/20230331090649/https://courier.example/other"></head><body>${toolbar}<article>${article}</article></body></html>`;
      const found = await one(html, content);
      expect(found?.said).toMatchObject({ headline: 'Harbour reopens', url: 'https://courier.example/7' });
      const body =
        typeof found?.text === 'string' ? [] : (found?.text ?? []).filter(({ kind }) => kind === 'body');
      expect(JSON.stringify(body)).not.toMatch(/Wayback|captures/);
      expect(body).toHaveLength(4);
    }
  });
});
