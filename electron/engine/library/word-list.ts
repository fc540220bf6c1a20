import { brotliCompressSync, brotliDecompressSync, constants } from 'node:zlib';
import { TokenTable, wordUnits } from './token-table.ts';

/**
 * What a code of a text says, by its first byte: the text ends; a token of so many UTF-16 code units is spelled out, or
 * one of as many as a varint says; a token that was spelled out before, by its number; otherwise a token of the list.
 */
export const codes = { end: 0, mostSpelled: 14, spelled: 15, again: 16, firstListed: 17 } as const;

const listedCodes = 256 - codes.firstListed;

/** Tokens of a list at most: more would leave fewer codes of one byte than there are words in every sentence. */
export const mostListed = listedCodes + 255 * 100;

/**
 * Tokens that texts are written by: the most frequent ones take one byte, the others two. The codes of a list of n
 * tokens: as few first bytes as will do stand for 256 tokens each, the other ones for one.
 */
export class WordList {
  readonly tokens: TokenTable;
  /** Tokens of one byte. */
  readonly single: number;
  /** 1 for each token that is a word: between two words in a row stands a space that is not written. */
  readonly isWord: Uint8Array;

  /** The most frequent tokens first. */
  constructor(tokens: readonly string[]) {
    this.tokens = TokenTable.of(tokens);
    if (this.tokens.length !== tokens.length || tokens.includes(''))
      throw new RangeError('a list of words names one twice, or none');
    this.single = listedCodes - leadsFor(tokens.length);
    this.isWord = Uint8Array.from(tokens, (token) => wordUnits[token.charCodeAt(0)] ?? 0);
  }

  static readonly empty = new WordList([]);

  /** The list that `toBytes` made; throws when it is none. */
  static from(bytes: Uint8Array): WordList {
    return new WordList(JSON.parse(brotliDecompressSync(bytes).toString()) as string[]);
  }

  /** A JSON array in Brotli (RFC 7932). */
  toBytes(): Uint8Array<ArrayBuffer> {
    const tokens = Array.from({ length: this.tokens.length }, (_, number) => this.tokens.token(number));
    const params = { [constants.BROTLI_PARAM_QUALITY]: 5 };
    return new Uint8Array(brotliCompressSync(JSON.stringify(tokens), { params }));
  }
}

function leadsFor(tokens: number): number {
  if (tokens > mostListed) throw new RangeError('a list of words is too long');
  // Each lead takes the place of one code of one byte.
  return Math.max(0, Math.ceil((tokens - listedCodes) / 255));
}
