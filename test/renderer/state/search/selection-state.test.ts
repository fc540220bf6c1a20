import fc from 'fast-check';
import { beforeEach, expect, test } from 'vitest';
import { articleId, resultSetId } from '../../../../electron/contract/ids.ts';
import { installBridge } from '../../../../renderer/archive.ts';
import {
  countPicked,
  isPicked,
  selectionOf,
  toggled,
  type Picked,
} from '../../../../renderer/state/search/picked.ts';
import { SearchState } from '../../../../renderer/state/search/search-state.svelte.ts';
import { SelectionState } from '../../../../renderer/state/search/selection-state.svelte.ts';
import { hit, hits, page } from '../../support/answers.ts';
import { stubBridge } from '../../support/stub-bridge.ts';

let search: SearchState;
let selection: SelectionState;

beforeEach(async () => {
  const stub = stubBridge({
    archive: {
      search: () => Promise.resolve(page({ total: 312, hits: hits(1, 25) })),
      rows: ({ offset, limit }) => Promise.resolve(hits(offset + 1, limit)),
    },
  });
  installBridge(stub.bridge);
  search = new SearchState();
  selection = new SelectionState(search);
  await search.search();
});

test('means the focused article when nothing is selected', () => {
  search.focus(4);
  expect([selection.selection, selection.count]).toEqual([{ ids: [articleId(5)] }, 0]);
});

test('selects from where the focus was to where it goes, and gives back what it leaves', async () => {
  selection.focus(2);
  await selection.extendTo(4);
  expect(selection.selection).toEqual({ ids: [3, 4, 5].map(articleId) });
  await selection.extendTo(1);
  expect(selection.selection).toEqual({ ids: [2, 3].map(articleId) });
});

test('keeps what was selected before when a second stretch is added', async () => {
  selection.toggle(hit(50));
  selection.focus(0);
  await selection.extendTo(1);
  expect(selection.selection).toEqual({ ids: [50, 1, 2].map(articleId) });
});

test('selects over rows that were not fetched yet', async () => {
  selection.focus(98);
  await selection.extendTo(201);
  expect(selection.count).toBe(104);
});

test('names all results by their answer, less those taken out', () => {
  selection.selectAll();
  expect([selection.count, selection.isAll]).toEqual([312, true]);
  selection.toggle(hit(7));
  expect(selection.selection).toEqual({ resultSet: resultSetId(1), except: [articleId(7)] });
  expect([selection.count, selection.isAll, selection.has(articleId(7))]).toEqual([311, false, false]);
});

test('is the same after an article was toggled twice', () => {
  const ids = fc.array(fc.integer({ min: 1, max: 20 }).map(articleId), { maxLength: 8 });
  const picked = fc.oneof(
    ids.map((some): Picked => ({ kind: 'some', ids: new Set(some) })),
    ids.map((except): Picked => ({
      kind: 'all',
      resultSet: resultSetId(1),
      total: 20,
      except: new Set(except),
    })),
  );
  fc.assert(
    fc.property(picked, fc.integer({ min: 1, max: 20 }).map(articleId), (before, id) => {
      const once = toggled(before, id);
      expect(isPicked(once, id)).toBe(!isPicked(before, id));
      expect(Math.abs(countPicked(once) - countPicked(before))).toBe(1);
      const sorted = (selection: ReturnType<typeof selectionOf>) =>
        JSON.stringify(selection, (_, value: unknown) => (Array.isArray(value) ? value.toSorted() : value));
      expect(sorted(selectionOf(toggled(once, id)))).toBe(sorted(selectionOf(before)));
    }),
  );
});
