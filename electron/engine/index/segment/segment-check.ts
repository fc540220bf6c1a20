import { messageOf } from '../../../contract/failure.ts';
import type { SegmentReader } from './segment-reader.ts';

/** Reads every part of a segment and says what is wrong with it; `seen` gathers the ids of live articles. */
export function segmentProblems(reader: SegmentReader, seen: Set<number>): string[] {
  const problems: string[] = [];
  try {
    reader.liveDocuments().forEach((document) => {
      const id = reader.articles[document] ?? -1;
      if (seen.has(id)) problems.push(`index.sqlite: article ${String(id)} is there twice`);
      seen.add(id);
    });
    let terms = 0;
    for (const { postings } of reader.dictionary.entries()) {
      terms += 1;
      for (const entry of postings) {
        const cursor = reader.cursor(entry);
        for (let block = 0; block < cursor.blocks; block += 1) {
          cursor.readWhole(block);
          if ((cursor.documents[cursor.count - 1] ?? 0) >= reader.row.articles) {
            throw new RangeError('postings name a document that is not there');
          }
        }
      }
    }
    if (terms !== reader.row.terms) throw new RangeError('terms are missing');
    checkInlinePostings(reader);
    for (const step of reader.warming()) void step;
    for (const name of ['days', 'guessed-days', 'words'] as const) reader.column(name);
  } catch (error) {
    problems.push(`index.sqlite: segment ${String(reader.row.id)}: ${messageOf(error)}`);
  }
  return problems;
}

/** What is written twice has to be the same. */
function checkInlinePostings({ row, dictionary, inlinePostings }: SegmentReader): void {
  const entries = dictionary.entries();
  const numbers = Uint32Array.from({ length: row.terms }, (_, number) => number);
  const expect = (isSame: boolean): void => {
    if (!isSame) throw new RangeError('a short list is not what the dictionary says');
  };
  inlinePostings.find(
    numbers,
    (short) => {
      const { forms, postings } = entries.next().value ?? { forms: [], postings: [] };
      expect(short.formCount === forms.length);
      let nth = 0;
      for (; short.next({ frequencies: true, forms: true }); nth += 1) {
        expect(postings[nth]?.stream === short.stream && postings[nth]?.documentCount === short.count);
      }
      expect(nth === postings.length);
    },
    ({ formCount, postings: found }) => {
      const { forms, postings } = entries.next().value ?? { forms: [], postings: [] };
      expect(formCount === forms.length && JSON.stringify(found) === JSON.stringify(postings));
    },
  );
}
