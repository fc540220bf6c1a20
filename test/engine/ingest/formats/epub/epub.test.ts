import { expect, test } from 'vitest';
import { readFormat } from '../../../../support/read-format.ts';
import { zipOf, type ZipPart } from '../../../../support/zip-of.ts';

const page = (body: string): string =>
  `<?xml version="1.0" encoding="UTF-8"?><!DOCTYPE html><html xmlns="http://www.w3.org/1999/xhtml"><head><title>Courier</title></head><body>${body}</body></html>`;
const container: ZipPart = {
  name: 'META-INF/container.xml',
  content:
    '<container><rootfiles><rootfile full-path="OEBPS/book.opf" media-type="application/oebps-package+xml"/></rootfiles></container>',
};
const mimetype: ZipPart = { name: 'mimetype', content: 'application/epub+zip', isStored: true };

const packageOf = (items: string, spine: string, attributes = ''): ZipPart => ({
  name: 'OEBPS/book.opf',
  content: `<?xml version="1.0"?><package xmlns="http://www.idpf.org/2007/opf" version="3.0"><metadata xmlns:dc="http://purl.org/dc/elements/1.1/">
<dc:title>The Courier, July</dc:title><dc:creator>Mina Okoro</dc:creator><dc:creator>Sam Vale</dc:creator><dc:language>en</dc:language>
<dc:date opf:event="modification">2022-01-01</dc:date><dc:date opf:event="publication">2021-07-26</dc:date></metadata><manifest>${items}</manifest><spine ${attributes}>${spine}</spine></package>`,
});
const item = (id: string, href: string, more = ''): string =>
  `<item id="${id}" href="${href}" media-type="application/xhtml+xml" ${more}/>`;

test('a chapter is an article, called what the contents call it, in the order of the spine', async () => {
  const bytes = zipOf(
    container,
    packageOf(
      item('nav', 'nav.xhtml', 'properties="nav"') +
        item('cover', 'cover.xhtml') +
        item('a', 'text/a%20b.xhtml') +
        item('b', 'text/b.xhtml') +
        item('notes', 'notes.xhtml'),
      '<itemref idref="cover"/><itemref idref="nav"/><itemref idref="b"/><itemref idref="a"/><itemref idref="notes" linear="no"/><itemref idref="gone"/>',
    ),
    {
      name: 'OEBPS/nav.xhtml',
      content: page(
        '<nav epub:type="landmarks"><ol><li><a href="cover.xhtml">Cover</a></li></ol></nav><nav epub:type="toc"><ol><li><a href="text/b.xhtml">1. Ferry stops</a></li><li><span>Part</span><ol><li><a href="text/a%20b.xhtml#x">Islands wait</a></li></ol></li></ol></nav>',
      ),
    },
    { name: 'OEBPS/cover.xhtml', content: page('<img src="cover.jpg"/>') },
    {
      name: 'OEBPS/text/a b.xhtml',
      content: page(
        '<p id="x">The islands wait.</p><figure><img/><figcaption>The pier</figcaption></figure>',
      ),
    },
    {
      name: 'OEBPS/text/b.xhtml',
      content: page('<h1>Ferry stops</h1><p>The ferry<br/>stopped.</p><p>It waits.</p>'),
    },
    { name: 'OEBPS/notes.xhtml', content: page('<h2>Notes</h2><p>Its owner says so.</p>') },
    // It should come first, and does not always.
    mimetype,
  );
  const { format, articles, failures } = await readFormat('a.epub', bytes);
  expect([format, failures]).toEqual(['epub', []]);
  const book = {
    byline: 'Mina Okoro, Sam Vale',
    outlet: 'The Courier, July',
    published: { date: '2021-07-26' },
    language: 'en',
  };
  expect(articles).toMatchObject([
    {
      ...book,
      key: 'OEBPS/text/b.xhtml',
      headline: '1. Ferry stops',
      body: ['The ferry stopped.', 'It waits.'],
    },
    {
      ...book,
      key: 'OEBPS/text/a b.xhtml',
      headline: 'Islands wait',
      body: ['The islands wait.'],
      captions: [{ text: 'The pier' }],
    },
    { ...book, headline: 'Notes', body: ['Its owner says so.'] },
  ]);
});

test('several chapters of one document are articles of their own, by the contents of an older book', async () => {
  const bytes = zipOf(
    mimetype,
    container,
    packageOf(
      item('a', 'a.xhtml') + '<item id="ncx" href="toc.ncx" media-type="application/x-dtbncx+xml"/>',
      '<itemref idref="a"/>',
      'toc="ncx"',
    ),
    {
      name: 'OEBPS/toc.ncx',
      content: `<ncx><navMap>${['one', 'two'].map((id) => `<navPoint><navLabel><text>Chapter ${id}</text></navLabel><content src="a.xhtml#${id}"/><navPoint><navLabel><text>Inner</text></navLabel><content src="a.xhtml#in-${id}"/></navPoint></navPoint>`).join('')}</navMap></ncx>`,
    },
    {
      name: 'OEBPS/a.xhtml',
      content: page(
        '<div><h1 id="one">Chapter one</h1><p>The ferry stopped.</p><h2 id="in-one">Inner</h2><p>It waits.</p></div><div><h1 id="two">Chapter two</h1><p>The islands wait.</p></div>',
      ),
    },
  );
  const { articles } = await readFormat('a.epub', bytes);
  expect(articles).toMatchObject([
    { key: 'OEBPS/a.xhtml#one', headline: 'Chapter one', body: ['The ferry stopped.', 'Inner', 'It waits.'] },
    { key: 'OEBPS/a.xhtml#two', headline: 'Chapter two', body: ['The islands wait.'] },
  ]);
});

test('a chapter that is locked or gone is a failure of its own', async () => {
  const bytes = zipOf(
    mimetype,
    container,
    packageOf(
      item('a', 'a.xhtml') + item('b', 'b.xhtml') + item('c', 'c.xhtml'),
      '<itemref idref="a"/><itemref idref="b"/><itemref idref="c"/>',
    ),
    { name: 'OEBPS/a.xhtml', content: page('<p>The ferry stopped.</p>') },
    { name: 'OEBPS/b.xhtml', content: 'x'.repeat(50) },
    {
      name: 'META-INF/encryption.xml',
      content:
        '<encryption><enc:EncryptedData><enc:EncryptionMethod Algorithm="http://www.w3.org/2001/04/xmlenc#aes128-cbc"/><enc:CipherData><enc:CipherReference URI="OEBPS/b.xhtml"/></enc:CipherData></enc:EncryptedData><enc:EncryptedData><enc:EncryptionMethod Algorithm="http://www.idpf.org/2008/embedding"/><enc:CipherReference URI="OEBPS/a.xhtml"/></enc:EncryptedData></encryption>',
    },
  );
  const { articles, failures } = await readFormat('a.epub', bytes);
  expect(articles).toMatchObject([{ body: ['The ferry stopped.'] }]);
  expect(failures).toEqual([
    { place: 'OEBPS/b.xhtml', code: 'unreadable', reason: 'it is locked by a key that is not here' },
    { place: 'OEBPS/c.xhtml', code: 'unreadable', reason: 'it is listed, and not in the archive' },
  ]);
});
