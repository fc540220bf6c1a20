import type { Attachment } from 'svelte/attachments';

/** The keys that move within it, against and along the reading order. */
export type StopKeys = readonly [back: string, on: string];

/** Makes one Tab stop of all controls of an element: `keys`, Home and End move among them, Tab comes back to the last. */
export function oneTabStop(keys: StopKeys): Attachment<HTMLElement> {
  return (element) => {
    let current: HTMLElement | undefined;
    const controls = () => [...element.querySelectorAll<HTMLElement>('button:not(:disabled)')];

    function settle() {
      const all = controls();
      if (current === undefined || !all.includes(current)) [current] = all;
      for (const control of all) control.tabIndex = control === current ? 0 : -1;
    }

    function onfocusin({ target }: FocusEvent) {
      current = controls().find((control) => control === target) ?? current;
      settle();
    }

    function onkeydown(event: KeyboardEvent) {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
      const all = controls();
      const at = all.findIndex((control) => control === event.target);
      const isMirrored = keys[0] === 'ArrowLeft' && getComputedStyle(element).direction === 'rtl';
      const [back, on] = isMirrored ? ([keys[1], keys[0]] as const) : keys;
      const to = { [back]: at - 1, [on]: at + 1, Home: 0, End: all.length - 1 }[event.key];
      if (at === -1 || to === undefined) return;
      // Elsewhere these keys move among the results.
      event.preventDefault();
      event.stopPropagation();
      all[Math.max(0, Math.min(all.length - 1, to))]?.focus();
    }

    settle();
    const watching = new MutationObserver(settle);
    watching.observe(element, { childList: true, subtree: true, attributeFilter: ['disabled'] });
    element.addEventListener('focusin', onfocusin);
    element.addEventListener('keydown', onkeydown);
    return () => {
      watching.disconnect();
      element.removeEventListener('focusin', onfocusin);
      element.removeEventListener('keydown', onkeydown);
    };
  };
}
