import { join } from 'node:path';
import { expect, test } from 'vitest';
import { checkout } from '../../../electron/dev/checkout.ts';
import { missedFormatAims, totalOf } from './format-report.ts';
import { readFormatSets, readSet } from './format-sets.ts';
import { judgeSet } from './judge-set.ts';

/** What real programs wrote of texts that are known. */
const folder = join(checkout, 'test/fixtures/formats');

test('pages of a real scanner are read word for word, the broken ones whole', async () => {
  const sets = await readFormatSets(folder, null);
  expect(sets.map(({ name }) => name)).toEqual(['alto-tesseract', 'hocr-tesseract']);
  const scores = [];
  for (const set of sets) scores.push(judgeSet(set, (await readSet(folder, set)).articles));
  const total = totalOf(scores);
  expect(total).toMatchObject({ there: 10, found: 10, faults: [] });
  expect(missedFormatAims(total)).toEqual([]);
});
