import { cleanup, fireEvent, screen, waitFor } from '@testing-library/svelte';
import { afterEach, expect, test } from 'vitest';
import type {
  ConcordanceLine,
  ConcordancePage,
  ConcordanceRequest,
} from '../../../../electron/contract/concordance-api.ts';
import { articleId } from '../../../../electron/contract/ids.ts';
import { articleView, page } from '../../support/answers.ts';
import { openWindow } from '../../support/open-window.ts';

afterEach(cleanup);

function line(nth: number): ConcordanceLine {
  return {
    article: articleId(1 + (nth % 3)),
    left: `line ${nth} the old `,
    hit: 'river',
    right: ' rose at night',
    direction: nth === 1 ? 'rtl' : 'ltr',
    language: 'en',
    published: null,
    outlet: null,
    headline: `Headline ${1 + (nth % 3)}`,
    place: { field: 'body', text: 0, start: 20 },
  };
}

/** An engine that has read half of the answer after its first call. */
function reading(asked: ConcordanceRequest[], all = 3) {
  return (request: ConcordanceRequest): Promise<ConcordancePage> => {
    asked.push(request);
    const isWhole = asked.length > 1;
    const total = isWhole ? all : 2;
    const lines = Array.from({ length: total }, (_, nth) => line(nth));
    return Promise.resolve({
      lines: lines.slice(request.offset, request.offset + request.limit),
      total,
      read: { articles: isWhole ? 3 : 1, of: 3, isWhole, isCut: false },
    });
  };
}

const lines = () => screen.getAllByRole('option').map(({ textContent }) => textContent.trim());

async function press(key: string): Promise<void> {
  await fireEvent.keyDown(document.activeElement ?? document.body, { key });
}

async function openConcordance(asked: ConcordanceRequest[], all?: number) {
  const article = articleView(1, { body: ['The river rose. The river fell.'] });
  const marks = { ...article.marks, body: [[[4, 9] as const, [20, 25] as const]] };
  const opened = await openWindow({
    search: ({ query }) => Promise.resolve(page({ query })),
    concordance: reading(asked, all),
    article: ({ id }) => Promise.resolve({ ...article, id, marks }),
  });
  await press('c');
  await screen.findByText('3 lines');
  return opened;
}

test('shows every hit as a line, also those that come later, each in its own direction', async () => {
  const asked: ConcordanceRequest[] = [];
  await openConcordance(asked);
  expect(lines()).toEqual([0, 1, 2].map((nth) => `line ${nth} the old river rose at night`));
  const directions = screen.getAllByRole('option').map((row) => row.querySelector('p')?.dir);
  expect(directions).toEqual(['ltr', 'rtl', 'ltr']);
  expect(asked[0]).toMatchObject({ sort: 'answer', left: 10, right: 10 });
});

test('opens a line at its hit, and goes on by the keys of results', async () => {
  await openConcordance([]);
  await fireEvent.click(screen.getAllByRole('option')[0] as HTMLElement);
  await waitFor(() => expect(document.querySelector('mark.current')?.getAttribute('data-hit')).toBe('1'));
  await press('j');
  expect(screen.getByRole('listbox').getAttribute('aria-activedescendant')).toBe('line-1');
  await press('End');
  expect(screen.getByRole('listbox').getAttribute('aria-activedescendant')).toBe('line-2');
});

test('sorts by the words around, marks the one that counts, and asks for as many as are wanted', async () => {
  const asked: ConcordanceRequest[] = [];
  await openConcordance(asked);
  await fireEvent.click(screen.getByRole('button', { name: 'By the second word to the left' }));
  await waitFor(() => expect(asked.at(-1)).toMatchObject({ sort: 'L2' }));
  await waitFor(() => expect(document.querySelector('.key')?.textContent).toBe('the'));
  await fireEvent.click(screen.getByRole('button', { name: 'More words' }));
  await waitFor(() => expect(asked.at(-1)).toMatchObject({ sort: 'L2', left: 11, right: 11 }));
  await fireEvent.click(screen.getByRole('button', { name: 'By the second word to the left' }));
  await waitFor(() => expect(asked.at(-1)).toMatchObject({ sort: 'answer' }));
});

test('saves all lines as a table', async () => {
  const saved: string[] = [];
  const asked: ConcordanceRequest[] = [];
  await openWindow(
    { search: ({ query }) => Promise.resolve(page({ query })), concordance: reading(asked) },
    {
      saveText: ({ text }) => {
        saved.push(text);
        return Promise.resolve('/home/ada/concordance.csv');
      },
    },
  );
  await press('c');
  await screen.findByText('3 lines');
  await fireEvent.click(screen.getByRole('button', { name: 'Save the lines as a table (CSV)' }));
  await screen.findByText('3 lines written to /home/ada/concordance.csv');
  expect(saved[0]?.trim().split('\r\n')).toHaveLength(4);
});
