import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CharWindow } from '../../../../electron/engine/article/text/char-window.ts';

const long = 'The harbour of “Dun Laoghaire” ٢٠٢١ \ud800 '.repeat(1_500);
const texts = [long, `é${long}`];
const range = fc.tuple(fc.nat(texts.length - 1), fc.nat(long.length - 200), fc.nat(200));

describe('CharWindow', () => {
  it('has the units of any part of a text, while another text is looked through as well', () => {
    fc.assert(
      fc.property(fc.array(range), (ranges) => {
        const windows = texts.map((text) => new CharWindow(text));
        for (const [which, start, length] of ranges) {
          const units = windows[which]?.between(start, start + length).subarray(0, length) ?? [];
          expect(String.fromCharCode(...units)).toBe(texts[which]?.slice(start, start + length));
        }
      }),
    );
  });
});
