import { piecesOf, type ByteSource } from '../byte-source.ts';
import { isGzip } from '../captures/gzip-members.ts';
import type { FormatReader, ReadContext, ReadEntries } from '../format-reader.ts';
import { isZip, ZipArchive } from '../reading/zip/zip-archive.ts';
import { zipOfFile } from '../reading/zip/zip-of-file.ts';
import { gzContent, gzName } from './gz-content.ts';
import { heldSource } from './files-by-path.ts';
import { tarEntries } from './tar-entries.ts';
import { TarFiles } from './tar-files.ts';
import { blockBytes, tarHeader } from './tar-header.ts';
import { zipEntries } from './zip-entries.ts';

/** A packed tar of no more than this is one whose files can be read in any order. */
const maxHeldBytes = 50_331_648;

/** Files in a zip. Documents and books, which are zips as well, have readers that are surer. */
export const zip: FormatReader = {
  holds: 'many',
  sniff: async (input) => {
    if (!isZip(input)) return 0;
    const archive = await zipOfFile(input);
    // Tables, slides and what else programs of an office keep in a zip are no archives of files.
    return archive?.entry('[Content_Types].xml') == null ? 0.15 : 0;
  },
  read: async function* read(input, context) {
    yield* entriesOf(context)(zipEntries(await ZipArchive.open(input)));
  },
};

/** Files in a tar. */
export const tar: FormatReader = {
  holds: 'many',
  sniff: (input) => (isTar(input.head()) ? 0.9 : 0),
  read: (input, context) => entriesOf(context)(tarEntries(() => piecesOf(input), new TarFiles(input))),
};

/** One packed file, or those of a tar that is packed. */
export const gz: FormatReader = {
  holds: 'many',
  sniff: (input) => (isGzip(input.head()) ? 0.9 : 0),
  read: async function* read(input, context) {
    const readEntries = entriesOf(context);
    if (await holdsTar(input)) {
      const held = await heldContent(input);
      yield* readEntries(tarEntries(() => gzContent(input), held === null ? null : new TarFiles(held)));
      return;
    }
    const path = gzName(input, context.path);
    yield* readEntries([{ path, modifiedMs: null, isLink: false, pieces: () => gzContent(input) }]);
  },
};

function entriesOf({ path, readEntries }: ReadContext): ReadEntries {
  if (readEntries === undefined) throw new Error(`nobody is there who reads what is in ${path}`);
  return readEntries;
}

function isTar(head: Buffer): boolean {
  return tarHeader(head.subarray(0, blockBytes)) !== null;
}

/** What is packed in a file, where memory has room for it; null for more, and for what is damaged, whose whole entries still come in. */
async function heldContent(input: ByteSource): Promise<ByteSource | null> {
  const pieces: Buffer[] = [];
  let size = 0;
  try {
    for await (const piece of gzContent(input)) {
      size += piece.length;
      if (size > maxHeldBytes) return null;
      pieces.push(piece);
    }
  } catch {
    return null;
  }
  return heldSource(Buffer.concat(pieces, size));
}

async function holdsTar(input: ByteSource): Promise<boolean> {
  try {
    for await (const piece of gzContent(input)) return isTar(piece);
  } catch {
    // What is wrong with it is said when it is read.
  }
  return false;
}
