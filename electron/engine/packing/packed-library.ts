import { createWriteStream } from 'node:fs';
import { mkdir, stat, statfs } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { crc32 } from 'node:zlib';
import type { Entry, ZipFile } from 'yauzl';
import { FailureError, messageOf } from '../../contract/failure.ts';
import { packedContents } from '../../contract/packing-api.ts';
import { listOf, oneOf, record, text, wholeNumber, type Parsed } from '../../contract/parse.ts';
import { sentence } from '../../words/sentence.ts';

/** Of the layout of packed libraries. */
export const packedVersion = 1;
export const packedNames = {
  manifest: 'microfiche.json',
  library: 'library.sqlite',
  text: 'text.sqlite',
} as const;

const maxEntries = 1_000_000;
const maxManifestBytes = 16 * 1024 * 1024;
/** Left free for everybody else. */
const spareBytes = 256 * 1024 * 1024;

const manifestOf = record({
  packed: wholeNumber(1, packedVersion),
  contents: oneOf(packedContents),
  articles: wholeNumber(0, Number.MAX_SAFE_INTEGER),
  sources: listOf(record({ id: wholeNumber(1, Number.MAX_SAFE_INTEGER), name: text(1, 1_000) }), 100_000),
});
/** What a packed library says of itself; `name` is that of a source's folder in `sources/ID/NAME`. */
export type PackedManifest = Parsed<typeof manifestOf>;

/** Called with each piece that was written; throws to end the work. */
export type Step = (bytes: number) => void;

/** A packed library that is open: its entries are those that one has, and what they say of their size fits on the disk. */
export class PackedLibrary {
  readonly path: string;
  readonly manifest: PackedManifest;
  readonly #zip: ZipFile;
  readonly #entries: ReadonlyMap<string, Entry>;

  private constructor(
    path: string,
    manifest: PackedManifest,
    zip: ZipFile,
    entries: ReadonlyMap<string, Entry>,
  ) {
    this.path = path;
    this.manifest = manifest;
    this.#zip = zip;
    this.#entries = entries;
  }

  /** Fails with `bad-request` for what is none, with `damaged`, or with `library-newer`. */
  static async open(path: string): Promise<PackedLibrary> {
    let zip: ZipFile;
    try {
      zip = await opened(path);
    } catch (error) {
      throw notOne(path, error);
    }
    try {
      const entries = await entriesOf(zip, path);
      const manifest = await readManifest(zip, entries, path);
      return new PackedLibrary(path, manifest, zip, entries);
    } catch (error) {
      zip.close();
      throw error;
    }
  }

  /** Bytes of all entries, unpacked. */
  get size(): number {
    return [...this.#entries.values()].reduce((sum, entry) => sum + entry.uncompressedSize, 0);
  }

  has(name: string): boolean {
    return this.#entries.has(name);
  }

  /** Names of the files of sources. */
  sourceFiles(): string[] {
    return [...this.#entries.keys()].filter((name) => name.startsWith('sources/'));
  }

  /** Unpacks an entry into a file that is not there yet. Fails with `damaged` where it is not what was packed. */
  async extract(name: string, to: string, step: Step): Promise<void> {
    const entry = this.#entries.get(name);
    if (entry === undefined) throw damaged(this.path, `${name} is not in it`);
    await mkdir(dirname(to), { recursive: true, mode: 0o700 });
    const stream = await streamOf(this.#zip, entry, this.path);
    let crc = 0;
    try {
      await pipeline(
        stream,
        async function* (pieces: AsyncIterable<Buffer>) {
          for await (const piece of pieces) {
            crc = crc32(piece, crc);
            step(piece.length);
            yield piece;
          }
        },
        createWriteStream(to, { flags: 'wx', mode: 0o600 }),
      );
    } catch (error) {
      // What the disk says is said by whoever writes; all else is said of the file.
      if (error instanceof FailureError || (error instanceof Error && 'syscall' in error)) throw error;
      throw damaged(this.path, messageOf(error));
    }
    if (crc !== entry.crc32) throw damaged(this.path, `${name} is not as it was packed`);
  }

  /** Fails with `disk-full` where all of it, or one entry, has no room beside what else is in `folder`. */
  async refuseTooLarge(folder: string, names?: readonly string[]): Promise<void> {
    const asked = names?.map((name) => this.#entries.get(name)?.uncompressedSize ?? 0);
    const needed = asked === undefined ? this.size : asked.reduce((sum, size) => sum + size, 0);
    const { bavail, bsize } = await statfs(folder);
    if (needed + spareBytes <= bavail * bsize) return;
    throw new FailureError({ code: 'disk-full', message: sentence('pack.no-room', { path: folder }) });
  }

  close(): void {
    this.#zip.close();
  }
}

/** Where the source of an id lies in a packed library and in the folder that it is unpacked to. */
export function sourcePlace({ id, name }: Readonly<{ id: number; name: string }>): string {
  return `sources/${String(id)}/${name}`;
}

async function opened(path: string): Promise<ZipFile> {
  if (!(await stat(path)).isFile()) throw new Error('it is no file');
  // Nobody who opens a library waits for it.
  const { open } = (await import('yauzl')).default;
  return new Promise((resolve, reject) => {
    // Names that are absolute or lead outside are refused with it.
    const options = { lazyEntries: true, autoClose: false, validateEntrySizes: true, strictFileNames: true };
    open(path, options, (error, zip) => {
      if (error === null) resolve(zip);
      else reject(error);
    });
  });
}

function entriesOf(zip: ZipFile, path: string): Promise<Map<string, Entry>> {
  return new Promise((resolve, reject) => {
    const found = new Map<string, Entry>();
    const refuse = (why: string): void => {
      reject(damaged(path, why));
    };
    zip.on('entry', (entry: Entry) => {
      const { fileName } = entry;
      if (found.size >= maxEntries) return refuse(`it has more than ${String(maxEntries)} entries`);
      if (!isKnown(fileName)) return refuse(`"${fileName}" has no place in a packed library`);
      if (found.has(fileName)) return refuse(`"${fileName}" is in it twice`);
      found.set(fileName, entry);
      zip.readEntry();
    });
    zip.once('end', () => {
      resolve(found);
    });
    zip.once('error', (error: unknown) => {
      refuse(messageOf(error));
    });
    zip.readEntry();
  });
}

/** Only what is packed: no folder of the library's own beside it, and no part of a path that a disk would read otherwise. */
function isKnown(name: string): boolean {
  if (Object.values<string>(packedNames).includes(name)) return true;
  const [first, id, ...rest] = name.split('/');
  return first === 'sources' && /^[1-9]\d{0,15}$/u.test(id ?? '') && rest.length > 0 && rest.every(isName);
}

function isName(part: string): boolean {
  return part !== '' && part !== '.' && part !== '..' && part.length <= 255 && !/[\\\p{Cc}]/u.test(part);
}

async function readManifest(
  zip: ZipFile,
  entries: ReadonlyMap<string, Entry>,
  path: string,
): Promise<PackedManifest> {
  const entry = entries.get(packedNames.manifest);
  if (entry === undefined) throw notOne(path, `${packedNames.manifest} is not in it`);
  if (entry.uncompressedSize > maxManifestBytes) throw damaged(path, `${packedNames.manifest} is too large`);
  const pieces: Buffer[] = [];
  let said: unknown;
  try {
    for await (const piece of await streamOf(zip, entry, path)) pieces.push(piece as Buffer);
    said = JSON.parse(Buffer.concat(pieces).toString());
  } catch (error) {
    throw damaged(path, messageOf(error));
  }
  const version = (said as Readonly<{ packed?: unknown }> | null)?.packed;
  if (typeof version === 'number' && version > packedVersion) throw newer(path, version);
  try {
    const manifest = manifestOf(said, packedNames.manifest);
    if (manifest.sources.every(({ name }) => isName(name) && !name.includes('/'))) return manifest;
  } catch (error) {
    throw damaged(path, messageOf(error));
  }
  throw damaged(path, 'a source in it has no name');
}

function streamOf(zip: ZipFile, entry: Entry, path: string): Promise<Readable> {
  return new Promise((resolve, reject) => {
    zip.openReadStream(entry, (error, stream) => {
      if (error === null) resolve(stream);
      else reject(damaged(path, messageOf(error)));
    });
  });
}

function notOne(path: string, why: unknown): FailureError {
  const message = sentence('pack.not-one', { path, why: typeof why === 'string' ? why : messageOf(why) });
  return new FailureError({ code: 'bad-request', message });
}

export function damaged(path: string, why: string): FailureError {
  return new FailureError({ code: 'damaged', message: sentence('pack.damaged', { path, why }) });
}

function newer(path: string, version: number): FailureError {
  return new FailureError({ code: 'library-newer', message: sentence('pack.newer', { path, version }) });
}

/** Where an entry is unpacked to, in `folder`. */
export function placeIn(folder: string, name: string): string {
  return join(folder, ...name.split('/'));
}
