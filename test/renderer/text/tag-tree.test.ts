import { expect, test } from 'vitest';
import type { Tag } from '../../../electron/contract/archive-api.ts';
import { tagId } from '../../../electron/contract/ids.ts';
import { tagLines } from '../../../renderer/text/tag-tree.ts';

function tag(name: string, id: number): Tag {
  return { id: tagId(id), name, colour: 'slate', articles: 1 };
}

test('sets tags below the ones that their names begin with, and makes up levels that are missing', () => {
  const tags = ['Iraq/Oil/Basra', 'Iraq-Iran', 'iraq', 'Iraq'].map(tag);
  const lines = tagLines(tags).map(({ path, depth, names }) => ({ path, depth, names }));
  expect(lines).toEqual([
    { path: 'iraq', depth: 0, names: ['iraq'] },
    { path: 'Iraq', depth: 0, names: ['Iraq'] },
    { path: 'Iraq/Oil', depth: 1, names: ['Iraq/Oil/Basra'] },
    { path: 'Iraq/Oil/Basra', depth: 2, names: ['Iraq/Oil/Basra'] },
    { path: 'Iraq-Iran', depth: 0, names: ['Iraq-Iran'] },
  ]);
});
