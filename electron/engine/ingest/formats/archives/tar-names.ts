import { isUtf8 } from 'node:buffer';
import { decodeText, decodeTextAs, isDecodeFailure } from '../../encodings/encodings.ts';

/** So much of names tells their encoding. */
const enoughBytes = 262_144;

/** Decodes names: as UTF-8 where they are, the others by what all of them together look like. */
export class TarNames {
  readonly #all: () => AsyncIterable<Buffer>;
  #encoding: string | null = null;

  constructor(all: () => AsyncIterable<Buffer>) {
    this.#all = all;
  }

  async decoded(name: Buffer): Promise<string> {
    if (isUtf8(name)) return name.toString('utf8');
    this.#encoding ??= await this.#guess();
    const decoded = decodeTextAs(name, this.#encoding);
    return isDecodeFailure(decoded) ? name.toString('latin1') : decoded.text;
  }

  async #guess(): Promise<string> {
    const others: Buffer[] = [];
    let length = 0;
    try {
      for await (const name of this.#all()) {
        if (isUtf8(name)) continue;
        others.push(name, Buffer.from('\n'));
        length += name.length;
        if (length > enoughBytes) break;
      }
    } catch {
      // Whoever reads the entries says where the archive is broken; the names up to there are enough.
    }
    const decoded = decodeText(Buffer.concat(others));
    return isDecodeFailure(decoded) ? 'windows-1252' : decoded.encoding;
  }
}
