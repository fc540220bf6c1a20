import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { ArticleFields } from '../../../../electron/contract/article.ts';
import { SegmentBuilder } from '../../../../electron/engine/index/building/segment-builder.ts';
import type { EncodedSegment } from '../../../../electron/engine/index/storage/segment-parts.ts';
import { randomArticle, seededRandom } from '../../../parity/random-corpus.ts';
import { article } from '../../../support/article-fields.ts';

function build(builder: SegmentBuilder, articles: readonly ArticleFields[]): EncodedSegment {
  for (const fields of articles) builder.add(fields);
  return builder.finish();
}

test('what was built before leaves no trace in a segment', () => {
  fc.assert(
    fc.property(fc.array(fc.array(fc.nat(), { maxLength: 12 }), { maxLength: 4 }), (seeds) => {
      const builder = new SegmentBuilder();
      for (const ofSegment of seeds) {
        const articles = ofSegment.map((seed) => randomArticle(seededRandom(seed)));
        expect(build(builder, articles)).toEqual(build(new SegmentBuilder(), articles));
      }
    }),
    { numRuns: 50 },
  );
});

test('a segment of short articles follows on one of a very long one', () => {
  const builder = new SegmentBuilder();
  const long = article({ body: ['harbour strike and ferry '.repeat(600_000)] });
  const short = [article({ body: ['The dam broke.'], place: 'Erbil' }), article({ headline: 'Canal opens' })];
  expect(build(builder, [long]).terms).toBe(5);
  expect(build(builder, short)).toEqual(build(new SegmentBuilder(), short));
});
