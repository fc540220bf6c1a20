import { describe, expect, it } from 'vitest';
import { isRoleLine } from '../../../../electron/engine/article/credits/roles.ts';

describe('isRoleLine', () => {
  it.each([
    'Staff Writer',
    'Political Editor, Fenwick Herald',
    'Redakteurin',
    'Spor muhabiri',
    'خبرنگار',
    'BBC News, Basra',
    'Special to The Fenwick Herald',
    'e.marsh@example.org',
  ])('knows %s', (line) => {
    expect(isRoleLine(line)).toBe(true);
  });

  it.each(['The editor resigned.', 'Market opens', 'Reporter 12 dead'])('leaves %s alone', (line) => {
    expect(isRoleLine(line)).toBe(false);
  });
});
