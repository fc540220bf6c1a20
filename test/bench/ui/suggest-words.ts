import type { Page } from '@playwright/test';
import { ReadingRoom } from '../../support/reading-room.ts';

const restMs = 300;

type Timed = typeof globalThis & { suggestedMs?: Promise<number> };

/** Milliseconds from the first letters of each text until suggestions for them were painted; null where this build has none. */
export async function suggestWords(page: Page, texts: readonly string[]): Promise<readonly number[] | null> {
  const { query } = new ReadingRoom(page);
  const times: number[] = [];
  for (const text of texts) {
    const letters = /^[\p{L}\p{M}]{2}/u.exec(text)?.[0];
    if (letters === undefined) continue;
    await query.fill('');
    await page.waitForFunction(() => document.querySelector('#query-completions') === null);
    await query.fill(letters.slice(0, 1));
    await page.waitForTimeout(restMs);
    // The suggestions for one letter are in no way of those for two.
    if ((await page.locator('#query-completions').count()) > 0) await page.keyboard.press('Escape');
    await page.evaluate(() => {
      (globalThis as Timed).suggestedMs = new Promise((resolve) => {
        let keyedMs: number | undefined;
        addEventListener('keydown', ({ timeStamp }) => (keyedMs = timeStamp), { capture: true, once: true });
        const waitFor = (startedMs: number): void => {
          const isThere = document.querySelector('#query-completions [role="option"]') !== null;
          const isLate = performance.now() - startedMs > 3_000;
          if (isLate) resolve(Number.NaN);
          // The frame that paints them is over once the next one begins.
          else if (isThere) requestAnimationFrame(() => resolve(performance.now() - startedMs));
          else requestAnimationFrame(() => waitFor(startedMs));
        };
        // Letters of a script that the keyboard lacks come without a key.
        addEventListener('input', ({ timeStamp }) => waitFor(keyedMs ?? timeStamp), {
          capture: true,
          once: true,
        });
      });
    });
    await page.keyboard.type(letters.slice(-1));
    const ms = await page.evaluate(() => (globalThis as Timed).suggestedMs ?? Number.NaN);
    if (Number.isNaN(ms) && times.length === 0) return null;
    if (!Number.isNaN(ms)) times.push(ms);
  }
  return times;
}
