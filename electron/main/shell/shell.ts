import { app, clipboard, dialog, nativeTheme, shell as desktop, type BrowserWindow } from 'electron';
import { writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { ArchiveApi } from '../../contract/archive-api.ts';
import { FailureError } from '../../contract/failure.ts';
import { packedEnding } from '../../contract/packing-api.ts';
import type { AppInfo, ShellApi } from '../../contract/shell-api.ts';
import { isInside } from '../protocols/contained-file.ts';
import type { Profile } from '../profile.ts';
import type { Settings } from '../settings.ts';
import { applyTheme } from '../theme.ts';
import type { ChosenLanguage } from '../../words/languages.ts';
import { say } from '../../words/say.ts';

export type ShellParts = Readonly<{
  settings: Settings;
  sampleArchiveDir: string;
  /** Files that the app writes beside the library. */
  files: Readonly<{ settings: string; log: string }>;
  /** Recent libraries have changed. */
  recentChanged: () => void;
  speak: (language: ChosenLanguage | null) => void;
  profile: Profile;
  libraryDir: () => string;
  openLibrary: (libraryDir: string) => Promise<void>;
  /** Lets the engine write to a path that a person chose. */
  letWrite: (path: string) => void;
  /** Gives the window a new port to the engine. */
  reconnect: () => void;
  window: () => BrowserWindow | null;
  sources: ArchiveApi['listSources'];
}>;

/** What the window asks of the main process. Dialogs belong to the window, so that the system shows them with it. */
export function makeShell(parts: ShellParts): ShellApi {
  const { settings } = parts;
  return {
    info: () => Promise.resolve(infoOf(parts)),
    choosePaths: ({ kind }) => choosePaths(openWindow(parts), kind),
    chooseLibrary: () => chooseLibrary(openWindow(parts)),
    choosePacked: () => choosePacked(openWindow(parts)),
    openLibrary: ({ libraryDir }) => parts.openLibrary(libraryDir),
    forgetLibrary: ({ libraryDir }) => {
      settings.forgetLibrary(libraryDir);
      return Promise.resolve(parts.recentChanged());
    },
    speak: ({ language }) => Promise.resolve(parts.speak(language)),
    showPlace: ({ place }) => Promise.resolve(desktop.showItemInFolder(placesOf(parts)[place])),
    showInFolder: ({ path }) => showInFolder(parts, path),
    chooseExport: (request) => chooseExport(parts, request),
    saveText: ({ suggestedName, text }) => saveFile(openWindow(parts), suggestedName, text),
    savePicture: ({ suggestedName, base64 }) =>
      saveFile(openWindow(parts), suggestedName, Buffer.from(base64, 'base64')),
    copyText: ({ text }) => Promise.resolve(clipboard.writeText(text)),
    print: () => print(openWindow(parts)),
    memory: () => Promise.resolve(settings.values.memory),
    remember: ({ memory }) => {
      if (memory.theme !== settings.values.memory.theme) applyTheme(nativeTheme, memory.theme);
      settings.change({ memory });
      return Promise.resolve();
    },
    reconnect: () => Promise.resolve(parts.reconnect()),
  };
}

function placesOf({ files, libraryDir }: ShellParts): AppInfo['places'] {
  return { library: libraryDir(), ...files };
}

function infoOf(parts: ShellParts): AppInfo {
  const { settings, sampleArchiveDir, libraryDir, profile } = parts;
  const { platform } = process;
  return {
    version: app.getVersion(),
    platform: platform === 'darwin' || platform === 'win32' ? platform : 'linux',
    libraryDir: libraryDir(),
    sampleArchiveDir,
    recentLibraries: settings.values.recentLibraries,
    language: settings.values.language,
    places: placesOf(parts),
    unkeptBecause: unkeptBecause(profile),
  };
}

function unkeptBecause({ trouble, folder }: Profile): string | null {
  if (trouble === null) return null;
  const reasons: Readonly<Record<string, string>> = {
    EROFS: say('profile.read-only'),
    ENOSPC: say('profile.full'),
    EDQUOT: say('profile.full'),
    EACCES: say('profile.not-yours'),
    EPERM: say('profile.not-yours'),
  };
  return say('profile.unkept', {
    folder,
    why: Object.hasOwn(reasons, trouble) ? (reasons[trouble] ?? trouble) : trouble,
  });
}

async function choosePaths(window: BrowserWindow, kind: 'folders' | 'files'): Promise<readonly string[]> {
  const { canceled, filePaths } = await dialog.showOpenDialog(window, {
    title: say(kind === 'folders' ? 'dialog.add-folders' : 'dialog.add-files'),
    buttonLabel: say('dialog.add'),
    properties: [kind === 'folders' ? 'openDirectory' : 'openFile', 'multiSelections'],
  });
  return canceled ? [] : filePaths;
}

export async function chooseLibrary(window: BrowserWindow): Promise<string | null> {
  const { canceled, filePaths } = await dialog.showOpenDialog(window, {
    title: say('dialog.open-library'),
    message: say('dialog.open-library-which'),
    buttonLabel: say('dialog.open'),
    properties: ['openDirectory', 'createDirectory'],
  });
  return canceled ? null : (filePaths[0] ?? null);
}

async function choosePacked(window: BrowserWindow): Promise<string | null> {
  const { canceled, filePaths } = await dialog.showOpenDialog(window, {
    title: say('pack.choose'),
    buttonLabel: say('dialog.open'),
    filters: [{ name: say('pack.files'), extensions: [packedEnding] }],
    properties: ['openFile'],
  });
  return canceled ? null : (filePaths[0] ?? null);
}

// The window could be made to name any path by a flaw in it; the engine's list is what the person added.
async function showInFolder({ sources }: ShellParts, path: string): Promise<void> {
  const asked = resolve(path);
  const listed = await sources({});
  if (!listed.some((source) => isInside(source.path, asked))) {
    throw new FailureError({ code: 'bad-request', message: `show in folder: ${path} is in no source` });
  }
  desktop.showItemInFolder(asked);
}

async function saveFile(
  window: BrowserWindow,
  suggestedName: string,
  content: string | Buffer,
): Promise<string | null> {
  const defaultPath = join(app.getPath('documents'), suggestedName);
  const { canceled, filePath } = await dialog.showSaveDialog(window, { defaultPath });
  if (canceled) return null;
  await writeFile(filePath, content);
  return filePath;
}

async function chooseExport(
  parts: ShellParts,
  { suggestedName, kind }: Parameters<ShellApi['chooseExport']>[0],
): Promise<string | null> {
  const { canceled, filePath } = await dialog.showSaveDialog(openWindow(parts), {
    title: say(kind === 'file' ? 'dialog.export-file' : 'dialog.export-folder'),
    buttonLabel: say('dialog.export'),
    defaultPath: join(app.getPath('documents'), suggestedName),
    properties: ['createDirectory', 'showOverwriteConfirmation'],
  });
  if (canceled) return null;
  parts.letWrite(filePath);
  return filePath;
}

function print(window: BrowserWindow): Promise<void> {
  return new Promise((resolve, reject) => {
    window.webContents.print({}, (printed, reason) => {
      // Electron counts a person's change of mind among the failures.
      if (printed || /cancel/iu.test(reason)) resolve();
      else reject(new Error(`print: ${reason}`));
    });
  });
}

function openWindow({ window }: ShellParts): BrowserWindow {
  const open = window();
  if (open === null) throw new Error('the window is closed');
  return open;
}
