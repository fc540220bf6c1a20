import type { MenuItemConstructorOptions } from 'electron';
import type { MenuCommand } from '../../contract/shell-api.ts';
import { views } from '../../contract/views.ts';
import { languageNames, type ChosenLanguage, type MessageName } from '../../words/languages.ts';
import { say } from '../../words/say.ts';

export type MenuActs = Readonly<{
  send: (command: MenuCommand) => void;
  chooseLibrary: () => void;
  openLibrary: (libraryDir: string) => void;
  /** Null follows the system. */
  speak: (language: ChosenLanguage | null) => void;
}>;

export type MenuOptions = Readonly<{
  platform: NodeJS.Platform;
  /** Adds what developers need. */
  developing: boolean;
  recentLibraries: readonly string[];
  /** What the person chose; null follows the system. */
  language: ChosenLanguage | null;
}>;

type Item = MenuItemConstructorOptions;
const line: Item = { type: 'separator' };

/** The application menu as the operating system expects it. Commands go to the window, roles to the system. */
export function menuTemplate(options: MenuOptions, acts: MenuActs): readonly Item[] {
  const mac = options.platform === 'darwin';
  const item: MakeItem = (name, command, accelerator) => ({
    label: say(name),
    click: () => acts.send(command),
    ...(accelerator === undefined ? {} : { accelerator }),
  });
  // On macOS menus have no letter to be opened by, and Arabic words would be cut by one.
  const heading = (name: MessageName) => `${mac ? '' : '&'}${say(name)}`;
  return [
    ...(mac ? [{ role: 'appMenu' } as const] : []),
    { label: heading('menu.file'), submenu: fileMenu(options, acts, item) },
    { label: heading('menu.edit'), submenu: editMenu(options, item) },
    { label: heading('menu.view'), submenu: viewMenu(options, acts, item) },
    {
      label: heading('menu.go'),
      submenu: [
        item('menu.back', 'back', mac ? 'Cmd+[' : 'Alt+Left'),
        item('menu.forward', 'forward', mac ? 'Cmd+]' : 'Alt+Right'),
      ],
    },
    { role: 'windowMenu' },
    {
      role: 'help',
      submenu: [item('menu.shortcuts', 'shortcuts', 'CmdOrCtrl+/'), line, item('menu.about', 'about')],
    },
  ];
}

type MakeItem = (name: MessageName, command: MenuCommand, accelerator?: string) => Item;

function fileMenu({ platform, recentLibraries }: MenuOptions, acts: MenuActs, item: MakeItem): Item[] {
  const recent = recentLibraries.map((path): Item => ({ label: path, click: () => acts.openLibrary(path) }));
  return [
    item('menu.add-folder', 'add-folder', 'CmdOrCtrl+O'),
    item('menu.add-files', 'add-files', 'CmdOrCtrl+Shift+O'),
    item('menu.rescan', 'rescan', platform === 'darwin' ? 'Cmd+R' : 'F5'),
    line,
    { label: say('menu.open-library'), click: () => acts.chooseLibrary() },
    { label: say('menu.recent-libraries'), enabled: recent.length > 0, submenu: recent },
    item('menu.pack-library', 'pack-library'),
    item('menu.open-packed', 'open-packed'),
    line,
    item('menu.save-search', 'save-search', 'CmdOrCtrl+S'),
    item('menu.export-results', 'export-results', 'CmdOrCtrl+Shift+E'),
    line,
    platform === 'darwin' ? { role: 'close' } : { role: 'quit' },
  ];
}

// Undo, redo and select all are commands, not roles: in a text field they mean the text, elsewhere the last act
// and the results, and only the window knows where the focus is.
function editMenu({ platform }: MenuOptions, item: MakeItem): Item[] {
  return [
    item('menu.undo', 'undo', 'CmdOrCtrl+Z'),
    item('menu.redo', 'redo', platform === 'win32' ? 'Ctrl+Y' : 'CmdOrCtrl+Shift+Z'),
    line,
    { role: 'cut' },
    { role: 'copy' },
    { role: 'paste' },
    item('menu.select-all', 'select-all', 'CmdOrCtrl+A'),
    line,
    item('menu.find', 'find', 'CmdOrCtrl+K'),
    item('menu.build-query', 'build-query', 'CmdOrCtrl+B'),
    item('menu.query-list', 'query-list'),
    item('menu.compare-trends', 'compare-trends'),
    item('menu.copy-record', 'copy-record', 'CmdOrCtrl+Shift+K'),
    item('menu.find-in-article', 'find-in-article', 'CmdOrCtrl+F'),
    line,
    item('menu.tag-selection', 'tag-selection', 'CmdOrCtrl+T'),
    item('menu.toggle-read', 'toggle-read'),
    item('menu.toggle-queued', 'toggle-queued'),
    item('menu.toggle-excluded', 'toggle-excluded'),
    item('menu.correct-fields', 'correct-fields'),
    item('menu.remove-articles', 'remove-articles'),
  ];
}

function viewMenu({ developing, language }: MenuOptions, acts: MenuActs, item: MakeItem): Item[] {
  return [
    ...views.map((name, index) => item(`menu.${name}`, `view-${name}`, `CmdOrCtrl+${String(index + 1)}`)),
    line,
    item('menu.larger-text', 'font-larger', 'CmdOrCtrl+Plus'),
    item('menu.smaller-text', 'font-smaller', 'CmdOrCtrl+-'),
    item('menu.standard-text', 'font-reset', 'CmdOrCtrl+0'),
    line,
    item('menu.furniture', 'toggle-furniture'),
    item('menu.original', 'toggle-original', 'CmdOrCtrl+U'),
    line,
    {
      label: say('menu.theme'),
      submenu: [
        item('menu.theme-system', 'theme-system'),
        item('menu.theme-light', 'theme-light'),
        item('menu.theme-dark', 'theme-dark'),
        item('menu.theme-sepia', 'theme-sepia'),
        item('menu.theme-contrast', 'theme-contrast'),
      ],
    },
    { label: say('menu.language'), submenu: languageMenu(language, acts) },
    line,
    { role: 'togglefullscreen' },
    ...(developing ? [line, { role: 'forceReload' } as const, { role: 'toggleDevTools' } as const] : []),
  ];
}

// Each language by its own name: who can't read the interface finds it by that.
function languageMenu(chosen: ChosenLanguage | null, { speak }: MenuActs): Item[] {
  const choice = (label: string, language: ChosenLanguage | null): Item => ({
    label,
    type: 'radio',
    checked: language === chosen,
    click: () => speak(language),
  });
  const tags = Object.keys(languageNames) as ChosenLanguage[];
  return [choice(say('menu.language-system'), null), ...tags.map((tag) => choice(languageNames[tag], tag))];
}
