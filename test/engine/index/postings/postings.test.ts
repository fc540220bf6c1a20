import fc from 'fast-check';
import { expect, test } from 'vitest';
import { BitSet } from '../../../../electron/engine/index/bytes/bit-set.ts';
import { decodeTermBlock } from '../../../../electron/engine/index/terms/term-block.ts';
import { sliceOf } from '../../../../electron/engine/index/bytes/utf16-slice.ts';
import { putOccurrences } from '../../../../electron/engine/index/building/occurrence-writer.ts';
import { PostingsCursor } from '../../../../electron/engine/index/postings/postings-cursor.ts';
import {
  addDocuments,
  blockDocuments,
  decodeDocuments,
  decodeFrequencies,
  type PostingsEntry,
  type PostingsLengths,
} from '../../../../electron/engine/index/postings/postings.ts';
import { SegmentWriter } from '../../../../electron/engine/index/writing/segment-writer.ts';
import { seededRandom } from '../../../parity/random-corpus.ts';
import { HeldParts } from '../held-parts.ts';

type Posting = Readonly<{ document: number; length: number; positions: number[]; surfaces: number[] }>;

/** Lists around the size of a block and far beyond it, dense and sparse; some say nothing but where words are. */
const postings = fc
  .record({
    seed: fc.nat(),
    count: fc.oneof(fc.integer({ min: 1, max: 12 }), fc.constantFrom(127, 128, 129, 256, 257, 500)),
    farthest: fc.constantFrom(1, 3, 5000),
    maxFrequent: fc.constantFrom(1, 4, 40),
    written: fc.boolean(),
  })
  .map(({ seed, count, farthest, maxFrequent, written }) => {
    const random = seededRandom(seed);
    const upTo = (most: number): number => 1 + Math.floor(random() * most);
    let document = -1;
    return Array.from({ length: count }, (): Posting => {
      document += upTo(farthest);
      let position = upTo(3) - 2;
      const positions = Array.from({ length: upTo(maxFrequent) }, () => (position += upTo(900)));
      return {
        document,
        length: upTo(3000),
        positions,
        surfaces: positions.map(() => (written ? upTo(30) : 0)),
      };
    });
  });

type Encoded = Readonly<{
  list: readonly Posting[];
  entry: PostingsEntry;
  read: (part: keyof PostingsLengths) => Uint8Array;
  cursor: PostingsCursor;
}>;

/** Lists after one another, each of a term of its own, as in a segment. */
function encode(lists: readonly (readonly Posting[])[]): Encoded[] {
  const parts = new HeldParts();
  const writer = new SegmentWriter(parts, 0);
  for (const [nth, list] of lists.entries()) {
    writer.beginTerm();
    writer.list.begin(lengthsOf(list));
    const run = runOf(list);
    putOccurrences(writer.list, run, 0, run.holders.length);
    writer.list.finish(writer.lists, 0);
    writer.endTerm(sliceOf(String(nth)), { header: 1, bytes: new Uint8Array(), from: 0, to: 0 });
  }
  writer.finishTerms();
  const entries = decodeTermBlock(parts.part('term_blocks', 0)).flatMap((term) => term.postings);
  const runs = { documents: parts.run('chunks'), positions: parts.run('position_chunks') };
  return lists.map((list, nth) => {
    const entry = entries[nth] as PostingsEntry;
    const read = (part: keyof PostingsLengths): Uint8Array => partOf(runs, entry, part);
    const cursor = new PostingsCursor(entry, (part, start, end) => read(part).slice(start, end));
    return { list, entry, read, cursor };
  });
}

function lengthsOf(list: readonly Posting[]): Uint32Array {
  const lengths = new Uint32Array((list.at(-1)?.document ?? -1) + 1);
  for (const { document, length } of list) lengths[document] = length;
  return lengths;
}

function runOf(
  list: readonly Posting[],
): Readonly<Record<'holders' | 'positions' | 'surfaces', Uint32Array>> {
  return {
    holders: Uint32Array.from(list.flatMap(({ document, positions }) => positions.map(() => document))),
    positions: Uint32Array.from(list.flatMap(({ positions }) => positions)),
    surfaces: Uint32Array.from(list.flatMap(({ surfaces }) => surfaces)),
  };
}

/** The documents and the positions of a segment. */
type Runs = Readonly<{ documents: Uint8Array; positions: Uint8Array }>;

function partOf(
  { documents, positions }: Runs,
  { offset, positionOffset, lengths }: PostingsEntry,
  part: keyof PostingsLengths,
): Uint8Array {
  const ofDocuments = ['skips', 'documents', 'frequencies'] as const;
  let start = offset;
  for (const name of ofDocuments) {
    if (name === part) return documents.slice(start, start + lengths[name]);
    start += lengths[name];
  }
  const from = part === 'positions' ? positionOffset : positionOffset + lengths.positions;
  return positions.slice(from, from + lengths[part]);
}

function blockOf(list: readonly Posting[], block: number): readonly Posting[] {
  return list.slice(block * blockDocuments, (block + 1) * blockDocuments);
}

test('every block of a list is read as it was written, in any order', () => {
  fc.assert(
    fc.property(fc.array(postings, { minLength: 1, maxLength: 3 }), fc.boolean(), (lists, backwards) => {
      for (const { list, cursor } of encode(lists)) {
        expect(cursor.blocks).toBe(Math.ceil(list.length / blockDocuments));
        const blocks = [...Array(cursor.blocks).keys()];
        for (const block of backwards ? blocks.toReversed() : blocks) {
          cursor.readBlock(block);
          cursor.readFrequencies();
          cursor.readPositions();
          cursor.readSurfaces();
          const expected = blockOf(list, block);
          expect([...cursor.documents.subarray(0, cursor.count)]).toEqual(
            expected.map(({ document }) => document),
          );
          expect([...cursor.frequencies.subarray(0, cursor.count)]).toEqual(
            expected.map(({ positions }) => positions.length),
          );
          expect([...cursor.positions.subarray(0, cursor.occurrences)]).toEqual(
            expected.flatMap(({ positions }) => positions),
          );
          expect([...cursor.surfaces.subarray(0, cursor.occurrences)]).toEqual(
            expected.flatMap(({ surfaces }) => surfaces),
          );
        }
      }
    }),
    { numRuns: 60 },
  );
});

test('a document is sought in the one block that can hold it, and its positions are read alone', () => {
  fc.assert(
    fc.property(postings, fc.array(fc.nat(), { maxLength: 12 }), (list, picks) => {
      const [encoded] = encode([list]);
      if (encoded === undefined) return;
      const { cursor } = encoded;
      const behind = (list.at(-1)?.document ?? 0) + 3;
      for (const pick of picks) {
        const sought = pick % behind;
        const block = cursor.blockOf(sought);
        const first = list.findIndex(({ document }) => document >= sought);
        // A list of one block has no skips that would say where it ends.
        if (cursor.blocks > 1)
          expect(block).toBe(first < 0 ? cursor.blocks : Math.floor(first / blockDocuments));
        if (block >= cursor.blocks) continue;
        cursor.readBlock(block);
        cursor.readFrequencies();
        const inBlock = blockOf(list, block);
        const nth = inBlock.findIndex(({ document }) => document === sought);
        expect([...cursor.documents.subarray(0, cursor.count)].indexOf(sought)).toBe(nth);
        const found = inBlock[nth];
        if (found === undefined) continue;
        const before = inBlock.slice(0, nth).reduce((sum, { positions }) => sum + positions.length, 0);
        const values = new Uint32Array(found.positions.length);
        cursor.readPositionsOf(before, values.length, values);
        expect([...values]).toEqual(found.positions);
        cursor.readSurfacesOf(before, values.length, values);
        expect([...values]).toEqual(found.surfaces);
      }
    }),
    { numRuns: 100 },
  );
});

test('what bounds the scores of a block is the greatest frequency and the shortest field in it', () => {
  fc.assert(
    fc.property(postings, (list) => {
      const [encoded] = encode([list]);
      const skips = encoded?.cursor.skips ?? null;
      expect(skips === null).toBe(list.length <= blockDocuments);
      for (let block = 0; block < (skips?.blocks ?? 0); block += 1) {
        const expected = blockOf(list, block);
        expect(skips?.lastDocuments[block]).toBe(expected.at(-1)?.document);
        expect(skips?.maxFrequencies[block]).toBe(
          Math.max(...expected.map(({ positions }) => positions.length)),
        );
        expect(skips?.minLengths[block]).toBe(Math.min(...expected.map(({ length }) => length)));
      }
    }),
    { numRuns: 40 },
  );
});

test('documents and frequencies alone are the same without a cursor', () => {
  fc.assert(
    fc.property(postings, (list) => {
      const [encoded] = encode([list]);
      if (encoded === undefined) return;
      const { entry, read } = encoded;
      const documents = new Uint32Array(list.length);
      decodeDocuments(entry, read('documents'), documents);
      expect([...documents]).toEqual(list.map(({ document }) => document));
      const frequencies = new Uint32Array(list.length);
      decodeFrequencies(entry, read('frequencies'), frequencies);
      expect([...frequencies]).toEqual(list.map(({ positions }) => positions.length));
      const set = new BitSet((list.at(-1)?.document ?? 0) + 1);
      addDocuments(entry, read('documents'), set);
      expect([...set.toArray()]).toEqual([...documents]);
    }),
    { numRuns: 40 },
  );
});

test('what says nothing is left out: skips of one block, frequencies of one, surfaces of the usual form', () => {
  const list = [1, 5, 9].map((document) => ({ document, length: 2, positions: [4], surfaces: [0] }));
  const [encoded] = encode([list]);
  expect(encoded?.entry.lengths).toEqual({
    skips: 0,
    documents: 3,
    frequencies: 0,
    positions: 3,
    surfaces: 0,
  });
});
