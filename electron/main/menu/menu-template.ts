import type { MenuItemConstructorOptions } from 'electron';
import type { MenuCommand } from '../../contract/shell-api.ts';

export type MenuActs = Readonly<{
  send: (command: MenuCommand) => void;
  chooseLibrary: () => void;
  openLibrary: (libraryDir: string) => void;
}>;

export type MenuOptions = Readonly<{
  platform: NodeJS.Platform;
  /** Adds what developers need. */
  developing: boolean;
  recentLibraries: readonly string[];
}>;

type Item = MenuItemConstructorOptions;
const line: Item = { type: 'separator' };

/** The application menu as the operating system expects it. Commands go to the window, roles to the system. */
export function menuTemplate(options: MenuOptions, acts: MenuActs): readonly Item[] {
  const mac = options.platform === 'darwin';
  const item = (label: string, command: MenuCommand, accelerator?: string): Item => ({
    label,
    click: () => acts.send(command),
    ...(accelerator === undefined ? {} : { accelerator }),
  });
  return [
    ...(mac ? [{ role: 'appMenu' } as const] : []),
    { label: mac ? 'File' : '&File', submenu: fileMenu(options, acts, item) },
    { label: mac ? 'Edit' : '&Edit', submenu: editMenu(options, item) },
    { label: mac ? 'View' : '&View', submenu: viewMenu(options, item) },
    {
      label: mac ? 'Go' : '&Go',
      submenu: [
        item('Back', 'back', mac ? 'Cmd+[' : 'Alt+Left'),
        item('Forward', 'forward', mac ? 'Cmd+]' : 'Alt+Right'),
      ],
    },
    { role: 'windowMenu' },
    { role: 'help', submenu: [item('Keyboard Shortcuts', 'shortcuts', 'CmdOrCtrl+/')] },
  ];
}

type MakeItem = (label: string, command: MenuCommand, accelerator?: string) => Item;

function fileMenu({ platform, recentLibraries }: MenuOptions, acts: MenuActs, item: MakeItem): Item[] {
  const recent = recentLibraries.map((path): Item => ({ label: path, click: () => acts.openLibrary(path) }));
  return [
    item('Add Folder…', 'add-folder', 'CmdOrCtrl+O'),
    item('Add Files…', 'add-files', 'CmdOrCtrl+Shift+O'),
    item('Rescan Sources', 'rescan', platform === 'darwin' ? 'Cmd+R' : 'F5'),
    line,
    { label: 'Open Library…', click: () => acts.chooseLibrary() },
    { label: 'Recent Libraries', enabled: recent.length > 0, submenu: recent },
    line,
    item('Export Results…', 'export-results', 'CmdOrCtrl+Shift+E'),
    line,
    platform === 'darwin' ? { role: 'close' } : { role: 'quit' },
  ];
}

// Undo, redo and select all are commands, not roles: in a text field they mean the text, elsewhere the last act on
// tags and the results, and only the window knows where the focus is.
function editMenu({ platform }: MenuOptions, item: MakeItem): Item[] {
  return [
    item('Undo', 'undo', 'CmdOrCtrl+Z'),
    item('Redo', 'redo', platform === 'win32' ? 'Ctrl+Y' : 'CmdOrCtrl+Shift+Z'),
    line,
    { role: 'cut' },
    { role: 'copy' },
    { role: 'paste' },
    item('Select All', 'select-all', 'CmdOrCtrl+A'),
    line,
    item('Find', 'find', 'CmdOrCtrl+K'),
    item('Find in Article', 'find-in-article', 'CmdOrCtrl+F'),
    line,
    item('Tag Selection…', 'tag-selection', 'CmdOrCtrl+T'),
  ];
}

function viewMenu({ developing }: MenuOptions, item: MakeItem): Item[] {
  return [
    item('Search', 'view-search', 'CmdOrCtrl+1'),
    item('Tags', 'view-tags', 'CmdOrCtrl+2'),
    item('Sources', 'view-sources', 'CmdOrCtrl+3'),
    line,
    item('Larger Text', 'font-larger', 'CmdOrCtrl+Plus'),
    item('Smaller Text', 'font-smaller', 'CmdOrCtrl+-'),
    item('Standard Text', 'font-reset', 'CmdOrCtrl+0'),
    line,
    item('Page Furniture', 'toggle-furniture'),
    item('Original Text', 'toggle-original', 'CmdOrCtrl+U'),
    line,
    {
      label: 'Theme',
      submenu: [
        item('Like the System', 'theme-system'),
        item('Light', 'theme-light'),
        item('Dark', 'theme-dark'),
        item('Sepia', 'theme-sepia'),
        item('High Contrast', 'theme-contrast'),
      ],
    },
    line,
    { role: 'togglefullscreen' },
    ...(developing ? [line, { role: 'forceReload' } as const, { role: 'toggleDevTools' } as const] : []),
  ];
}
