import type { NativeTheme } from 'electron';
import type { WindowMemory } from '../contract/shell-api.ts';

type Theme = WindowMemory['theme'];

/** Makes the system's own parts, menus and dialogs, go with the window's theme. */
export function applyTheme(nativeTheme: Pick<NativeTheme, 'themeSource'>, theme: Theme): void {
  nativeTheme.themeSource = sourceOf(theme);
}

/** What shows before the page has painted: the `--paper` of the theme, or the window would flash. */
export function backgroundOf(theme: Theme, dark: boolean): string {
  if (theme === 'sepia') return '#f6ecd8';
  if (theme === 'contrast') return dark ? '#000000' : '#ffffff';
  return dark ? '#181715' : '#fdfcf9';
}

function sourceOf(theme: Theme): NativeTheme['themeSource'] {
  switch (theme) {
    case 'light':
    case 'dark':
      return theme;
    case 'sepia':
      return 'light';
    case 'system':
    case 'contrast':
      return 'system';
  }
}
