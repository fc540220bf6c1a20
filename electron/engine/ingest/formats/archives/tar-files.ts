import type { ByteSource, FilesBeside } from '../byte-source.ts';
import { FilesByPath, type PlacedFile } from './files-by-path.ts';
import { isOfEntry, maxFieldBytes, paxFields, untilZero, type Extended } from './tar-fields.ts';
import { blockBytes, tarHeader } from './tar-header.ts';

/** The files of a tar whose bytes can be read in any order; found by their headers once somebody asks for one. */
export class TarFiles {
  readonly #input: ByteSource;
  #files: FilesByPath | null = null;

  constructor(input: ByteSource) {
    this.#input = input;
  }

  /** What is around one of them. */
  around(path: string): FilesBeside {
    return {
      names: (where) => this.#found().around(path).names(where),
      open: (name) => this.#found().around(path).open(name),
    };
  }

  #found(): FilesByPath {
    this.#files ??= new FilesByPath(placedFiles(this.#input));
    return this.#files;
  }
}

/** Up to the first header that is none: what is wrong with an archive is said by who reads it from its beginning. */
function* placedFiles(input: ByteSource): Generator<PlacedFile> {
  let extended: Extended = {};
  for (let at = 0; at < input.size;) {
    const header = tarHeader(input.at(at, blockBytes));
    if (header === null) return;
    const start = at + blockBytes;
    const size = extended.size ?? header.size;
    at = start + Math.ceil(size / blockBytes) * blockBytes;
    if (!isOfEntry(header)) {
      const content = Buffer.from(input.at(start, Math.min(size, maxFieldBytes)));
      if (header.type === 'L') extended.name = untilZero(content);
      if (header.type === 'x') extended = { ...extended, ...paxFields(content) };
      continue;
    }
    const path = (extended.name ?? header.name).toString('utf8');
    extended = {};
    yield { path, size, bytes: () => Buffer.from(input.at(start, size)) };
  }
}
