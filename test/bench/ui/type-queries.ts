import type { Page } from '@playwright/test';
import { setTimeout } from 'node:timers/promises';
import { recordKeys, type KeyPress, type Recording } from './key-recorder.ts';

const answerTimeoutMs = 20_000;

/** Types the texts into the query box, a key every `paceMs`, and returns how long each key took to be answered. */
export async function typeQueries(
  page: Page,
  texts: readonly string[],
  paceMs: number,
): Promise<readonly KeyPress[]> {
  const box = page.getByRole('textbox', { name: 'Search the archive' });
  await page.evaluate(recordKeys);
  for (const text of texts) {
    await box.focus();
    await box.selectText();
    for (const key of text) {
      const startedMs = performance.now();
      await page.keyboard.type(key);
      await setTimeout(Math.max(0, paceMs - (performance.now() - startedMs)));
    }
    await page.waitForFunction(() => (globalThis as Recording).keyRecorder?.pending.length === 0, undefined, {
      timeout: answerTimeoutMs,
    });
  }
  return await page.evaluate(() => (globalThis as Recording).keyRecorder?.done ?? []);
}
