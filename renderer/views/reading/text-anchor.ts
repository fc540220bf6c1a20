import type { TextAnchor } from '../../../electron/contract/read-states.ts';

// Lines of these stand below one another in the order of the document, whatever the width of the page.
const blocks = 'h1, p, pre, figcaption';

/** The place in the text at the upper edge of `scroller`; null at the head of the page. */
export function anchorAt(scroller: HTMLElement): TextAnchor | null {
  if (scroller.scrollTop <= 0) return null;
  const edge = scroller.getBoundingClientRect().top;
  const all = [...scroller.querySelectorAll(blocks)];
  const above = all.findLastIndex((block) => block.getBoundingClientRect().top <= edge);
  const box = all[above]?.getBoundingClientRect();
  return box === undefined ? null : { block: above, share: (edge - box.top) / Math.max(1, box.height) };
}

/** Brings a place back to the upper edge; the head of the page where the place is no more. */
export function scrollToAnchor(scroller: HTMLElement, anchor: TextAnchor | null): void {
  const block = anchor === null ? undefined : scroller.querySelectorAll(blocks)[anchor.block];
  if (anchor === null || block === undefined) {
    scroller.scrollTop = 0;
    return;
  }
  const box = block.getBoundingClientRect();
  scroller.scrollTop += box.top + anchor.share * box.height - scroller.getBoundingClientRect().top;
}
