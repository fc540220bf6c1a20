import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { ArticleFields } from '../../../../electron/contract/article.ts';
import { articleId } from '../../../../electron/contract/ids.ts';
import { IndexWriter } from '../../../../electron/engine/index/index-writer.ts';
import { SegmentBuilder } from '../../../../electron/engine/index/building/segment-builder.ts';
import { partTables } from '../../../../electron/engine/index/storage/segment-parts.ts';
import { openDatabase, type Database } from '../../../../electron/engine/sqlite.ts';
import { seededRandom } from '../../../parity/random-corpus.ts';
import { article } from '../../../support/article-fields.ts';

/** Common and rare ones, in several written forms, some beyond the basic plane and some after it in UTF-8 alone. */
const words = [
  'the',
  'dam',
  'Dams',
  'BROKE',
  'river',
  'rivers',
  'ﬂood',
  '𐐀𐐨',
  'قەرەداغ',
  'Ümit',
  'damming',
  'dammed',
];

function made(random: () => number): ArticleFields {
  const word = (): string => {
    const rare = random() < 0.05 ? String(Math.floor(random() * 1000)) : '';
    return `${words[Math.floor(random() ** 2 * words.length)] ?? ''}${rare}`;
  };
  const text = (most: number): string =>
    Array.from({ length: Math.floor(random() * most) }, word).join(random() < 0.1 ? '. ' : ' ');
  return article({
    headline: text(4),
    body: [text(12), text(3)],
    place: random() < 0.3 ? (words[Math.floor(random() * words.length)] ?? null) : null,
    words: Math.floor(random() * 70_000),
  });
}

/** Adds a segment of articles, whose ids begin with `first`. */
function addSegment(writer: IndexWriter, articles: readonly ArticleFields[], ids: Int32Array): void {
  const builder = new SegmentBuilder();
  for (const fields of articles) builder.add(fields);
  writer.addSegment(builder.finish(), ids);
}

/** Everything of the only segment but its number. */
function partsOf(db: Database): unknown {
  return partTables.map((table) => [
    table,
    db
      .prepare<{ part: number; data: Uint8Array }>(`SELECT part, data FROM ${table} ORDER BY part`)
      .all()
      .map(({ part, data }) => [part, Buffer.from(data).toString('base64')]),
  ]);
}

test('a merged segment is byte for byte the one that is built of the same articles at once', () => {
  const segments = fc.array(fc.integer({ min: 1, max: 420 }), { minLength: 1, maxLength: 4 });
  const removed = fc.constantFrom(0, 0.02, 0.7);
  fc.assert(
    fc.property(segments, removed, fc.nat(), (sizes, share, seed) => {
      const random = seededRandom(seed);
      const merged = openDatabase(':memory:', { readOnly: false });
      const whole = openDatabase(':memory:', { readOnly: false });
      const writer = IndexWriter.open(merged, { mergePolicy: { choose: () => [] }, mergeStepCost: 5_000 });
      const live: { id: number; fields: ArticleFields }[] = [];
      const gone: number[] = [];
      let id = 0;
      for (const size of sizes) {
        const articles = Array.from({ length: size }, () => made(random));
        const ids = Int32Array.from(articles, () => (id += 1));
        addSegment(writer, articles, ids);
        for (const [nth, fields] of articles.entries()) {
          // The first stays, so that a segment remains.
          if (live.length > 0 && random() < share) gone.push(ids[nth] ?? 0);
          else live.push({ id: ids[nth] ?? 0, fields });
        }
      }
      // One more, so that a single segment is merged as well.
      const last = { id: (id += 1), fields: made(random) };
      addSegment(writer, [last.fields], Int32Array.of(last.id));
      live.push(last);
      writer.commit(1);
      for (const each of gone) writer.remove(articleId(each));
      writer.commit(2);
      while (writer.optimizeStep());
      const other = IndexWriter.open(whole);
      addSegment(
        other,
        live.map(({ fields }) => fields),
        Int32Array.from(live, (each) => each.id),
      );
      other.commit(1);
      const problems = writer.check();
      const [found, expected] = [partsOf(merged), partsOf(whole)];
      merged.close();
      whole.close();
      expect(problems).toEqual([]);
      expect(found).toEqual(expected);
    }),
    { numRuns: 12 },
  );
});

test('a term of a hundred and fifty thousand letters, in two forms, is merged as any other', () => {
  const merged = openDatabase(':memory:', { readOnly: false });
  const whole = openDatabase(':memory:', { readOnly: false });
  // More than a call takes arguments: a string of so many units is not made in one go.
  const letters = 'ب'.repeat(150_000);
  // With the article and without: two forms of one term.
  const articles = [article({ body: [letters] }), article({ body: [`ال${letters}`] })];
  const writer = IndexWriter.open(merged);
  for (const [nth, fields] of articles.entries()) addSegment(writer, [fields], Int32Array.of(nth + 1));
  writer.commit(1);
  while (writer.optimizeStep());
  const other = IndexWriter.open(whole);
  addSegment(other, articles, Int32Array.of(1, 2));
  other.commit(1);
  expect(writer.check()).toEqual([]);
  expect(partsOf(merged)).toEqual(partsOf(whole));
  merged.close();
  whole.close();
});
