import { SaidError, saidBy } from '../../../../contract/failure.ts';
import { sentence } from '../../../../words/sentence.ts';
import { readFragment } from '../../../article/html/read-fragment.ts';
import { linesOf } from '../../../article/html/page-lines.ts';
import { parsePage } from '../../../article/html/parse-page.ts';
import { countWords } from '../../../article/text/words.ts';
import type { ByteSource } from '../byte-source.ts';
import type { FormatReader, FoundRecord, ReadContext, RecordFailure } from '../format-reader.ts';
import { extensionOf } from '../format-table.ts';
import { recordOf } from '../reading/record-of.ts';
import { isZip, ZipArchive } from '../reading/zip/zip-archive.ts';
import { zipOfFile } from '../reading/zip/zip-of-file.ts';
import { wholeXml } from '../reading/zip/zipped-xml.ts';
import { epubPackage, type EpubEntry, type EpubPackage } from './epub-package.ts';

/** So few words before the first chapter of a document belong to it. */
const fewWords = 20;
const maxHeadingLength = 300;
/** Only fonts are scrambled by these, for which nobody needs a key. */
const ofFonts = /idpf\.org\/2008\/embedding|ns\.adobe\.com\/pdf\/enc/;

/** A book or a magazine: a chapter is an article. */
export const epub: FormatReader = {
  holds: 'many',
  sniff: (input, path) => (isZip(input) ? sniffed(input, extensionOf(path) === 'epub') : 0),
  read: (input, context) => chaptersOf(input, context),
};

async function sniffed(input: ByteSource, isNamed: boolean): Promise<number> {
  const zip = await zipOfFile(input);
  if (zip === null) return isNamed ? 0.2 : 0;
  // It should come first, and does not always.
  const type = zip.entry('mimetype');
  if (type !== null && type.size < 100 && (await zip.bytes(type)).includes('application/epub+zip'))
    return 0.95;
  return zip.entry('META-INF/container.xml') !== null && zip.entries.some(({ name }) => /\.opf$/i.test(name))
    ? 0.9
    : 0;
}

async function* chaptersOf(
  input: ByteSource,
  { begin }: ReadContext,
): AsyncGenerator<FoundRecord | RecordFailure> {
  const zip = (await zipOfFile(input)) ?? (await ZipArchive.open(input));
  const book = await epubPackage(zip);
  const locked = await lockedPaths(zip);
  let place = 0;
  for (const path of book.spine) {
    place += 1;
    if (!begin(place)) continue;
    try {
      if (locked.has(path)) throw new SaidError(sentence('file.no-key'));
      const page = await wholeXml(zip, path);
      if (page === '') throw new SaidError(sentence('file.listed-only'));
      for (const chapter of chaptersIn(page, path, book.contents)) {
        const found = recordIn(chapter, book);
        if (found !== null) yield found;
      }
    } catch (error) {
      yield { place: path, code: 'unreadable', reason: saidBy(error) };
    }
  }
}

type Chapter = Readonly<{ key: string; path: string; title: string | null; html: string }>;

/** The chapters of a document: one, unless the contents of the book lead to several places in it. */
function chaptersIn(page: string, path: string, contents: readonly EpubEntry[]): Chapter[] {
  const entries = contents.filter((entry) => entry.path === path);
  const cuts = entries
    .flatMap(({ title, fragment }) => {
      const at = fragment === null ? 0 : placeOf(page, fragment);
      return at === null ? [] : [{ at, title, fragment }];
    })
    .sort((one, other) => one.at - other.at);
  if (cuts.length < 2) return [{ key: path, path, title: entries[0]?.title ?? null, html: page }];
  const [first] = cuts;
  const before = first === undefined ? '' : page.slice(0, first.at);
  const isOwn = first !== undefined && first.at > 0 && wordsIn(before) >= fewWords;
  const chapters = cuts.map(({ at, title, fragment }, index) => ({
    key: fragment === null ? path : `${path}#${fragment}`,
    path,
    title,
    html: page.slice(index === 0 && !isOwn ? 0 : at, cuts[index + 1]?.at),
  }));
  return isOwn ? [{ key: path, path, title: null, html: before }, ...chapters] : chapters;
}

/** Where the element of a name begins. */
function placeOf(page: string, fragment: string): number | null {
  for (const quote of ['"', "'"]) {
    const at = page.indexOf(`id=${quote}${fragment}${quote}`);
    const tag = at === -1 ? -1 : page.lastIndexOf('<', at);
    if (tag > -1) return tag;
  }
  return null;
}

function recordIn({ key, path, title, html }: Chapter, book: EpubPackage): FoundRecord | null {
  const heading = headingOf(html);
  const named = title ?? book.titles.get(path) ?? '';
  const isSame = heading !== null && isAlike(heading, named);
  const text = readFragment(html, isSame || named === '' ? heading : null);
  // Covers, and pages that only divide a book, hold none.
  if (!text.some((block) => /\p{L}/u.test(block.text))) return null;
  return recordOf({
    key,
    text,
    said: {
      headline: named === '' ? (heading ?? '') : named,
      byline: book.creators.join(', '),
      published: book.published,
      language: book.language,
      outlet: book.title,
    },
    encoding: 'utf-8',
  });
}

function headingOf(html: string): string | null {
  const [first] = linesOf(parsePage(html).root);
  if (first === undefined || !/^h[1-4]$/.test(first.element.tag) || first.text.length > maxHeadingLength)
    return null;
  return first.text;
}

/** "1. Introduction" and "Introduction" are one title. */
function isAlike(one: string, other: string): boolean {
  const [short = '', long = ''] = [one, other]
    .map((text) => text.replace(/\P{L}/gu, '').toLowerCase())
    .sort((a, b) => a.length - b.length);
  return short !== '' && long.endsWith(short);
}

function wordsIn(html: string): number {
  return linesOf(parsePage(html).root).reduce((sum, { text }) => sum + countWords(text), 0);
}

/** What is encrypted otherwise than fonts are. */
async function lockedPaths(zip: ZipArchive): Promise<ReadonlySet<string>> {
  const list = await wholeXml(zip, 'META-INF/encryption.xml');
  const locked = new Set<string>();
  for (const part of list.split(/<(?:\w+:)?EncryptedData\b/).slice(1)) {
    const path = /CipherReference\b[^<>]{0,300}?\bURI\s*=\s*["']([^"']{1,1000})/.exec(part)?.[1];
    if (path !== undefined && !ofFonts.test(part)) locked.add(decodeURI(path));
  }
  return locked;
}
