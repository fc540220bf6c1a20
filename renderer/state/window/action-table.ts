import { forEachView } from '../../../electron/contract/views.ts';
import { say } from '../../../electron/words/say.ts';
export type ActionGroup = 'search' | 'results' | 'article' | 'tags' | 'window';

export type ActionDefinition = Readonly<{
  group: ActionGroup;
  /** Key combinations, the first of which is shown: `Mod` is Command on macOS and Control elsewhere. */
  keys: readonly string[];
  /** Also while the caret is in a text field. */
  whileTyping?: true;
}>;

/** Everything that a key or a menu can do, in the order of the shortcuts sheet. */
export const actionTable = {
  find: { group: 'search', keys: ['/', 'Mod+K'], whileTyping: true },
  'build-query': { group: 'search', keys: ['b', 'Mod+B'], whileTyping: true },
  back: { group: 'search', keys: ['[', 'Mod+[', 'Alt+ArrowLeft'] },
  forward: { group: 'search', keys: [']', 'Mod+]', 'Alt+ArrowRight'] },
  'save-search': { group: 'search', keys: ['Mod+S'], whileTyping: true },
  'compare-trends': { group: 'search', keys: ['p'] },
  'query-list': { group: 'search', keys: ['q'] },
  'copy-record': { group: 'search', keys: ['Mod+Shift+K'], whileTyping: true },
  'show-arrivals': { group: 'search', keys: ['r'] },

  'next-result': { group: 'results', keys: ['j'] },
  'previous-result': { group: 'results', keys: ['k'] },
  'open-article': { group: 'results', keys: ['o'] },
  'back-out': { group: 'results', keys: ['Escape'], whileTyping: true },
  'toggle-selected': { group: 'results', keys: ['x'] },
  'extend-down': { group: 'results', keys: ['Shift+ArrowDown', 'Shift+J'] },
  'extend-up': { group: 'results', keys: ['Shift+ArrowUp', 'Shift+K'] },
  'select-all': { group: 'results', keys: ['Mod+A'] },
  'export-results': { group: 'results', keys: ['Mod+Shift+E'] },
  'rows-comfortable': { group: 'results', keys: ['1'] },
  'rows-compact': { group: 'results', keys: ['2'] },
  'rows-line': { group: 'results', keys: ['3'] },
  'show-rows': { group: 'results', keys: ['l'] },
  'show-table': { group: 'results', keys: ['g'] },
  'show-concordance': { group: 'results', keys: ['c'] },
  'show-collocates': { group: 'results', keys: ['Shift+C'] },
  'remove-articles': { group: 'results', keys: ['Delete', 'Mod+Backspace'] },

  'next-hit': { group: 'article', keys: ['n'] },
  'previous-hit': { group: 'article', keys: ['Shift+N'] },
  'find-in-article': { group: 'article', keys: ['Mod+F'], whileTyping: true },
  'toggle-furniture': { group: 'article', keys: ['f'] },
  'toggle-original': { group: 'article', keys: ['v', 'Mod+U'] },
  highlight: { group: 'article', keys: ['h'] },
  'correct-fields': { group: 'article', keys: ['e'] },
  'copy-citation': {
    group: 'article',
    keys: ['Mod+Shift+C'],
    whileTyping: true,
  },
  'more-like-this': { group: 'article', keys: ['m'] },
  'show-in-folder': { group: 'article', keys: ['Mod+Shift+F'] },
  print: { group: 'article', keys: ['Mod+P'], whileTyping: true },
  'font-larger': { group: 'article', keys: ['Mod+=', 'Mod++'], whileTyping: true },
  'font-smaller': { group: 'article', keys: ['Mod+-'], whileTyping: true },
  'font-reset': { group: 'article', keys: ['Mod+0'], whileTyping: true },

  'tag-selection': { group: 'tags', keys: ['t', 'Mod+T'] },
  star: { group: 'tags', keys: ['s'] },
  'toggle-read': { group: 'tags', keys: ['u'] },
  'toggle-queued': { group: 'tags', keys: ['w'] },
  'toggle-excluded': { group: 'tags', keys: ['d'] },
  'earlier-in-queue': { group: 'tags', keys: ['Alt+ArrowUp'] },
  'later-in-queue': { group: 'tags', keys: ['Alt+ArrowDown'] },
  'add-note': { group: 'tags', keys: ['a'] },
  undo: { group: 'tags', keys: ['Mod+Z'] },
  redo: { group: 'tags', keys: ['Mod+Shift+Z', 'Mod+Y'] },

  ...forEachView((_, place): ActionDefinition => ({
    group: 'window',
    keys: [`Mod+${String(place)}`],
    whileTyping: true,
  })),
  'pack-library': { group: 'window', keys: [] },
  'open-packed': { group: 'window', keys: [] },
  'theme-system': { group: 'window', keys: [] },
  'theme-light': { group: 'window', keys: [] },
  'theme-dark': { group: 'window', keys: [] },
  'theme-sepia': { group: 'window', keys: [] },
  'theme-contrast': { group: 'window', keys: [] },
  'toggle-sidebar': { group: 'window', keys: ['Mod+\\'], whileTyping: true },
  'add-folder': { group: 'window', keys: ['Mod+O'], whileTyping: true },
  'add-files': { group: 'window', keys: ['Mod+Shift+O'], whileTyping: true },
  rescan: { group: 'window', keys: ['F5', 'Mod+R'], whileTyping: true },
  shortcuts: { group: 'window', keys: ['?', 'Mod+/'], whileTyping: true },
  about: { group: 'window', keys: [] },
} as const satisfies Record<string, ActionDefinition>;

export type ActionName = keyof typeof actionTable;

export const actionNames = Object.keys(actionTable) as readonly ActionName[];

export function definitionOf(name: ActionName): ActionDefinition {
  return actionTable[name];
}

/** What the action does, in the language of the interface. */
export function labelOf(name: ActionName): string {
  return say(`act.${name}`);
}
