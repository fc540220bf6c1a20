import { describe, expect, test } from 'vitest';
import { views } from '../../../electron/contract/views.ts';
import { actionTable } from '../../../renderer/state/window/action-table.ts';
import { viewOf } from '../../../renderer/views/view-of.ts';

describe('a view of the table', () => {
  test.each(views)('%s has a component, an action and a key of its own', (name) => {
    expect(viewOf(name)).toBeTypeOf('function');
    const place = views.indexOf(name) + 1;
    expect(actionTable[`view-${name}`]).toEqual({
      group: 'window',
      keys: [`Mod+${String(place)}`],
      whileTyping: true,
    });
  });
});
