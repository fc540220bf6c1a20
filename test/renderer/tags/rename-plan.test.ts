import { describe, expect, test } from 'vitest';
import type { Tag } from '../../../electron/contract/archive-api.ts';
import { tagId } from '../../../electron/contract/ids.ts';
import { planRename } from '../../../renderer/views/tags/rename-plan.ts';

function tagsNamed(...names: string[]): readonly Tag[] {
  return names.map((name, index) => ({ id: tagId(index + 1), name, colour: 'slate', articles: 0 }));
}

describe('planRename', () => {
  test('names a tag alone, for the nested ones come along', () => {
    expect(planRename(tagsNamed('A', 'A/B', 'Ab'), 'A', 'C')).toEqual({ renames: [{ tag: 1, name: 'C' }] });
  });

  test('names the uppermost tags of a level that is no tag itself', () => {
    expect(planRename(tagsNamed('A/B', 'A/B/C', 'A/D'), 'A', ' E / F ')).toEqual({
      renames: [
        { tag: 1, name: 'E/F/B' },
        { tag: 3, name: 'E/F/D' },
      ],
    });
  });

  test('tells which tag has one of the new names, in whatever case', () => {
    const tags = tagsNamed('A', 'A/B', 'C/b');
    expect(planRename(tags, 'A', 'C')).toEqual({ taken: tags[2] });
  });

  test('lets a tag change its own case, and nothing else keep it', () => {
    expect(planRename(tagsNamed('water', 'Wäter'), 'water', 'Water')).toEqual({
      renames: [{ tag: 1, name: 'Water' }],
    });
  });

  test('has nothing to do for an empty name or the same one', () => {
    expect([planRename(tagsNamed('A'), 'A', ' / '), planRename(tagsNamed('A'), 'A', 'A ')]).toEqual([
      { renames: [] },
      { renames: [] },
    ]);
  });
});
