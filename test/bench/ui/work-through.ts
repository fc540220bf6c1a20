import type { Page } from '@playwright/test';
import { ReadingRoom } from '../../support/reading-room.ts';

/** Milliseconds from the key of each act until it was painted, time after time. */
export type Acts = Readonly<Record<string, readonly number[]>>;

/** What is waited for: another article than this one, the view of tags, or the results in front. */
type Awaited = Readonly<{ otherArticle: string } | { view: 'tags' | 'search' }>;

type Keyed = typeof globalThis & { keyedMs?: number };

async function timeKey(page: Page, key: string, awaited: Awaited): Promise<number> {
  // Listened for before the key is pressed: they come into the window by different ways.
  await page.evaluate(() => {
    delete (globalThis as Keyed).keyedMs;
    const note = ({ timeStamp }: KeyboardEvent): void => {
      (globalThis as Keyed).keyedMs = timeStamp;
    };
    addEventListener('keydown', note, { capture: true, once: true });
  });
  await page.keyboard.press(key);
  return await page.evaluate(async (wanted) => {
    const isThere = (): boolean => {
      if ('otherArticle' in wanted)
        return document.querySelector('article h1')?.textContent !== wanted.otherArticle;
      const hasTags = document.querySelector('main.tags') !== null;
      if (wanted.view === 'tags') return hasTags;
      const row = document.querySelector('[data-row] h3');
      return !hasTags && row?.checkVisibility({ visibilityProperty: true }) === true;
    };
    const frame = (): Promise<number> => new Promise((resolve) => requestAnimationFrame(resolve));
    const endMs = performance.now() + 20_000;
    while (!isThere() && performance.now() < endMs) await frame();
    if (!isThere()) throw new Error(`nothing came of a key: ${JSON.stringify(wanted)}`);
    // The frame that paints it is over once the next one begins.
    await frame();
    return performance.now() - ((globalThis as Keyed).keyedMs ?? Number.NaN);
  }, awaited);
}

/** Opens articles one after the other, and looks at another view in between. */
export async function workThrough(page: Page, rounds: number): Promise<Acts> {
  const room = new ReadingRoom(page);
  const opened: number[] = [];
  const left: number[] = [];
  const cameBack: number[] = [];
  await room.query.fill('');
  await room.query.press('Enter');
  await room.results.focus();
  await page.locator('article h1').waitFor();
  for (let round = 0; round < rounds; round += 1) {
    const otherArticle = (await page.locator('article h1').textContent()) ?? '';
    opened.push(await timeKey(page, 'j', { otherArticle }));
    left.push(await timeKey(page, 'Control+2', { view: 'tags' }));
    cameBack.push(await timeKey(page, 'Control+1', { view: 'search' }));
    await room.results.focus();
  }
  return { 'open the next article': opened, 'to the tags': left, 'back to the results': cameBack };
}
