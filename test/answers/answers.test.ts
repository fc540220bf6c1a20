import fc from 'fast-check';
import { expect, it } from 'vitest';
import { parseNewsQuery } from '../../electron/engine/query/grammar/news-parser.ts';
import type { QueryNode } from '../../electron/engine/query/grammar/query-node.ts';
import { writeQuery } from '../../electron/engine/query/grammar/write-query.ts';
import { compareAnswers } from './compare-answers.ts';
import { today, tree } from './query-trees.ts';

function read(query: string): QueryNode {
  const { node, faults } = parseNewsQuery(query, { today, typing: false });
  expect([query, faults]).toEqual([query, []]);
  return node;
}

it('any query of the language that is written out is read back as the same', () => {
  fc.assert(
    fc.property(tree, (node) => {
      const query = writeQuery(node, 'typed');
      expect([query, read(query)]).toEqual([query, node]);
    }),
    { numRuns: 500 },
  );
});

it('the reading of a query is read as the same', () => {
  fc.assert(
    fc.property(tree, (node) => {
      const reading = writeQuery(node, 'reading');
      const once = writeQuery(read(reading === 'everything' ? '*' : reading), 'reading');
      expect(once).toBe(reading);
    }),
    { numRuns: 200 },
  );
});

it('answers what trying all words of each article answers', async () => {
  await expect(compareAnswers(8, 7)).resolves.toBeUndefined();
});
