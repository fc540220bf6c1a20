import { fireEvent, screen } from '@testing-library/svelte';
import { expect, test } from 'vitest';
import type { SearchPage } from '../../../electron/contract/search.ts';
import { page } from '../support/answers.ts';
import { openWindow } from '../support/open-window.ts';

test('articles that come while an answer is on its way are looked for once it is there', async () => {
  const waiting: ((page: SearchPage) => void)[] = [];
  const { emit } = await openWindow({
    search: ({ query }) =>
      query === '' ? Promise.resolve(page({ query })) : new Promise((answer) => waiting.push(answer)),
  });
  const box = screen.getByRole<HTMLInputElement>('textbox', { name: 'Search the archive' });
  await fireEvent.input(box, { target: { value: 'dam' } });
  await expect.poll(() => waiting.length).toBe(1);
  emit('articlesChanged', { articles: 4 });
  // It was made before they came.
  waiting[0]?.(page({ query: 'dam', total: 0, hits: [] }));
  await expect.poll(() => waiting.length).toBe(2);
});
