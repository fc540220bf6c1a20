import { cleanup, fireEvent, render, screen } from '@testing-library/svelte';
import { createRawSnippet } from 'svelte';
import { afterEach, expect, test } from 'vitest';
import FixedRows from '../../../renderer/components/import/FixedRows.svelte';
import { fillBrowserGaps } from '../support/browser-gaps.ts';

afterEach(cleanup);

const chromeLimitPx = 33_554_428;

test('every row of a million is reached, on a track that a browser can hold', async () => {
  fillBrowserGaps();
  const row = createRawSnippet<[number]>((index) => ({
    render: () => `<button data-stop>Row ${String(index())}</button>`,
  }));
  render(FixedRows, { label: 'Rows', total: 1_000_000, rowPx: 64, maxWidthPx: 880, row });
  const track = screen.getByRole('list', { name: 'Rows' }).firstElementChild;
  expect(Number.parseFloat((track as HTMLElement).style.height)).toBeLessThan(chromeLimitPx);
  const first = screen.getByRole('button', { name: 'Row 0' });
  first.focus();
  await fireEvent.keyDown(first, { key: 'End' });
  const last = await screen.findByRole('button', { name: 'Row 999999' });
  expect(document.activeElement).toBe(last);
  await fireEvent.keyDown(last, { key: 'ArrowUp' });
  expect(document.activeElement?.textContent).toBe('Row 999998');
});
