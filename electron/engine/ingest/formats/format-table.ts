import { extname } from 'node:path';
import type { ByteSource } from './byte-source.ts';
import type { Format, FormatReader } from './format-reader.ts';

/** So much of a file is looked at for what a format opens with. */
export const openingBytes = 512;

/** A format with its reader at hand. */
export type LoadedFormat = Readonly<{ format: Format; reader: FormatReader }>;

/** Which formats there are, and which of them a file is of. */
export class FormatTable {
  readonly #formats: readonly Format[];
  readonly #extensions: ReadonlySet<string>;
  readonly #loaded = new Map<Format, LoadedFormat>();
  /** Those that a file of plain words may be of, by the ending of its name. */
  readonly #ofPlainWords = new Map<string, readonly Format[]>();

  constructor(formats: readonly Format[]) {
    this.#formats = formats;
    this.#extensions = new Set(formats.flatMap(({ extensions }) => extensions));
  }

  /** Whether a file of this name may hold articles. */
  takes(path: string): boolean {
    return this.#extensions.has(extensionOf(path));
  }

  /** Whether a file without an ending in its name may hold articles, by its first bytes, as Latin-1. */
  takesOpening(head: string): boolean {
    return this.#formats.some(({ opening }) => opening?.test(head) === true);
  }

  /** The format whose reader is surest of a file; null when none knows it. */
  async formatOf(input: ByteSource, path: string): Promise<LoadedFormat | null> {
    let surest: LoadedFormat | null = null;
    let sure = 0;
    for (const format of this.#candidates(input, path)) {
      const loaded = this.#loaded.get(format) ?? (await this.#load(format));
      const answer = loaded.reader.sniff(input, path);
      // Most answer at once, and a turn of the event loop for each of them would cost more than the look.
      const own = typeof answer === 'number' ? answer : await answer;
      if (own <= sure) continue;
      surest = loaded;
      sure = own;
    }
    return surest;
  }

  /** Plain words are what most files hold: only formats of their name, or of such an opening, are loaded and asked of them. */
  #candidates(input: ByteSource, path: string): readonly Format[] {
    const head = input.head().toString('latin1', 0, openingBytes);
    if (!isPlain(head)) return this.#formats;
    const extension = extensionOf(path);
    return this.#plainFormats(extension).filter(
      ({ extensions, opening }) => extensions.includes(extension) || opening?.test(head) === true,
    );
  }

  #plainFormats(extension: string): readonly Format[] {
    if (!this.#extensions.has(extension)) return this.#formats;
    const known = this.#ofPlainWords.get(extension);
    if (known !== undefined) return known;
    // Where there is no markup, nothing that opens with a tag is to be looked for.
    const possible = this.#formats.filter(
      ({ extensions, opening }) =>
        extensions.includes(extension) || opening?.source.startsWith('<') === false,
    );
    this.#ofPlainWords.set(extension, possible);
    return possible;
  }

  async #load(format: Format): Promise<LoadedFormat> {
    if (format.load === undefined) throw new Error(`formats: ${format.name} has no reader in this thread`);
    const loaded = { format, reader: await format.load() };
    this.#loaded.set(format, loaded);
    return loaded;
  }
}

/** Whether a text begins with neither markup nor braces, and has no bytes that no text has. */
function isPlain(head: string): boolean {
  return !/[<\0-\x08\x0e-\x1f]|^(?:\xef\xbb\xbf)?\s*[{[]/.test(head);
}

/** The ending of a file's name in lower case, without the dot; empty when it has none. */
export function extensionOf(path: string): string {
  return extname(path).slice(1).toLowerCase();
}
