export type ActionGroup = 'Search' | 'Results' | 'Article' | 'Tags' | 'Window';

export type ActionDefinition = Readonly<{
  label: string;
  group: ActionGroup;
  /** Key combinations, the first of which is shown: `Mod` is Command on macOS and Control elsewhere. */
  keys: readonly string[];
  /** Also while the caret is in a text field. */
  whileTyping?: true;
}>;

/** Everything that a key or a menu can do, in the order of the shortcuts sheet. */
export const actionTable = {
  find: { label: 'Search', group: 'Search', keys: ['/', 'Mod+K'], whileTyping: true },
  back: { label: 'Go back', group: 'Search', keys: ['[', 'Mod+[', 'Alt+ArrowLeft'] },
  forward: { label: 'Go forward', group: 'Search', keys: [']', 'Mod+]', 'Alt+ArrowRight'] },
  'show-arrivals': { label: 'Show new results', group: 'Search', keys: ['r'] },

  'next-result': { label: 'Next result', group: 'Results', keys: ['j'] },
  'previous-result': { label: 'Previous result', group: 'Results', keys: ['k'] },
  'open-article': { label: 'Into the article', group: 'Results', keys: ['o'] },
  'back-out': { label: 'Back out one level', group: 'Results', keys: ['Escape'], whileTyping: true },
  'toggle-selected': { label: 'Select or unselect', group: 'Results', keys: ['x'] },
  'extend-down': { label: 'Select downwards', group: 'Results', keys: ['Shift+ArrowDown', 'Shift+J'] },
  'extend-up': { label: 'Select upwards', group: 'Results', keys: ['Shift+ArrowUp', 'Shift+K'] },
  'select-all': { label: 'Select all results', group: 'Results', keys: ['Mod+A'] },
  'export-results': { label: 'Export results', group: 'Results', keys: ['Mod+Shift+E'] },

  'next-hit': { label: 'Next hit', group: 'Article', keys: ['n'] },
  'previous-hit': { label: 'Previous hit', group: 'Article', keys: ['Shift+N'] },
  'find-in-article': { label: 'Find in article', group: 'Article', keys: ['Mod+F'], whileTyping: true },
  'toggle-furniture': { label: 'Page furniture', group: 'Article', keys: ['f'] },
  'toggle-original': { label: 'Original text', group: 'Article', keys: ['v', 'Mod+U'] },
  'copy-citation': {
    label: 'Copy with citation',
    group: 'Article',
    keys: ['Mod+Shift+C'],
    whileTyping: true,
  },
  'show-in-folder': { label: 'Show in folder', group: 'Article', keys: ['Mod+Shift+F'] },
  print: { label: 'Print', group: 'Article', keys: ['Mod+P'], whileTyping: true },
  'font-larger': { label: 'Larger type', group: 'Article', keys: ['Mod+=', 'Mod++'], whileTyping: true },
  'font-smaller': { label: 'Smaller type', group: 'Article', keys: ['Mod+-'], whileTyping: true },
  'font-reset': { label: 'Usual type size', group: 'Article', keys: ['Mod+0'], whileTyping: true },

  'tag-selection': { label: 'Tag', group: 'Tags', keys: ['t', 'Mod+T'] },
  star: { label: 'Star', group: 'Tags', keys: ['s'] },
  'add-note': { label: 'Add a note', group: 'Tags', keys: ['a'] },
  undo: { label: 'Undo tagging', group: 'Tags', keys: ['Mod+Z'] },
  redo: { label: 'Redo tagging', group: 'Tags', keys: ['Mod+Shift+Z', 'Mod+Y'] },

  'view-search': { label: 'Search view', group: 'Window', keys: ['Mod+1'], whileTyping: true },
  'view-tags': { label: 'Tags view', group: 'Window', keys: ['Mod+2'], whileTyping: true },
  'view-sources': { label: 'Sources view', group: 'Window', keys: ['Mod+3'], whileTyping: true },
  'theme-system': { label: 'Theme: as the system', group: 'Window', keys: [] },
  'theme-light': { label: 'Theme: light', group: 'Window', keys: [] },
  'theme-dark': { label: 'Theme: dark', group: 'Window', keys: [] },
  'theme-sepia': { label: 'Theme: sepia', group: 'Window', keys: [] },
  'theme-contrast': { label: 'Theme: high contrast', group: 'Window', keys: [] },
  'toggle-sidebar': { label: 'Sidebar', group: 'Window', keys: ['Mod+\\'], whileTyping: true },
  'add-folder': { label: 'Add a folder', group: 'Window', keys: ['Mod+O'], whileTyping: true },
  'add-files': { label: 'Add files', group: 'Window', keys: ['Mod+Shift+O'], whileTyping: true },
  rescan: { label: 'Scan all sources again', group: 'Window', keys: ['F5', 'Mod+R'], whileTyping: true },
  shortcuts: { label: 'Shortcuts', group: 'Window', keys: ['?', 'Mod+/'], whileTyping: true },
} as const satisfies Record<string, ActionDefinition>;

export type ActionName = keyof typeof actionTable;

export const actionNames = Object.keys(actionTable) as readonly ActionName[];

export function definitionOf(name: ActionName): ActionDefinition {
  return actionTable[name];
}
