import { saidBy } from '../../../../contract/failure.ts';
import type { ByteSource } from '../byte-source.ts';
import type { FormatReader, FoundRecord, ReadContext, RecordFailure } from '../format-reader.ts';
import { extensionOf } from '../format-table.ts';
import { isZip, ZipArchive, type ZipEntry } from '../reading/zip/zip-archive.ts';
import { isObject } from '../tables/json-rows.ts';
import { warcArticles } from './warc.ts';

const archives = /^archive\/[^/]+\.warc(\.gz)?$/i;
const lists = /^pages\/[^/]+\.jsonl$/i;
const maxListLength = 67_108_864;

/** Web archives in a zip, with lists of which of their addresses are pages. */
export const wacz: FormatReader = {
  holds: 'many',
  sniff: async (input, path) => {
    if (!isZip(input)) return 0;
    if (extensionOf(path) === 'wacz') return 0.95;
    // Any of its files may stand first: only all names tell, and archives that hold none of these are for others.
    const head = input.head();
    if (!['archive/', 'pages/', 'indexes/', 'datapackage'].some((name) => head.includes(name))) return 0;
    const zip = await ZipArchive.open(input).catch(() => null);
    return zip?.entries.some(({ name }) => archives.test(name)) === true ? 0.95 : 0;
  },
  read: readWacz,
};

async function* readWacz(
  input: ByteSource,
  context: ReadContext,
): AsyncGenerator<FoundRecord | RecordFailure> {
  const zip = await ZipArchive.open(input);
  const pages = await pagesOf(zip);
  const takes = (address: string): boolean => pages.size === 0 || pages.has(comparable(address));
  const files = zip.entries.filter(({ name }) => archives.test(name));
  let before = 0;
  for (const entry of files) {
    let last = before;
    // Records are counted on from one archive to the next.
    const begin = (place: number): boolean => context.begin((last = before + place));
    try {
      for await (const found of warcArticles(zip.pieces(entry), { ...context, begin }, takes))
        yield 'code' in found
          ? { ...found, place: `${entry.name}, ${found.place ?? ''}` }
          : { ...found, original: 'text' };
    } catch (error) {
      yield { place: entry.name, code: 'unreadable', reason: saidBy(error) };
    }
    before = last;
  }
}

/** The addresses that the lists of pages name. */
async function pagesOf(zip: ZipArchive): Promise<ReadonlySet<string>> {
  const pages = new Set<string>();
  for (const entry of zip.entries) {
    if (!lists.test(entry.name) || entry.size > maxListLength) continue;
    for (const line of (await listOf(zip, entry)).split('\n')) {
      const url = urlIn(line);
      if (url !== null) pages.add(comparable(url));
    }
  }
  return pages;
}

async function listOf(zip: ZipArchive, entry: ZipEntry): Promise<string> {
  try {
    return (await zip.bytes(entry)).toString('utf8');
  } catch {
    // Without its list every page of the archive is taken.
    return '';
  }
}

function urlIn(line: string): string | null {
  if (line.trim() === '') return null;
  try {
    const page: unknown = JSON.parse(line);
    return isObject(page) && typeof page['url'] === 'string' ? page['url'] : null;
  } catch {
    // A line that is broken names no page.
    return null;
  }
}

function comparable(address: string): string {
  return address
    .replace(/^https?:\/\/(?:www\.)?/i, '')
    .replace(/#.*$/, '')
    .replace(/\/$/, '');
}
