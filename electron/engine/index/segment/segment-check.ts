import { SaidError, saidBy } from '../../../contract/failure.ts';
import { sentence, type Said } from '../../../words/sentence.ts';
import type { SegmentReader } from './segment-reader.ts';

/** Reads every part of a segment and says what is wrong with it; `seen` gathers the ids of live articles. */
export function segmentProblems(reader: SegmentReader, seen: Set<number>): Said[] {
  const problems: Said[] = [];
  try {
    reader.liveDocuments().forEach((document) => {
      const id = reader.articles[document] ?? -1;
      if (seen.has(id)) problems.push(sentence('damage.twice', { id }));
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
            throw new SaidError(sentence('damage.no-document'));
          }
        }
      }
    }
    if (terms !== reader.row.terms) throw new SaidError(sentence('damage.terms-missing'));
    checkInlinePostings(reader);
    for (const step of reader.warming()) void step;
    for (const name of ['days', 'guessed-days', 'words'] as const) reader.column(name);
  } catch (error) {
    problems.push(sentence('damage.segment', { segment: reader.row.id, why: saidBy(error) }));
  }
  return problems;
}

/** What is written twice has to be the same. */
function checkInlinePostings({ row, dictionary, inlinePostings }: SegmentReader): void {
  const entries = dictionary.entries();
  const numbers = Uint32Array.from({ length: row.terms }, (_, number) => number);
  const expect = (isSame: boolean): void => {
    if (!isSame) throw new SaidError(sentence('damage.short-list'));
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
