/** One key press in the query box: when it was pressed, and when the results for it were on the screen. */
export type KeyPress = Readonly<{
  /** What stood in the box then. */
  text: string;
  ms: number;
}>;

export type KeyRecorder = {
  readonly done: KeyPress[];
  readonly pending: { text: string; pressedMs: number }[];
};

export type Recording = typeof globalThis & { keyRecorder?: KeyRecorder };

/**
 * Runs in the window. Times each key from its event until two frames after the list shows the answer to what stands in
 * the box: the first frame is the one that paints it. A key whose answer was overtaken by the next key waits with that.
 */
export function recordKeys(): void {
  const recorder: KeyRecorder = { done: [], pending: [] };
  (globalThis as Recording).keyRecorder = recorder;
  let keyMs: number | null = null;
  const isQueryBox = (target: EventTarget | null): target is HTMLInputElement =>
    target instanceof HTMLInputElement && target.inputMode === 'search';

  const paint = (): void => {
    const shown = [...recorder.pending];
    const settle = (): void => {
      // Rows that are still to come are no results.
      if (document.querySelector('[data-row="0"] .pending') !== null) {
        requestAnimationFrame(settle);
        return;
      }
      requestAnimationFrame((nowMs) => {
        for (const press of shown) {
          const at = recorder.pending.indexOf(press);
          if (at < 0) continue;
          recorder.pending.splice(at, 1);
          recorder.done.push({ text: press.text, ms: Math.max(nowMs, performance.now()) - press.pressedMs });
        }
      });
    };
    requestAnimationFrame(settle);
  };

  window.addEventListener(
    'keydown',
    (event) => {
      if (isQueryBox(event.target)) keyMs = event.timeStamp;
    },
    { capture: true },
  );
  window.addEventListener(
    'input',
    ({ target, timeStamp }) => {
      if (!isQueryBox(target)) return;
      // Letters of a script that the keyboard lacks come without a key.
      recorder.pending.push({ text: target.value, pressedMs: keyMs ?? timeStamp });
      keyMs = null;
    },
    { capture: true },
  );
  // The pane is busy from the key press until the newest question is answered.
  new MutationObserver((changes) => {
    const isAnswered = changes.some(
      ({ target, oldValue }) =>
        oldValue === 'true' && target instanceof Element && target.getAttribute('aria-busy') === 'false',
    );
    if (isAnswered) paint();
  }).observe(document.body, {
    subtree: true,
    attributes: true,
    attributeFilter: ['aria-busy'],
    attributeOldValue: true,
  });
}
