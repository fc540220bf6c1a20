import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ByteWriter } from '../../../../electron/engine/index/bytes/byte-buffer.ts';
import {
  decodeTermBlock,
  encodeFirstKeys,
  findInTermBlock,
  findTerm,
  type TermEntry,
} from '../../../../electron/engine/index/terms/term-block.ts';
import { encodeForms } from '../../../../electron/engine/index/terms/encoded-forms.ts';
import { TermBlockIndex } from '../../../../electron/engine/index/terms/term-block-index.ts';
import { sliceOf } from '../../../../electron/engine/index/bytes/utf16-slice.ts';
import {
  documentBytes,
  positionBytes,
  type PostingsEntry,
} from '../../../../electron/engine/index/postings/postings.ts';
import { TermBlockWriter } from '../../../../electron/engine/index/writing/term-block-writer.ts';
import { HeldParts } from '../held-parts.ts';

const partsOfList = ['skips', 'documents', 'frequencies', 'positions', 'surfaces'] as const;

const strings = fc.string({
  unit: fc.constantFrom('a', 'b', 'ä', '\u0000', '\ud800', '\uffff', '🜂'),
  maxLength: 6,
});
const sizes = fc.nat({ max: 70_000 });
const list = fc.record({
  documentCount: fc.constantFrom(1, 128, 129, 90_000),
  skips: sizes,
  documents: sizes,
  frequencies: sizes,
  positions: sizes,
  surfaces: sizes,
});
const terms = fc.uniqueArray(
  fc.record({
    term: strings,
    forms: fc.oneof(fc.constant(null), fc.uniqueArray(strings, { maxLength: 4 })),
    lists: fc.array(list, { minLength: 1, maxLength: 3 }),
  }),
  { selector: ({ term }) => term, minLength: 1, maxLength: 30 },
);

/** Entries as a segment has them: sorted, each list after the one before. */
const blocks = fc.tuple(terms, sizes).map(([made, first]) => {
  let offset = first;
  let positionOffset = 3 * first;
  return made
    .sort((a, b) => (a.term < b.term ? -1 : 1))
    .map(({ term, forms, lists }): TermEntry => {
      const postings = lists.map(({ documentCount, skips, ...lengths }, stream): PostingsEntry => {
        const entry = {
          stream: stream * 3,
          documentCount,
          offset,
          positionOffset,
          lengths: { ...lengths, skips: documentCount > 128 ? skips : 0 },
        };
        offset += documentBytes(entry.lengths);
        positionOffset += positionBytes(entry.lengths);
        return entry;
      });
      // Null: one form of the letters of the term.
      return { term, forms: forms === null ? [term] : [...forms].sort(), postings };
    });
});

/** The one block that a segment with these entries has. */
function blockOf(entries: readonly TermEntry[]): Uint8Array {
  const parts = new HeldParts();
  const writer = new TermBlockWriter(parts);
  const bytes = new ByteWriter();
  for (const { term, forms, postings } of entries) {
    for (const { stream, documentCount, lengths } of postings) {
      const list = writer.lists.add();
      writer.lists.streams[list] = stream;
      writer.lists.documentCounts[list] = documentCount;
      for (const part of partsOfList) writer.lists[part][list] = lengths[part];
    }
    const { offset: start, positionOffset: positionStart } = postings[0] as PostingsEntry;
    writer.add(sliceOf(term), { start, positionStart }, encodeForms(term, forms, bytes));
  }
  writer.finish();
  return parts.part('term_blocks', 0);
}

test('a block of terms is read as it was written, whatever its strings are', () => {
  fc.assert(
    fc.property(blocks, (entries) => {
      expect(decodeTermBlock(blockOf(entries))).toEqual(entries);
    }),
  );
});

test('a term is found by its letters, and none that is not there', () => {
  fc.assert(
    fc.property(blocks, fc.array(fc.string({ unit: 'binary' })), (entries, others) => {
      const block = blockOf(entries);
      const near = entries.flatMap(({ term }) => [term, `${term}a`, term.slice(0, -1)]);
      for (const term of [...near, ...others]) {
        expect(findTerm(block, term)).toEqual(entries.find((entry) => entry.term === term) ?? null);
      }
    }),
  );
});

test('terms looked up by their places are those of the whole block', () => {
  fc.assert(
    fc.property(blocks, fc.array(fc.nat()), (entries, picks) => {
      const places = [...new Set(picks.map((pick) => pick % Math.max(1, entries.length)))]
        .filter((place) => place < entries.length)
        .sort((a, b) => a - b);
      const seen: number[] = [];
      findInTermBlock(blockOf(entries), places, ({ formCount, postings }, nth) => {
        const entry = entries[places[nth] ?? -1];
        expect(formCount).toBe(entry?.forms.length);
        expect(postings).toEqual(entry?.postings);
        seen.push(nth);
      });
      expect(seen).toEqual([...places.keys()]);
    }),
  );
});

test('the block of a term is the last one that does not begin behind it', () => {
  fc.assert(
    fc.property(fc.uniqueArray(strings, { minLength: 1 }), strings, (keys, other) => {
      keys.sort();
      const firsts = new TermBlockIndex(encodeFirstKeys(keys), keys.length);
      expect(firsts.length).toBe(keys.length);
      for (const term of [...keys, other, '']) {
        const last = keys.filter((key) => key <= term).length - 1;
        expect(firsts.lastUpTo(term)).toBe(Math.max(0, last));
      }
    }),
  );
});

test('more first keys than there are blocks are an error', () => {
  expect(() => new TermBlockIndex(encodeFirstKeys(['a', 'b']), 1)).toThrow('more than 1 keys');
});
