import { expect, test } from 'vitest';
import { articleId } from '../../../../electron/contract/ids.ts';
import { BitSet } from '../../../../electron/engine/index/bytes/bit-set.ts';
import { IndexReader } from '../../../../electron/engine/index/index-reader.ts';
import { IndexWriter } from '../../../../electron/engine/index/index-writer.ts';
import type { PostingsEntry } from '../../../../electron/engine/index/postings/postings.ts';
import type { SegmentReader } from '../../../../electron/engine/index/segment/segment-reader.ts';
import type { PostingsDepth, InlineEntry } from '../../../../electron/engine/index/terms/inline-postings.ts';
import { openDatabase } from '../../../../electron/engine/sqlite.ts';
import { word } from '../../../../electron/words/word.ts';
import { article } from '../../../support/article-fields.ts';
import { randomArticle, seededRandom } from '../../../parity/random-corpus.ts';

const all = { frequencies: true, forms: true };

type List = Readonly<{ stream: number; documents: number[]; frequencies: number[] }>;

/** The documents of a list, and how often the term is in each in one of `forms`. */
function listInForms(segment: SegmentReader, entry: PostingsEntry, forms: BitSet | null): List {
  const counts = new Map<number, number>();
  segment.cursor(entry).eachOccurrence((document, _, surface) => {
    if (forms?.has(surface >>> 2) !== false) counts.set(document, (counts.get(document) ?? 0) + 1);
  });
  return { stream: entry.stream, documents: [...counts.keys()], frequencies: [...counts.values()] };
}

function currentList({ stream, count, documents, frequencies }: InlineEntry): List {
  return {
    stream,
    documents: [...documents.subarray(0, count)],
    frequencies: [...frequencies.subarray(0, count)],
  };
}

/** Letters of the stemmer's liking, other ones for each number. */
function wordOf(number: number): string {
  return `wo${String(number).replace(/\d/gu, (digit) => 'bcdfgklmnp'.charAt(Number(digit)))}k`;
}

/** A segment with more terms than two rows of short lists have, each in a few articles, and some that are in all. */
function withSegment(look: (segment: SegmentReader) => void): void {
  const db = openDatabase(':memory:', { readOnly: false });
  try {
    const writer = IndexWriter.open(db);
    const random = seededRandom(1);
    const endings = ['', 's', 'ed', 'ing'];
    for (let id = 1; id <= 400; id += 1) {
      const words = Array.from({ length: 30 }, (_, nth) => {
        const word = wordOf((id * 30 + nth) % 1600);
        const more = Array.from(
          { length: Math.floor(random() * 3) },
          () => endings[Math.floor(random() * 4)],
        );
        return [word, ...more.map((ending) => `${word}${ending ?? ''}`)].join(' ');
      });
      const { body } = randomArticle(random);
      writer.add(articleId(id), article({ body: ['everywhere', words.join(' '), ...body] }));
    }
    writer.commit(1);
    new IndexReader(db).snapshot(({ segments: [segment] }) => {
      if (segment === undefined) throw new Error('there is no segment');
      look(segment);
    });
  } finally {
    db.close();
  }
}

test('the short lists of a term are those of the dictionary', () => {
  withSegment((segment) => {
    const entries = [...segment.dictionary.entries()];
    const long: string[] = [];
    let short = 0;
    segment.inlinePostings.find(
      entries.map((_, number) => number),
      (entry, nth) => {
        const { forms = [], postings = [] } = entries[nth] ?? {};
        const lists: List[] = [];
        while (entry.next(all)) lists.push(currentList(entry));
        expect(entry.formCount).toBe(forms.length);
        expect(lists).toEqual(postings.map((list) => listInForms(segment, list, null)));
        short += 1;
      },
      (found, nth) => {
        const { term = '', forms = [], postings = [] } = entries[nth] ?? {};
        expect(found).toEqual({ formCount: forms.length, postings });
        long.push(term);
      },
    );
    expect(short).toBeGreaterThan(1024);
    expect(long).toContain('everywher');
    expect(short + long.length).toBe(segment.row.terms);
  });
});

test('a short list is sifted by written forms', () => {
  withSegment((segment) => {
    const entries = [...segment.dictionary.entries()];
    let several = 0;
    segment.inlinePostings.find(
      entries.map((_, number) => number),
      (entry, nth) => {
        if (entry.formCount < 2) return;
        several += 1;
        const wanted = new BitSet(entry.formCount);
        wanted.add(nth % entry.formCount);
        const lists: List[] = [];
        while (entry.next(all)) {
          entry.keep(wanted);
          lists.push(currentList(entry));
        }
        const { postings = [] } = entries[nth] ?? {};
        expect(lists).toEqual(postings.map((list) => listInForms(segment, list, wanted)));
      },
      () => undefined,
    );
    expect(several).toBeGreaterThan(500);
  });
});

test('of a list no more is read than is asked for', () => {
  withSegment((segment) => {
    const numbers = Uint32Array.from({ length: segment.row.terms }, (_, number) => number);
    const documentsRead = (depth: PostingsDepth): number[][] => {
      const read: number[][] = [];
      segment.inlinePostings.find(
        numbers,
        (entry) => {
          while (entry.next(depth)) read.push([...entry.documents.subarray(0, entry.count)]);
        },
        () => undefined,
      );
      return read;
    };
    const whole = documentsRead(all);
    expect(documentsRead({ frequencies: false, forms: false })).toEqual(whole);
    expect(documentsRead({ frequencies: true, forms: false })).toEqual(whole);
  });
});

test('a check names short lists that are not those of the dictionary', () => {
  const db = openDatabase(':memory:', { readOnly: false });
  try {
    const writer = IndexWriter.open(db);
    writer.add(articleId(1), article({ body: ['one two two'] }));
    writer.commit(1);
    writer.add(articleId(2), article({ body: ['one two three'] }));
    writer.commit(2);
    expect(writer.check()).toEqual([]);
    db.exec('DELETE FROM short_lists WHERE segment = 1');
    expect(writer.check().map(word).join()).toContain('short_lists 0 is missing of segment 1');
  } finally {
    db.close();
  }
});
