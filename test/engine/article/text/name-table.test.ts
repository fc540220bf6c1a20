import { describe, expect, it } from 'vitest';
import { NameTable } from '../../../../electron/engine/article/text/name-table.ts';

describe('NameTable', () => {
  const names = new NameTable(['New York', 'N. Y.', 'Ṣanʿāʾ', 'أ.ف.ب'], '.-');

  it('knows a name in any case, with and without accents and what stands between its words', () => {
    const spellings = ['New York', 'NEW  YORK', ' new-york.', 'N.Y.', 'n y', 'Sanʿaʾ', 'ا ف ب'];
    expect(spellings.map((name) => names.has(name))).not.toContain(false);
  });

  it('knows no other name', () => {
    const others = ['NewYork', 'New Yorker', 'York', '', 'New/York', 'Y. N.'];
    expect(others.map((name) => names.has(name))).not.toContain(true);
  });
});
