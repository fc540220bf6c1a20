import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { FileIngester, type FileResult } from '../../../../../electron/engine/ingest/ingest-file.ts';
import { readableFormats } from '../../../../../electron/engine/ingest/formats/readable-formats.ts';
import { readFormat } from '../../../../support/read-format.ts';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'issue-'));
});

afterEach(() => rmSync(folder, { recursive: true }));

function write(name: string, text: string): void {
  mkdirSync(dirname(join(folder, name)), { recursive: true });
  writeFileSync(join(folder, name), text);
}

async function read(name: string): Promise<FileResult[]> {
  const context = { formats: readableFormats, maxFileBytes: 1_000_000, today: '2026-01-01' };
  const results: FileResult[] = [];
  const file = { path: join(folder, name), name, known: null, encoding: null };
  for await (const result of new FileIngester().ingest(file, context)) results.push(result);
  return results;
}

function articlesOf(results: readonly FileResult[]): unknown[] {
  return results.flatMap((result) => {
    if (result.kind !== 'record') return [];
    const { headline, outlet, published, body, section } = result.article.fields;
    return [{ record: result.record, headline, outlet, date: published?.date, body, section }];
  });
}

const string = (content: string, more = ''): string => `<String CONTENT="${content}" ${more}/><SP/>`;
const line = (...words: string[]): string => `<TextLine>${words.join('')}</TextLine>`;
const block = (id: string, ...lines: string[]): string =>
  `<TextBlock ID="${id}">${lines.join('')}</TextBlock>`;
const page = (...blocks: string[]): string =>
  `<?xml version="1.0" encoding="utf-8"?><alto xmlns="http://schema.ccs-gmbh.com/ALTO"><Layout><Page ID="P1"><TopMargin>${block(
    'M1',
    line(string('Seite'), string('7')),
  )}</TopMargin><PrintSpace>${blocks.join('')}</PrintSpace></Page></Layout></alto>`;

const words = (text: string): string => line(...text.split(' ').map((word) => string(word)));
const one = page(
  block('B3', words('Der Schluß.')),
  block('B1', words('Der Landbote begrüßt'), words('seine Leser.')),
  block(
    'B2',
    line(
      string('Wir'),
      string('sind'),
      string('an', 'SUBS_TYPE="HypPart1" SUBS_CONTENT="angekommen."'),
      '<HYP CONTENT="-"/>',
    ),
  ),
);
const two = page(
  block(
    'B1',
    line(
      string('gekommen.', 'SUBS_TYPE="HypPart2" SUBS_CONTENT="angekommen."'),
      string('Heute'),
      string('ruh-', 'SUBS_TYPE="HypPart1" SUBS_CONTENT=".ant4ru."'),
      '<HYP CONTENT="-"/>',
    ),
    line(string('ten,', 'SUBS_TYPE="HypPart2" SUBS_CONTENT=".ant4ru."'), string('wir')),
  ),
);
const mets = (body: string): string =>
  `<mets xmlns="http://www.loc.gov/METS/" xmlns:MODS="http://www.loc.gov/mods/v3" xmlns:xlink="http://www.w3.org/1999/xlink" LABEL="DOCUMENT_TITLE_PLACEHOLDER">
<dmdSec ID="PRINT"><mdWrap><xmlData><MODS:mods><MODS:titleInfo><MODS:title>Der Landbote</MODS:title></MODS:titleInfo></MODS:mods></xmlData></mdWrap></dmdSec>
<dmdSec ID="A2"><mdWrap><xmlData><MODS:mods><MODS:titleInfo><MODS:title>Vom Schluß</MODS:title></MODS:titleInfo>
<MODS:relatedItem><MODS:titleInfo><MODS:title>Der Landbote</MODS:title></MODS:titleInfo></MODS:relatedItem></MODS:mods></xmlData></mdWrap></dmdSec>
<fileSec><fileGrp><file ID="ALTO1"><FLocat xlink:href="file://./ALTO/00001.xml"/></file><file ID="ALTO2"><FLocat xlink:href="ALTO/00002.xml"/></file></fileGrp></fileSec>
<structMap TYPE="PHYSICAL"><div TYPE="Newspaper"><div ID="pa1" TYPE="PAGE"><fptr><area FILEID="ALTO1" BEGIN="B3"/></fptr></div></div></structMap>${body}</mets>`;
const area = (file: string, begin: string): string =>
  `<div TYPE="TEXT"><fptr><area BETYPE="IDREF" FILEID="${file}" BEGIN="${begin}"/></fptr></div>`;
const logical = mets(
  `<structMap TYPE="LOGICAL"><div TYPE="Newspaper"><div TYPE="VOLUME" DMDID="PRINT"><div TYPE="ISSUE" DMDID="NONE">
<div ID="DIVL5" TYPE="Article" DMDID="A1" LABEL="Der Landbote begrü..."><div TYPE="BODY">${area('ALTO1', 'B1')}${area('ALTO1', 'B2')}${area('ALTO2', 'B1')}</div></div>
<div ID="DIVL9" TYPE="ADVERT" DMDID="A2"/></div></div></div></structMap><structLink><smLinkGrp><smLocatorLink xlink:href="#DIVL9"/><smLocatorLink xlink:href="#pa1"/></smLinkGrp></structLink>`,
);

test('articles of an issue go over its pages in reading order, with words that pages broke', async () => {
  write('18451228_01-METS.xml', logical);
  write('ALTO/00001.xml', one);
  write('ALTO/00002.xml', two);
  const results = await read('18451228_01-METS.xml');
  expect(articlesOf(results)).toEqual([
    {
      record: 'DIVL5',
      headline: 'Der Landbote begrüßt seine Leser.',
      outlet: 'Der Landbote',
      date: '1845-12-28',
      body: ['Wir sind angekommen.', 'Heute ruhten, wir'],
      section: null,
    },
    {
      record: 'DIVL9',
      headline: 'Vom Schluß',
      outlet: 'Der Landbote',
      date: '1845-12-28',
      body: ['Der Schluß.'],
      section: 'Advertisements',
    },
  ]);
  expect(results.at(-1)).toMatchObject({ kind: 'ended', records: 2, warning: null });
});

test('an article may be a stretch of words of a page', async () => {
  const word = (id: string, content: string): string => `<String ID="${id}" CONTENT="${content}"/><SP/>`;
  write(
    '0002647_18240217_0001.xml',
    page(
      block('b1', line(word('w1', 'Notice.'), word('w2', 'COAL'), word('w3', 'DUTIES.'))),
      block('b2', line(word('w4', 'The'), word('w5', 'duties.'), word('w6', 'Ships'))),
    ),
  );
  write(
    '0002647_18240217_mets.xml',
    `<mets:mets xmlns:mets="http://www.loc.gov/METS/" xmlns:mods="http://www.loc.gov/mods/v3" xmlns:xlink="http://www.w3.org/1999/xlink" TYPE="Newspaper">
<mets:dmdSec ID="issue"><mods:mods><mods:titleInfo><mods:title>The Statesman.</mods:title></mods:titleInfo><mods:originInfo><mods:dateIssued>1824-02-17</mods:dateIssued></mods:originInfo></mods:mods></mets:dmdSec>
<mets:dmdSec ID="modsarticle2"><mods:mods><mods:titleInfo><mods:title>COAL DUTIES.</mods:title></mods:titleInfo></mods:mods></mets:dmdSec>
<mets:fileSec><mets:file ID="alto"><mets:FLocat xlink:href="0002647_18240217_0001.xml"/></mets:file></mets:fileSec>
<mets:structMap TYPE="LOGICAL"><mets:div TYPE="ISSUE" DMDID="issue"><mets:div ID="art0002" TYPE="ARTICLE" DMDID="modsarticle2"/></mets:div></mets:structMap>
<mets:structMap TYPE="PHYSICAL"><mets:div TYPE="page"><mets:div ID="pa3"><mets:fptr><mets:area FILEID="img" COORDS="1,2,3,4"/></mets:fptr><mets:fptr><mets:area FILEID="alto" BEGIN="w2" END="w5"/></mets:fptr></mets:div></mets:div></mets:structMap>
<mets:structLink><mets:smLinkGrp><mets:smLocatorLink xlink:href="#art0002"/><mets:smLocatorLink xlink:href="#pa3"/></mets:smLinkGrp></mets:structLink></mets:mets>`,
  );
  expect(articlesOf(await read('0002647_18240217_mets.xml'))).toMatchObject([
    {
      record: 'art0002',
      headline: 'COAL DUTIES.',
      outlet: 'The Statesman.',
      date: '1824-02-17',
      body: ['The duties.'],
    },
  ]);
});

test('a page whose issue is beside it is no article of its own, and no failure', async () => {
  write('18451228_01-METS.xml', logical);
  write('ALTO/00001.xml', one);
  expect(await read('ALTO/00001.xml')).toMatchObject([{ kind: 'ended', records: 0, warning: null }]);
});

test('an issue without one of its pages loses the articles on it alone', async () => {
  write('a/METS.xml', logical);
  write('a/ALTO/00001.xml', one);
  const results = await read('a/METS.xml');
  expect(results.map(({ kind }) => kind)).toEqual(['record-failed', 'record', 'ended']);
  expect(results[0]).toMatchObject({ record: 'article 1', reason: 'its page ALTO/00002.xml is not there' });
});

test('pages are looked for around the issue and nowhere else', async () => {
  write('secret.xml', one);
  write('a/b/METS.xml', logical.replace('ALTO/00002.xml', '../../secret.xml'));
  write('a/b/ALTO/00001.xml', one);
  const results = await read('a/b/METS.xml');
  expect(results[0]).toMatchObject({
    kind: 'record-failed',
    reason: 'its page ../../secret.xml is not there',
  });
});

test('a page alone is read as a whole, in the encoding that its bytes are in', async () => {
  const written = page(
    block('B1', words('SUPPLÉMENT LITTÉRAIRE')),
    block('B2', line(string('La'), string('rue', 'SUBS_TYPE="HypPart1"'), '<HYP/>')),
  ).replace('encoding="utf-8"', 'encoding="ISO-8859-1"');
  const { format, articles } = await readFormat('1883/18830804_0001.xml', written);
  expect([format, articles.length]).toEqual(['alto', 1]);
  expect(articles[0]).toMatchObject({
    body: ['SUPPLÉMENT LITTÉRAIRE', 'La rue'],
    furniture: ['Seite 7'],
    published: { date: '1883-08-04', from: 'path' },
    encoding: 'utf-8',
  });
});
