import { SaidError } from '../../../../contract/failure.ts';
import { sentence } from '../../../../words/sentence.ts';
import { parseXml } from '../reading/parse-xml.ts';
import { allAt, at, attribute, textOf, within, type XmlElement } from '../reading/xml-element.ts';
import type { ZipArchive } from '../reading/zip/zip-archive.ts';
import { wholeXml } from '../reading/zip/zipped-xml.ts';

/** An entry of the contents of a book. */
export type EpubEntry = Readonly<{ title: string; path: string; fragment: string | null }>;

/** What a book is (EPUB 3.3, and 2.0.1 for the older ones): its chapters in order, and what they are called. */
export type EpubPackage = Readonly<{
  title: string;
  creators: readonly string[];
  published: string;
  language: string;
  /** Paths of the documents, in the order of reading. */
  spine: readonly string[];
  /** Of the first order. */
  contents: readonly EpubEntry[];
  /** Of all orders: what each document is called first. */
  titles: ReadonlyMap<string, string>;
}>;

type Item = Readonly<{ path: string; type: string; isNav: boolean }>;

/** Reads the package of a book; fails when there is none. */
export async function epubPackage(zip: ZipArchive): Promise<EpubPackage> {
  const container = parseXml(await wholeXml(zip, 'META-INF/container.xml'));
  const [named] = [...within(container, 'rootfile')].map((file) => attribute(file, 'full-path'));
  // Some archives have lost their container.
  const path = named ?? zip.entries.find(({ name }) => /\.opf$/i.test(name))?.name;
  if (path === undefined) throw new SaidError(sentence('file.no-package'));
  const opf = at(parseXml(await wholeXml(zip, path)), 'package');
  if (opf === null) throw new SaidError(sentence('file.package-unread', { path }));
  const metadata = at(opf, 'metadata');
  const items = itemsOf(opf, path);
  const entries = await entriesOf(zip, opf, items);
  const said = (name: string): string => textOf(at(metadata, name));
  return {
    title: said('title'),
    creators: allAt(metadata, 'creator').map(textOf),
    published: publishedOf(metadata),
    language: said('language'),
    spine: allAt(opf, 'spine/itemref').flatMap((ref) => {
      const item = items.get(attribute(ref, 'idref'));
      return item === undefined || item.isNav || !/html|xml/.test(item.type) ? [] : [item.path];
    }),
    contents: entries.filter(({ depth }) => depth === 0),
    titles: new Map([...entries].reverse().map((entry) => [entry.path, entry.title])),
  };
}

function itemsOf(opf: XmlElement, base: string): ReadonlyMap<string, Item> {
  return new Map(
    allAt(opf, 'manifest/item').map((item) => [
      attribute(item, 'id'),
      {
        path: resolved(base, attribute(item, 'href')).path,
        type: attribute(item, 'media-type'),
        isNav: attribute(item, 'properties').split(/\s+/).includes('nav'),
      },
    ]),
  );
}

/** The day of publication, and not of a change of the file. */
function publishedOf(metadata: XmlElement | null): string {
  const dates = allAt(metadata, 'date');
  const published = dates.find((date) => attribute(date, 'opf:event') === 'publication');
  return textOf(published ?? dates.find((date) => attribute(date, 'opf:event') === ''));
}

type Entry = EpubEntry & Readonly<{ depth: number }>;

async function entriesOf(
  zip: ZipArchive,
  opf: XmlElement,
  items: ReadonlyMap<string, Item>,
): Promise<Entry[]> {
  const all = [...items.values()];
  const nav = all.find(({ isNav }) => isNav);
  if (nav !== undefined) {
    const page = parseXml(await wholeXml(zip, nav.path));
    const toc = [...within(page, 'nav')].find((one) =>
      attribute(one, 'epub:type').split(/\s+/).includes('toc'),
    );
    const found = navEntries(toc ?? null, nav.path, 0);
    if (found.length > 0) return found;
  }
  const named = items.get(attribute(at(opf, 'spine'), 'toc'));
  const ncx = named ?? all.find(({ type }) => type === 'application/x-dtbncx+xml');
  if (ncx === undefined) return [];
  const [map] = [...within(parseXml(await wholeXml(zip, ncx.path)), 'navMap')];
  return ncxEntries(map ?? null, ncx.path, 0);
}

function navEntries(around: XmlElement | null, base: string, depth: number): Entry[] {
  return allAt(around, 'ol/li').flatMap((item) => {
    const link = at(item, 'a');
    const own =
      link === null ? [] : [{ title: textOf(link), depth, ...resolved(base, attribute(link, 'href')) }];
    // A heading that leads nowhere leaves its chapters where they are.
    return [...own, ...navEntries(item, base, link === null ? depth : depth + 1)];
  });
}

function ncxEntries(around: XmlElement | null, base: string, depth: number): Entry[] {
  return allAt(around, 'navPoint').flatMap((point) => [
    {
      title: textOf(at(point, 'navLabel/text')),
      depth,
      ...resolved(base, attribute(at(point, 'content'), 'src')),
    },
    ...ncxEntries(point, base, depth + 1),
  ]);
}

/** Where a link of the file at `base` leads to within the archive. */
function resolved(base: string, href: string): Readonly<{ path: string; fragment: string | null }> {
  const [written = '', fragment] = href.split('#', 2);
  const parts =
    written === '' ? base.split('/') : [...base.split('/').slice(0, -1), ...decoded(written).split('/')];
  const path: string[] = [];
  for (const part of parts) {
    if (part === '..') path.pop();
    else if (part !== '.' && part !== '') path.push(part);
  }
  return {
    path: path.join('/'),
    fragment: fragment === undefined || fragment === '' ? null : decoded(fragment),
  };
}

function decoded(written: string): string {
  try {
    return decodeURIComponent(written);
  } catch {
    // A percent sign that escapes nothing is one.
    return written;
  }
}
