// Chrome gives no element more than 33,554,428 pixels; 500,000 rows would need twice as many.
const maxTrackPx = 15_000_000;
const rowsAround = 6;

/** Where rows of one height stand when more of them exist than an element could be high. */
export type VirtualRows = Readonly<{
  /** Height of the element that gives the scrollbar its length. */
  trackPx: number;
  contentPx: number;
  /** The scrollbar stands for more pixels than it has. */
  isScaled: boolean;
  toContent(scrollTop: number): number;
  toTrack(contentTop: number): number;
  /** The rows to render, `[first, last)`. */
  rowsAt(contentTop: number): readonly [first: number, last: number];
}>;

export function virtualRows(count: number, rowPx: number, viewportPx: number): VirtualRows {
  const contentPx = count * rowPx;
  const trackPx = Math.min(contentPx, maxTrackPx);
  const isScaled = trackPx < contentPx;
  const scale = isScaled ? (contentPx - viewportPx) / (trackPx - viewportPx) : 1;
  return {
    trackPx,
    contentPx,
    isScaled,
    // What stands under the rows can be scrolled to as well, and they go up with it.
    toContent: (scrollTop) =>
      isScaled ? clamp(scrollTop * scale, contentPx - viewportPx) : Math.max(0, scrollTop),
    toTrack: (contentTop) => clamp(contentTop / scale, trackPx - viewportPx),
    rowsAt: (contentTop) => [
      Math.max(0, Math.floor(contentTop / rowPx) - rowsAround),
      Math.min(count, Math.ceil((contentTop + viewportPx) / rowPx) + rowsAround),
    ],
  };
}

/** How far to scroll so that a row is wholly in sight; the same place where it already is. */
export function contentTopShowing(
  row: number,
  rowPx: number,
  contentTop: number,
  viewportPx: number,
): number {
  const top = row * rowPx;
  if (top < contentTop) return top;
  return top + rowPx > contentTop + viewportPx ? Math.max(0, top + rowPx - viewportPx) : contentTop;
}

function clamp(value: number, largest: number): number {
  return Math.max(0, Math.min(value, largest));
}
