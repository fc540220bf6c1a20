import { brotliCompressSync, brotliDecompressSync, constants } from 'node:zlib';
import { hashOf, TextUnits } from '../../analysis/word-cursor.ts';
import { StringHashTable } from '../../index/bytes/string-hash-table.ts';
import { wordUnits } from './word-units.ts';

/**
 * What a code of a text says, by its first byte: the text ends; a token of so many UTF-16 code units is spelled out, or
 * one of as many as a varint says; a token that was spelled out before, by its number; otherwise a token of the list.
 */
export const codes = { end: 0, maxSpelled: 14, spelled: 15, again: 16, firstListed: 17 } as const;

const listedCodes = 256 - codes.firstListed;

/** Tokens of a list at most: more would leave fewer codes of one byte than there are words in every sentence. */
export const maxListed = listedCodes + 255 * 100;

/**
 * Tokens that texts are written by: the most frequent ones take one byte, the others two. The codes of a list of n
 * tokens: as few first bytes as will do stand for 256 tokens each, the other ones for one.
 */
export class TokenDictionary {
  /** The most frequent tokens first. */
  readonly tokens: readonly string[];
  /** Tokens of one byte. */
  readonly single: number;
  /** The code units of all tokens, and where each begins in them; one more at the end. */
  readonly units: Uint16Array;
  readonly starts: Uint32Array;
  /** 1 for each token that is a word: between two words in a row stands a space that is not written. */
  readonly isWord: Uint8Array;
  #table: StringHashTable | null = null;

  constructor(tokens: readonly string[]) {
    this.tokens = tokens;
    this.single = listedCodes - leadsFor(tokens.length);
    const all = tokens.join('');
    const text = new TextUnits();
    const length = text.take(all);
    this.units = text.units.slice(0, length);
    this.starts = new Uint32Array(tokens.length + 1);
    this.isWord = new Uint8Array(tokens.length);
    for (const [number, token] of tokens.entries()) {
      const start = this.starts[number] as number;
      this.starts[number + 1] = start + token.length;
      this.isWord[number] = wordUnits[this.units[start] as number] as number;
    }
  }

  /** Finds the number of a token: only who writes texts needs it. */
  get table(): StringHashTable {
    return (this.#table ??= this.#newTable());
  }

  static readonly empty = new TokenDictionary([]);

  /** The list that `toBytes` made; throws when it is none. */
  static from(bytes: Uint8Array): TokenDictionary {
    return new TokenDictionary(JSON.parse(brotliDecompressSync(bytes).toString()) as string[]);
  }

  /** A JSON array in Brotli (RFC 7932). */
  toBytes(): Uint8Array<ArrayBuffer> {
    const params = { [constants.BROTLI_PARAM_QUALITY]: 5 };
    return new Uint8Array(brotliCompressSync(JSON.stringify(this.tokens), { params }));
  }

  #newTable(): StringHashTable {
    const table = new StringHashTable();
    for (let number = 0; number < this.tokens.length; number += 1) {
      const start = this.starts[number] as number;
      const end = this.starts[number + 1] as number;
      table.add(this.units, start, end, hashOf(this.units, start, end));
    }
    return table;
  }
}

function leadsFor(tokens: number): number {
  if (tokens > maxListed) throw new RangeError('a list of words is too long');
  // Each lead takes the place of one code of one byte.
  return Math.max(0, Math.ceil((tokens - listedCodes) / 255));
}
