import fc from 'fast-check';
import { expect, test } from 'vitest';
import { hashOf } from '../../../../electron/engine/analysis/word-cursor.ts';
import { StringHashTable } from '../../../../electron/engine/index/bytes/string-hash-table.ts';

function unitsOf(text: string): Uint16Array {
  return Uint16Array.from({ length: text.length }, (_, at) => text.charCodeAt(at));
}

/** Asks for a string, and adds it when it is not there. */
function numberIn(table: StringHashTable, text: string, hash: (units: Uint16Array) => number): number {
  const units = unitsOf(text);
  const known = table.find(units, 0, units.length, hash(units));
  return known >= 0 ? known : table.add(units, 0, units.length, hash(units));
}

const words = fc.array(fc.string({ unit: 'binary', maxLength: 6 }), { maxLength: 200 });

test.each([
  ['with their own hashes', (units: Uint16Array) => hashOf(units, 0, units.length)],
  ['when all hashes are the same', () => -7],
])('numbers strings in the order in which they came, %s', (_, hash) => {
  fc.assert(
    fc.property(words, (texts) => {
      const table = new StringHashTable();
      const numbers = texts.map((text) => numberIn(table, text, hash));
      const distinct = [...new Set(texts)];
      expect(numbers).toEqual(texts.map((text) => distinct.indexOf(text)));
      expect(table.size).toBe(distinct.length);
    }),
  );
});

test('compares strings by code unit', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.string({ unit: 'binary', maxLength: 4 }), { maxLength: 30 }), (texts) => {
      const table = new StringHashTable();
      for (const text of texts) numberIn(table, text, (units) => hashOf(units, 0, units.length));
      const order = [...texts.keys()].sort((one, other) => table.compare(one, other));
      expect(order.map((number) => texts[number])).toEqual([...texts].sort());
    }),
  );
});

test('keeps tens of thousands of strings apart, and finds a part of a text', () => {
  const table = new StringHashTable();
  const hash = (units: Uint16Array): number => hashOf(units, 0, units.length);
  const texts = Array.from({ length: 50_000 }, (_, nth) => `word${String(nth)}`);
  for (const text of texts) numberIn(table, text, hash);
  expect(texts.map((text) => numberIn(table, text, hash))).toEqual([...texts.keys()]);
  const units = unitsOf('a word4711 in a text');
  expect(table.find(units, 2, 10, hashOf(units, 2, 10))).toBe(4_711);
  expect(table.find(units, 2, 9, hashOf(units, 2, 9))).toBe(471);
  expect(table.find(units, 1, 10, hashOf(units, 1, 10))).toBe(-1);
});
