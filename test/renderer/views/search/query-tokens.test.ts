import { cleanup, fireEvent, screen, waitFor } from '@testing-library/svelte';
import { afterEach, expect, test } from 'vitest';
import type { Tag } from '../../../../electron/contract/archive-api.ts';
import { sourceId, tagId } from '../../../../electron/contract/ids.ts';
import type { SearchRequest } from '../../../../electron/contract/search.ts';
import { facets, page } from '../../support/answers.ts';
import { openWindow } from '../../support/open-window.ts';

afterEach(cleanup);

const box = () => screen.getByRole<HTMLInputElement>('textbox', { name: 'Search the archive' });
const tokens = () =>
  [...document.querySelectorAll<HTMLElement>('[role="group"][aria-label="Filters"] button')].map(
    (token) => token.getAttribute('aria-label') ?? '',
  );
const reading = () => document.querySelector('#query-reading')?.textContent.replace(/\s+/g, ' ').trim() ?? '';
const crude: Tag = { id: tagId(1), name: 'Energy/Crude', colour: 'blue', articles: 2 };
const film: Tag = { id: tagId(2), name: 'Film', colour: 'red', articles: 2 };
const lantern = {
  articles: 3,
  missing: 0,
  failed: 0,
  scannedAtMs: null,
  encoding: null,
  away: false,
  skipped: [],
};

async function press(key: string): Promise<void> {
  await fireEvent.keyDown(document.activeElement ?? document.body, { key });
}

/** A window with two tags and a source, narrowed to all of them. */
async function openNarrowed() {
  const library = { tags: [crude, film], sources: [{ ...lantern, id: sourceId(4), path: '/news/lantern' }] };
  const asked: SearchRequest[] = [];
  const { emit } = await openWindow({
    listTags: () => Promise.resolve(library.tags),
    listSources: () => Promise.resolve(library.sources),
    facets: () => Promise.resolve(facets()),
    mergeTags: () => {
      library.tags = [film];
      return Promise.resolve({ changed: 2, label: 'merged' });
    },
    search: (request) => {
      asked.push(request);
      return Promise.resolve(page({ query: request.query, reading: request.query }));
    },
  });
  await fireEvent.click(await screen.findByRole('button', { name: /^Crude/ }));
  await fireEvent.click(screen.getByRole('button', { name: /^Film/ }));
  await fireEvent.click(screen.getByRole('button', { name: /^lantern/ }));
  await fireEvent.input(box(), { target: { value: 'chelsea' } });
  await waitFor(() => expect(reading()).toContain('chelsea'));
  return { emit, asked, library };
}

test('what narrows an answer stands in the query box and in the reading', async () => {
  await openNarrowed();
  expect(tokens()).toEqual([
    'Tag: Energy/Crude, remove the filter',
    'Tag: Film, remove the filter',
    'Source: lantern, remove the filter',
  ]);
  expect(reading()).toMatch(/3 articles chelsea · in Energy\/Crude or Film · from lantern/);
});

test('a click takes a token away, and its filter with it', async () => {
  const { asked } = await openNarrowed();
  await fireEvent.click(screen.getByRole('button', { name: 'Tag: Film, remove the filter' }));
  expect(tokens()).not.toContain('Tag: Film, remove the filter');
  expect(asked.at(-1)).toMatchObject({
    query: 'chelsea',
    typing: true,
    filter: { tags: [tagId(1)], sources: [sourceId(4)] },
  });
});

test('Backspace at the start of the box takes the last token away, and only there', async () => {
  await openNarrowed();
  box().focus();
  box().setSelectionRange(3, 3);
  await press('Backspace');
  expect(tokens()).toHaveLength(3);
  box().setSelectionRange(0, 0);
  await press('Backspace');
  expect(tokens()).toEqual(['Tag: Energy/Crude, remove the filter', 'Tag: Film, remove the filter']);
  await fireEvent.keyDown(box(), { key: 'Backspace', repeat: true });
  expect([tokens().length, document.activeElement === box()]).toEqual([2, true]);
});

test('arrow keys go into the tokens and out of them, and Delete removes the one that has the focus', async () => {
  await openNarrowed();
  const focused = () => document.activeElement?.getAttribute('aria-label');
  box().focus();
  box().setSelectionRange(0, 0);
  await press('ArrowLeft');
  expect(focused()).toBe('Source: lantern, remove the filter');
  await press('ArrowLeft');
  expect(focused()).toBe('Tag: Film, remove the filter');
  await press('Delete');
  await waitFor(() => expect(focused()).toBe('Source: lantern, remove the filter'));
  await press('ArrowRight');
  expect(document.activeElement).toBe(box());
  await press('ArrowLeft');
  await press('Backspace');
  await waitFor(() => expect(focused()).toBe('Tag: Energy/Crude, remove the filter'));
  await press('Backspace');
  await waitFor(() => expect([tokens(), document.activeElement === box()]).toEqual([[], true]));
});

test('a letter typed in a token goes to the query and runs no shortcut', async () => {
  await openNarrowed();
  box().focus();
  box().setSelectionRange(0, 0);
  await press('ArrowLeft');
  await press('x');
  expect([document.activeElement === box(), screen.queryAllByRole('option', { selected: true })]).toEqual([
    true,
    [],
  ]);
});

test('a renamed tag is called by its new name at once', async () => {
  const { emit, asked, library } = await openNarrowed();
  const searches = asked.length;
  library.tags = [{ ...crude, name: 'Oil' }, film];
  emit('tagsChanged', {});
  await waitFor(() => expect(tokens()[0]).toBe('Tag: Oil, remove the filter'));
  expect(reading()).toContain('in Oil or Film');
  expect(asked).toHaveLength(searches);
});

test('the filter by a tag that is gone goes with a notice, until the next question', async () => {
  const { emit, asked, library } = await openNarrowed();
  library.tags = [film];
  emit('tagsChanged', {});
  await screen.findByText('The tag “Energy/Crude” is gone, and the filter by it.');
  expect([tokens()[0], asked.at(-1)?.filter.tags]).toEqual(['Tag: Film, remove the filter', [tagId(2)]]);
  await fireEvent.input(box(), { target: { value: 'chelse' } });
  await waitFor(() => expect(screen.queryByText(/is gone, and the filter/)).toBeNull());
});

test('the filter by a source that is gone goes with a notice', async () => {
  const { emit, library } = await openNarrowed();
  library.sources = [];
  emit('sourcesChanged', {});
  await screen.findByText('The source “lantern” is gone, and the filter by it.');
  expect(tokens()).toHaveLength(2);
});

test('from the query to the results there are five Tab stops at most', async () => {
  await openNarrowed();
  const list = screen.getByRole('listbox', { name: 'Results' });
  const isBetween = (element: Element) =>
    (element.compareDocumentPosition(box()) & Node.DOCUMENT_POSITION_PRECEDING) !== 0 &&
    (element.compareDocumentPosition(list) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;
  const stops = [...document.querySelectorAll<HTMLElement>('button, input, a, [tabindex]')].filter(
    (element) => element.tabIndex >= 0 && isBetween(element),
  );
  expect(stops.length).toBeLessThanOrEqual(5);
  stops.find((stop) => stop.closest('nav') !== null)?.focus();
  const first = document.activeElement;
  await press('ArrowDown');
  expect(document.activeElement?.closest('nav')).not.toBeNull();
  expect([document.activeElement === first, document.activeElement?.getAttribute('tabindex')]).toEqual([
    false,
    '0',
  ]);
});
