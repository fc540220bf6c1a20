import { readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { columnOf, pdfOf } from '../../support/pdf-of.ts';
import { tarOf } from '../../support/tar-of.ts';
import { httpAnswer, packed, warcRecord } from '../../support/warc-of.ts';
import { docxOf, wordParagraph, zipOf } from '../../support/zip-of.ts';

export type FormatSample = Readonly<{ name: string; content: Buffer }>;

const story = 'The ferry to the islands stopped on Friday and will not sail before June, the harbour said.';
const page =
  `<!DOCTYPE html><html lang="en"><head><title>Ferry stops</title><meta property="article:published_time" content="2021-07-26"></head>` +
  `<body><nav><a href="/">Home</a></nav><article><h1>Ferry stops</h1><p class="byline">By Mina Okoro</p><p>${story}</p><p>${story}</p></article></body></html>`;
const mail = `From: a@example.org\nMessage-ID: <1@example.org>\nSubject: =?utf-8?q?Ferry_stops?=\nDate: Mon, 26 Jul 2021 10:00:00 +0000\nContent-Type: multipart/alternative; boundary="b"\n\n--b\nContent-Type: text/plain; charset=utf-8\n\n${story}\n--b\nContent-Type: text/html\nContent-Transfer-Encoding: quoted-printable\n\n<p>${story}</p>\n--b--\n`;
const xml = '<?xml version="1.0" encoding="UTF-8"?>\n';
const item = (nth: number): string =>
  `<item><title>Story ${nth}</title><guid>${nth}</guid><pubDate>Mon, 26 Jul 2021 10:00:00 GMT</pubDate><description>&lt;p&gt;${story}&lt;/p&gt;</description></item>`;
const web = warcRecord({ url: 'https://example.org/ferry', content: httpAnswer(page) });

const texts: Readonly<Record<string, string>> = {
  'a.txt': `Ferry stops\n\nBy Mina Okoro\n\nPublished 26 July 2021\n\n${story}\n\n${story}\n`,
  'a.html': page,
  'a.md': `---\ntitle: Ferry stops\ndate: 2021-07-26\n---\n# Ferry stops\n\n${story}\n\n- *one*\n- [two](https://example.org)\n`,
  'a.csv': `id,headline,date,body\n1,Ferry stops,2021-07-26,"${story}"\n2,Gates open,2021-07-27,"He said ""no"".\n${story}"\n`,
  'a.json': JSON.stringify(
    [1, 2].map((id) => ({ id, title: 'Ferry stops', date: '2021-07-26', body: story })),
  ),
  'a.jsonl': [1, 2]
    .map((id) => JSON.stringify({ id, title: 'Ferry', date: '2021-07-26', text: story }))
    .join('\n'),
  'a.eml': mail,
  'a.mbox': `From a@example.org Mon Jul 26 10:00:00 2021\n${mail}\nFrom b@example.org Mon Jul 26 11:00:00 2021\n${mail}\n`,
  'a.mhtml': `From: <Saved by Blink>\nSnapshot-Content-Location: https://example.org/ferry\nSubject: Ferry\nMIME-Version: 1.0\nContent-Type: multipart/related; type="text/html"; boundary="b"\n\n--b\nContent-Type: text/html\nContent-Location: https://example.org/ferry\n\n${page}\n--b--\n`,
  'nitf.xml': `${xml}<nitf><head><title>Ferry</title></head><body><body.head><hedline><hl1>Ferry stops</hl1></hedline><dateline><location>ERBIL</location></dateline></body.head><body.content><p>${story}</p></body.content></body></nitf>`,
  'newsml.xml': `${xml}<NewsML><NewsItem><Identification><NewsIdentifier><NewsItemId>1</NewsItemId></NewsIdentifier></Identification><NewsManagement><FirstCreated>20210726T100000Z</FirstCreated></NewsManagement><NewsComponent><NewsLines><HeadLine>Ferry</HeadLine></NewsLines><ContentItem><DataContent><p>${story}</p></DataContent></ContentItem></NewsComponent></NewsItem></NewsML>`,
  'g2.xml': `${xml}<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="urn:1"><itemMeta><versionCreated>2021-07-26T10:00:00Z</versionCreated></itemMeta><contentMeta><headline>Ferry</headline></contentMeta><contentSet><inlineXML><html xmlns="http://www.w3.org/1999/xhtml"><body><p>${story}</p></body></html></inlineXML></contentSet></newsItem>`,
  'ninjs.json': JSON.stringify({
    uri: 'urn:1',
    type: 'text',
    versioncreated: '2021-07-26T10:00:00Z',
    headline: 'Ferry',
    body_text: story,
  }),
  'a.sgm': `<REUTERS NEWID="1"><DATE>26-JUL-1987 10:00:00.00</DATE><TEXT><TITLE>FERRY STOPS</TITLE><DATELINE> ERBIL, July 26 - </DATELINE><BODY>${story}\n&#3;</BODY></TEXT></REUTERS>\n`,
  'trec.sgml': `<DOC>\n<DOCNO> APW19980429.1 </DOCNO>\n<HEADLINE>Ferry stops</HEADLINE>\n<TEXT>\n<P>${story}</P>\n</TEXT>\n</DOC>\n`,
  'a.rss': `${xml}<rss version="2.0"><channel><title>Paper</title>${item(1)}${item(2)}</channel></rss>`,
  'a.atom': `${xml}<feed xmlns="http://www.w3.org/2005/Atom"><title>Paper</title><entry><id>1</id><title>Ferry</title><updated>2021-07-26T10:00:00Z</updated><content type="html">&lt;p&gt;${story}&lt;/p&gt;</content></entry></feed>`,
  'alto.xml': `${xml}<alto><Layout><Page><PrintSpace><TextBlock ID="b"><TextLine>${story
    .split(' ')
    .map((word) => `<String CONTENT="${word}"/>`)
    .join('<SP/>')}</TextLine></TextBlock></PrintSpace></Page></Layout></alto>`,
  'page.xml': `${xml}<PcGts xmlns="http://schema.primaresearch.org/PAGE/gts/pagecontent/2019-07-15"><Page><TextRegion id="r"><TextLine><TextEquiv><Unicode>${story}</Unicode></TextEquiv></TextLine></TextRegion></Page></PcGts>`,
  'a.hocr': `<html><head><meta name="ocr-system" content="tesseract"></head><body><div class="ocr_page"><p class="ocr_par"><span class="ocr_line">${story}</span></p></div></body></html>`,
  'nexis.txt': `1 of 2 DOCUMENTS\n\nThe Example\n\nJuly 26, 2021 Monday\n\nFerry stops\n\nBYLINE: Mina Okoro\n\nLENGTH: 18 words\n\n${story}\n\nLOAD-DATE: July 27, 2021\n\n2 of 2 DOCUMENTS\n\nThe Example\n\nJuly 27, 2021 Tuesday\n\nGates open\n\nLENGTH: 18 words\n\n${story}\n`,
  'a.rtf': `{\\rtf1\\ansi\\ansicpg1252{\\fonttbl{\\f0 Times;}}\\f0 Ferry stops\\par ${story}\\u1575?\\'e9\\par}`,
};

/** Samples in the shape of every kind of file that is read, and hostile ones. */
export function formatSamples(): FormatSample[] {
  const container = '<container><rootfiles><rootfile full-path="a.opf"/></rootfiles></container>';
  const book =
    '<package><manifest><item id="c" href="c.xhtml" media-type="application/xhtml+xml"/></manifest><spine><itemref idref="c"/></spine></package>';
  const files = [
    { name: 'mimetype', content: 'application/epub+zip', isStored: true },
    { name: 'META-INF/container.xml', content: container },
    { name: 'a.opf', content: book },
    { name: 'c.xhtml', content: page },
  ];
  const odt = `<office:document-content xmlns:office="o" xmlns:text="t"><office:body><office:text><text:h>Ferry</text:h><text:p>${story}</text:p></office:text></office:body></office:document-content>`;
  return [
    ...Object.entries(texts).map(([name, text]) => ({ name, content: Buffer.from(text) })),
    { name: 'utf16.txt', content: Buffer.from(`\ufeff${story}`, 'utf16le') },
    { name: 'a.docx', content: docxOf(wordParagraph('Ferry stops', '<w:b/>') + wordParagraph(story)) },
    {
      name: 'a.odt',
      content: zipOf(
        { name: 'mimetype', content: 'application/vnd.oasis.opendocument.text', isStored: true },
        { name: 'content.xml', content: odt },
      ),
    },
    { name: 'a.epub', content: zipOf(...files) },
    {
      name: 'a.pdf',
      content: pdfOf(
        columnOf(
          Array.from({ length: 12 }, () => story),
          50,
          700,
        ),
      ),
    },
    { name: 'a.warc', content: web },
    { name: 'a.warc.gz', content: packed(web, web) },
    {
      name: 'a.wacz',
      content: zipOf({ name: 'archive/data.warc.gz', content: packed(web), isStored: true }),
    },
    { name: 'a.zip', content: zipOf(...Object.entries(texts).map(([name, content]) => ({ name, content }))) },
    { name: 'a.tar', content: tarOf(...Object.entries(texts).map(([name, content]) => ({ name, content }))) },
    {
      name: 'a.tgz',
      content: gzipSync(tarOf({ name: 'a.txt', content: story }, { name: 'b.html', content: page })),
    },
    ...hostileSamples(),
  ];
}

/** Archives that unpack without end, entries outside the folder, entities that grow. */
function hostileSamples(): FormatSample[] {
  const zeros = Buffer.alloc(30_000_000);
  const grows = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i'].map(
    (name, at, all) => `<!ENTITY ${name} "${at === 0 ? 'ha' : `&${all[at - 1] ?? ''};`.repeat(10)}">`,
  );
  let deep = zipOf({ name: 'a.txt', content: story });
  for (let depth = 0; depth < 12; depth += 1) deep = zipOf({ name: `${depth}.zip`, content: deep });
  return [
    { name: 'zeros.zip', content: zipOf({ name: 'a.txt', content: zeros, size: 1_000 }) },
    { name: 'zeros.txt.gz', content: gzipSync(gzipSync(zeros)) },
    { name: 'deep.zip', content: deep },
    {
      name: 'outside.zip',
      content: zipOf({ name: '../../a.txt', content: story }, { name: '/b.txt', content: story }),
    },
    {
      name: 'outside.tar',
      content: tarOf({ name: '../a.txt', content: story }, { name: 'l', type: '2', content: '' }),
    },
    {
      name: 'grows.xml',
      content: Buffer.from(`<!DOCTYPE nitf [${grows.join('')}]><nitf><body><p>&i;</p></body></nitf>`),
    },
    {
      name: 'grows.html',
      content: Buffer.from(`<!DOCTYPE html [${grows.join('')}]><html><body><p>&i;</p></body></html>`),
    },
  ];
}

/** Files of a folder and those below it, up to `maxBytes` each. */
export function samplesIn(dir: string, maxBytes: number): FormatSample[] {
  return readdirSync(dir, { recursive: true, encoding: 'utf8' })
    .map((path) => join(dir, path))
    .filter((path) => {
      const stats = statSync(path);
      return stats.isFile() && stats.size > 0 && stats.size <= maxBytes;
    })
    .sort()
    .map((path) => ({ name: basename(path), content: readFileSync(path) }));
}
