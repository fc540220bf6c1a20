import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ByteReader, ByteWriter } from '../../../../electron/engine/index/bytes/byte-buffer.ts';
import {
  unpackNumbers,
  unpackSomeNumbers,
  packNumbers,
} from '../../../../electron/engine/index/bytes/bit-packing.ts';

/** Lists of numbers of at most so many bits, the widest of which has exactly so many. */
const lists = fc.integer({ min: 0, max: 32 }).chain((width) =>
  fc.array(fc.integer({ min: 0, max: 2 ** width - 1 }), { maxLength: 150 }).map((values) => ({
    width,
    values: Uint32Array.from(values.length === 0 ? [] : [...values, 2 ** width - 1]),
  })),
);

function packed(values: Uint32Array): Uint8Array {
  const out = new ByteWriter(1);
  packNumbers(out, values, 0, values.length);
  return out.toBytes();
}

test('numbers of any width, few or many, are read as they were written, and nothing behind them is', () => {
  fc.assert(
    fc.property(fc.array(lists, { minLength: 1, maxLength: 4 }), (several) => {
      const out = new ByteWriter(1);
      for (const { values } of several) packNumbers(out, values, 0, values.length);
      const reader = new ByteReader(out.toBytes());
      for (const { values } of several) {
        const read = new Uint32Array(values.length + 2).fill(7);
        unpackNumbers(reader, read, 1, values.length);
        expect(read).toEqual(Uint32Array.of(7, ...values, 7));
      }
      expect(reader.done).toBe(true);
    }),
    { numRuns: 300 },
  );
});

test('any run of them is read without those before it', () => {
  fc.assert(
    fc.property(lists, fc.nat(), fc.nat(), fc.nat({ max: 9 }), ({ values }, a, b, before) => {
      const first = a % (values.length + 1);
      const take = b % (values.length - first + 1);
      const bytes = Uint8Array.of(...new Uint8Array(before), ...packed(values));
      const read = new Uint32Array(take);
      unpackSomeNumbers(bytes, before, values.length, first, take, read);
      expect(read).toEqual(values.subarray(first, first + take));
    }),
    { numRuns: 300 },
  );
});

test.each([
  ['nothing but zeros', new Uint32Array(128), [0]],
  ['seven numbers, a varint each', Uint32Array.of(1, 2, 3, 4, 5, 6, 300), [1, 2, 3, 4, 5, 6, 0xac, 2]],
  ['eight bits', Uint32Array.of(1, 0, 1, 1, 0, 0, 0, 1), [1, 0b10001101]],
  ['three bits each, the lowest first', Uint32Array.of(1, 2, 3, 4, 5, 6, 7, 0), [3, 0xd1, 0x58, 0x1f]],
])('%s are laid out as docs/on-disk-format.md says', (_, values, bytes) => {
  expect([...packed(values)]).toEqual(bytes);
});

test('numbers of more than 24 bits are written whole', () => {
  expect(packed(Uint32Array.from({ length: 8 }, () => 2 ** 24 - 1))).toHaveLength(1 + 8 * 3);
  expect(packed(Uint32Array.from({ length: 8 }, () => 2 ** 24))).toHaveLength(1 + 8 * 4);
});

test('a width that is never written, or an end that comes too soon, is an error', () => {
  const values = new Uint32Array(8);
  expect(() => unpackNumbers(new ByteReader(new Uint8Array(99).fill(25)), values, 0, 8)).toThrow(RangeError);
  expect(() => unpackNumbers(new ByteReader(Uint8Array.of(9, 1)), values, 0, 8)).toThrow(RangeError);
});
