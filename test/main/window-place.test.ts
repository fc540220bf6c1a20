import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { visibleBounds, type Bounds } from '../../electron/main/window-place.ts';

const laptop: Bounds = { x: 0, y: 0, width: 1440, height: 900 };
const left: Bounds = { x: -1920, y: 0, width: 1920, height: 1080 };

describe('the place of the window', () => {
  it('is where it was', () => {
    const saved = { x: -1500, y: 100, width: 1000, height: 700 };
    expect(visibleBounds(saved, [laptop, left])).toEqual(saved);
  });

  it('is left to the system, but in its size, when the display is gone', () => {
    const saved = { x: -1500, y: 100, width: 1000, height: 700 };
    expect(visibleBounds(saved, [laptop])).toEqual({ width: 1000, height: 700 });
  });

  it('is moved in when it hangs over the edge, and shrunk when the display has', () => {
    expect(visibleBounds({ x: 1000, y: 600, width: 1000, height: 700 }, [laptop])).toEqual({
      x: 440,
      y: 200,
      width: 1000,
      height: 700,
    });
    expect(visibleBounds({ x: 0, y: 0, width: 5000, height: 5000 }, [laptop])).toEqual(laptop);
  });

  it('is of a middling size at first, on a small display too', () => {
    expect(visibleBounds(null, [laptop])).toEqual({ width: 1280, height: 840 });
    expect(visibleBounds(null, [{ x: 0, y: 0, width: 1024, height: 600 }])).toEqual({
      width: 1024,
      height: 600,
    });
  });

  it('always lies on a display that is large enough for it', () => {
    const number = fc.integer({ min: -20_000, max: 20_000 });
    const saved = fc.record({ x: number, y: number, width: number, height: number });
    fc.assert(
      fc.property(saved, (bounds) => {
        const place = visibleBounds(bounds, [laptop, left]);
        expect(place.width).toBeGreaterThanOrEqual(640);
        expect(place.height).toBeGreaterThanOrEqual(480);
        const { x, y } = place;
        if (x === undefined || y === undefined) return;
        const inside = [laptop, left].some(
          (display) =>
            x >= display.x &&
            y >= display.y &&
            x + place.width <= display.x + display.width &&
            y + place.height <= display.y + display.height,
        );
        expect(inside).toBe(true);
      }),
    );
  });
});
