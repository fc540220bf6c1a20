import fc from 'fast-check';
import { expect, test } from 'vitest';
import { BitSet } from '../../../../electron/engine/index/bytes/bit-set.ts';
import { CountedList } from '../../../../electron/engine/query/matching/frequency-list.ts';
import { windowDocuments } from '../../../../electron/engine/query/matching/frequency-list.ts';

const documents = 2 * windowDocuments + 77;

function frequenciesIn(list: CountedList, from: number, to: number): [number, number][] {
  const found: [number, number][] = [];
  list.each(from, to, BitSet.full(documents), (numbers, frequencies, start, end) => {
    for (let nth = start; nth < end; nth += 1) found.push([numbers[nth] ?? -1, frequencies[nth] ?? -1]);
  });
  return found;
}

test('a list that is added up gives the sum of each document and bounds all of a window', () => {
  const frequency = fc.oneof(fc.integer({ min: 0, max: 5 }), fc.integer({ min: 100, max: 70_000 }));
  const counted = fc
    .uniqueArray(fc.tuple(fc.nat(documents - 1), frequency), {
      selector: ([document]) => document,
      maxLength: 30,
    })
    .map((pairs) => pairs.sort(([a], [b]) => a - b));
  fc.assert(
    fc.property(fc.array(counted, { maxLength: 5 }), fc.nat(documents - 1), (added, from) => {
      const list = new CountedList(documents);
      const sums = new Map<number, number>();
      for (const pairs of [...added, ...added]) {
        const [numbers, frequencies] = [0, 1].map((side) =>
          Uint32Array.from(pairs, (pair) => pair[side] ?? 0),
        );
        list.addAll(numbers ?? new Uint32Array(), frequencies ?? new Uint32Array(), pairs.length);
        for (const [document, times] of pairs) {
          if (times > 0) sums.set(document, (sums.get(document) ?? 0) + times);
        }
      }
      const to = Math.min(from + windowDocuments, documents);
      const expected = [...sums].filter(([document]) => document >= from && document < to);
      expect(frequenciesIn(list, from, to)).toEqual(expected.sort(([a], [b]) => a - b));
      const most = Math.max(0, ...expected.map(([, frequency]) => frequency));
      expect(list.bounds(from, to)?.maxFrequency ?? 0).toBeGreaterThanOrEqual(most);
    }),
  );
});

test('a document that the segment does not have is refused', () => {
  const list = new CountedList(documents);
  expect(() => list.addAll(Uint32Array.of(3, documents), Uint32Array.of(1, 1), 2)).toThrow(RangeError);
});
