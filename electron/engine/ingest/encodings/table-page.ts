import {
  besideLetterCost,
  costs,
  kindOf,
  kinds,
  strangerCost,
  symbolCost,
  type Kind,
} from './character-costs.ts';
import { lowerCase, type LetterModel } from './letter-model.ts';
import type { SingleByteTable } from './single-byte-tables.ts';

/** All that is asked of the 256 bytes of a table, worked out once: this is asked some hundred thousand times a file. */
export type TablePage = Readonly<{
  table: SingleByteTable;
  kinds: Uint8Array;
  /** 1 for letters. */
  isLetter: Uint8Array;
  /** What a sign or a digit costs of itself, right after a letter, and right in front of one. */
  own: Float32Array;
  behindLetter: Float32Array;
  beforeLetter: Float32Array;
  /** What a letter costs in a language that does not have it. */
  stranger: Float32Array;
  /** The places of the letters in each language. */
  places: Map<LetterModel, Uint8Array>;
}>;

const pages = new Map<string, TablePage>();

/** The page of a table. */
export function pageOf(table: SingleByteTable): TablePage {
  const known = pages.get(table.encoding);
  if (known !== undefined) return known;
  const page = makePage(table);
  pages.set(table.encoding, page);
  return page;
}

function makePage(table: SingleByteTable): TablePage {
  const characters = charactersOf(table);
  const bytes = Uint8Array.from(characters, kindOf);
  const isLetter = bytes.map((kind) => Number(isLetterKind(kind)));
  const perByte = (cost: (character: string, byte: number) => number): Float32Array =>
    Float32Array.from(characters, cost);
  return {
    table,
    kinds: bytes,
    isLetter,
    own: perByte((character, byte) => {
      if (byte < 0x80 || isLetter[byte] === 1) return 0;
      return bytes[byte] === kinds.digit ? costs.highDigit : symbolCost(character);
    }),
    behindLetter: perByte((character, byte) => {
      if (bytes[byte] === kinds.digit) return costs.besideDigit;
      return byte < 0x80 ? 0 : besideLetterCost(character, 'behind');
    }),
    beforeLetter: perByte((character, byte) => {
      if (isLetter[byte] === 1) return 0;
      if (bytes[byte] === kinds.digit) return costs.besideDigit;
      return byte < 0x80 ? 0 : besideLetterCost(character, 'before');
    }),
    stranger: perByte((character) => strangerCost(character, table.script)),
    places: new Map(),
  };
}

function charactersOf({ high }: SingleByteTable): readonly string[] {
  return [...Array.from({ length: 128 }, (_, at) => String.fromCharCode(at)), ...high];
}

function isLetterKind(kind: number): kind is Kind {
  return kind >= kinds.lower && kind <= kinds.unicase;
}

/** The place of each byte's letter in a language; 0 for what is no letter. */
export function placesOf(page: TablePage, model: LetterModel): Uint8Array {
  const known = page.places.get(model);
  if (known !== undefined) return known;
  const places = Uint8Array.from(charactersOf(page.table), (character, byte) =>
    page.isLetter[byte] === 1 ? (model.places.get(lowerCase(character)) ?? model.unknown) : 0,
  );
  page.places.set(model, places);
  return places;
}
