import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { WindowMemory } from '../../electron/contract/shell-api.ts';
import { applyTheme, backgroundOf } from '../../electron/main/theme.ts';

const themes: WindowMemory['theme'][] = ['system', 'light', 'dark', 'sepia', 'contrast'];

describe('the theme', () => {
  it('is the one that the system draws its own parts in', () => {
    const sources = themes.map((theme) => {
      const nativeTheme: { themeSource: 'system' | 'light' | 'dark' } = { themeSource: 'system' };
      applyTheme(nativeTheme, theme);
      return nativeTheme.themeSource;
    });
    expect(sources).toEqual(['system', 'light', 'dark', 'light', 'system']);
  });

  it('opens the window in a colour that the page has for paper', () => {
    const tokens = readFileSync(new URL('../../renderer/styles/tokens.css', import.meta.url), 'utf8');
    const papers = [...tokens.matchAll(/--paper:\s*([^;]+);/gu)].map(([, value]) => value).join(' ');
    for (const theme of themes) {
      for (const dark of [true, false]) expect(papers).toContain(backgroundOf(theme, dark));
    }
  });
});
