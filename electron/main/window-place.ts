import type { WindowPlace } from './settings.ts';

export type Bounds = WindowPlace['bounds'];

export const smallest = { width: 640, height: 480 };
const preferred = { width: 1280, height: 840 };
/** So much of a window must lie on a display for the person to find and move it. */
const graspable = { width: 120, height: 60 };

/** Where to open the window: where it was, unless the display that it was on is gone. Displays are work areas. */
export function visibleBounds(
  saved: Bounds | null,
  displays: readonly Bounds[],
): Partial<Bounds> & typeof preferred {
  if (saved === null) return fitted(preferred, displays[0]);
  const home = displays.find((display) => {
    const shared = overlap(saved, display);
    return shared.width >= graspable.width && shared.height >= graspable.height;
  });
  if (home === undefined) return fitted(saved, displays[0]);
  const size = fitted(saved, home);
  return {
    ...size,
    x: clamp(saved.x, home.x, home.x + home.width - size.width),
    y: clamp(saved.y, home.y, home.y + home.height - size.height),
  };
}

function fitted(
  size: Readonly<{ width: number; height: number }>,
  display: Bounds | undefined,
): typeof preferred {
  const room = display ?? preferred;
  return {
    width: Math.max(smallest.width, Math.min(size.width, room.width)),
    height: Math.max(smallest.height, Math.min(size.height, room.height)),
  };
}

function overlap(one: Bounds, other: Bounds): Readonly<{ width: number; height: number }> {
  return {
    width: Math.min(one.x + one.width, other.x + other.width) - Math.max(one.x, other.x),
    height: Math.min(one.y + one.height, other.y + other.height) - Math.max(one.y, other.y),
  };
}

function clamp(value: number, low: number, high: number): number {
  return Math.max(low, Math.min(value, high));
}
