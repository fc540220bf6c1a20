import type { CDPSession, Page } from '@playwright/test';

/** Frames of scrolling: processor time of the main thread for one, in means of some, and how many had a row that was not there yet. */
export type Scrolling = Readonly<{ frames: number; frameMs: readonly number[]; blankFrames: number }>;

const stepPx = 400;
const framesAtOnce = 20;

/** Scrolls the results by 400 pixels a frame. */
export async function scrollResults(page: Page, frames: number): Promise<Scrolling> {
  const session = await page.context().newCDPSession(page);
  try {
    await session.send('Performance.enable', { timeDomain: 'threadTicks' });
    const frameMs: number[] = [];
    let blankFrames = 0;
    for (let nth = 0; nth < frames; nth += framesAtOnce) {
      const beforeMs = await threadMs(session);
      blankFrames += await scrollSome(page);
      frameMs.push(((await threadMs(session)) - beforeMs) / framesAtOnce);
    }
    return { frames: frameMs.length * framesAtOnce, frameMs, blankFrames };
  } finally {
    await session.detach();
  }
}

/** Processor time of the main thread since it began. */
async function threadMs(session: CDPSession): Promise<number> {
  const { metrics } = await session.send('Performance.getMetrics');
  const seconds = metrics.find(({ name }) => name === 'ThreadTime')?.value;
  if (seconds === undefined) throw new Error('the window does not tell the time of its main thread');
  return seconds * 1_000;
}

/** How many frames had a row that was not there yet. */
async function scrollSome(page: Page): Promise<number> {
  return await page.evaluate(
    async ({ count, px }) => {
      const list = document.querySelector('.results');
      if (list === null) throw new Error('there are no results');
      let blankFrames = 0;
      const frame = (): Promise<number> => new Promise((resolve) => requestAnimationFrame(resolve));
      const channel = new MessageChannel();
      // Style, layout and paint of a frame are over before the next task begins.
      const task = (): Promise<void> =>
        new Promise((resolve) => {
          channel.port1.onmessage = () => resolve();
          channel.port2.postMessage(null);
        });
      for (let nth = 0; nth < count; nth += 1) {
        await frame();
        list.scrollTop += px;
        await task();
        const box = list.getBoundingClientRect();
        const seen = [...list.querySelectorAll('[data-row]')].filter((row) => {
          const { top, bottom } = row.getBoundingClientRect();
          return bottom > box.top && top < box.bottom;
        });
        if (seen.length === 0 || seen.some((row) => row.querySelector('.pending') !== null)) blankFrames += 1;
      }
      return blankFrames;
    },
    { count: framesAtOnce, px: stepPx },
  );
}
