import type { ChosenLanguage } from '../words/languages.ts';
import type { CitationStyle } from './citation-styles.ts';
import type { ArticleId } from './ids.ts';
import type { TextAnchor } from './read-states.ts';
import type { ResultsLook } from './results-look.ts';
import type { SearchFilter, SortOrder } from './search.ts';
import type { ViewCommand, ViewName } from './views.ts';

/** What was open, and where in it the person was. */
export type OpenPlace = Readonly<{
  /** Ids mean something in their own library alone. */
  libraryDir: string;
  filter: SearchFilter;
  article: ArticleId | null;
  /** Where the article stood in the answer, from 0. */
  row: number;
  isOriginal: boolean;
  /** Null at the head of the article. */
  anchor: TextAnchor | null;
}>;

/** How articles are set; each the usual where it is absent. */
export const typeFamilies = ['serif', 'sans'] as const;
export const typeMeasures = ['narrow', 'usual', 'wide'] as const;
export const typeLeadings = ['close', 'usual', 'open'] as const;
export type ReadingType = Readonly<{
  family: (typeof typeFamilies)[number];
  measure: (typeof typeMeasures)[number];
  leading: (typeof typeLeadings)[number];
}>;

/** What the app writes, each a place of its own. */
export const ownPlaces = ['library', 'settings', 'log'] as const;
export type OwnPlace = (typeof ownPlaces)[number];

/** What the window remembers between runs; kept by the shell, next to the settings. */
export type WindowMemory = Readonly<{
  query: string;
  sort: SortOrder;
  theme: 'system' | 'light' | 'dark' | 'sepia' | 'contrast';
  /** Of the article, in CSS pixels. */
  fontSizePx: number;
  view: ViewName;
  panes: readonly number[];
  /** Keys that the person changed: action to key combination. */
  keys: Readonly<Record<string, string>>;
  place?: OpenPlace | undefined;
  /** Parts of the sidebar that are folded and usually are not, or the other way round; the newest last. */
  twisted?: readonly string[] | undefined;
  results?: ResultsLook | undefined;
  /** How articles are cited; absent for a short line. */
  cites?: CitationStyle | undefined;
  type?: ReadingType | undefined;
}>;

export const maxTwisted = 1000;

export type AppInfo = Readonly<{
  version: string;
  platform: 'linux' | 'darwin' | 'win32';
  libraryDir: string;
  sampleArchiveDir: string;
  recentLibraries: readonly string[];
  /** Of the interface, as the person chose it; null follows the system. */
  language: ChosenLanguage | null;
  /** Absolute paths. */
  places: Readonly<Record<OwnPlace, string>>;
  /** Why nothing that the window remembers is kept for the next start; null where it is. */
  unkeptBecause: string | null;
}>;

/**
 * A command of the application menu that the window carries out. `undo`, `redo` and `select-all` act on the text while a
 * text field has the focus (`document.execCommand`), and on the archive otherwise.
 */
export type MenuCommand =
  | 'add-folder'
  | 'add-files'
  | 'rescan'
  | 'find'
  | 'build-query'
  | 'compare-trends'
  | 'query-list'
  | 'copy-record'
  | 'find-in-article'
  | 'undo'
  | 'redo'
  | 'select-all'
  | 'tag-selection'
  | 'toggle-read'
  | 'toggle-queued'
  | 'toggle-excluded'
  | 'correct-fields'
  | 'remove-articles'
  | ViewCommand
  | 'theme-system'
  | 'theme-light'
  | 'theme-dark'
  | 'theme-sepia'
  | 'theme-contrast'
  | 'font-larger'
  | 'font-smaller'
  | 'font-reset'
  | 'toggle-furniture'
  | 'toggle-original'
  | 'save-search'
  | 'export-results'
  | 'pack-library'
  | 'open-packed'
  | 'shortcuts'
  | 'about'
  | 'back'
  | 'forward';

export type ShellEvents = Readonly<{
  menuCommand: MenuCommand;
  /** The engine died and is being started again, or is back. */
  engineState: Readonly<{ state: 'starting' | 'ready' | 'restarting' | 'failed'; message: string | null }>;
  /** Paths given to the app from outside: opened with it, or dropped on its icon. */
  pathsOpened: Readonly<{ paths: readonly string[] }>;
}>;

/** The few things that only the main process can do. */
export interface ShellApi {
  info(request: Readonly<Record<string, never>>): Promise<AppInfo>;
  /** Empty when the person cancelled. */
  choosePaths(request: Readonly<{ kind: 'folders' | 'files' }>): Promise<readonly string[]>;
  /** Null when the person cancelled. */
  chooseLibrary(request: Readonly<Record<string, never>>): Promise<string | null>;
  /** Asks for a packed library; null when the person cancelled. */
  choosePacked(request: Readonly<Record<string, never>>): Promise<string | null>;
  openLibrary(request: Readonly<{ libraryDir: string }>): Promise<void>;
  /** Takes a library out of the recent ones; its folder stays. */
  forgetLibrary(request: Readonly<{ libraryDir: string }>): Promise<void>;
  /** Speaks another language from now on; the window is loaded anew for it. */
  speak(request: Readonly<{ language: ChosenLanguage | null }>): Promise<void>;
  showPlace(request: Readonly<{ place: OwnPlace }>): Promise<void>;
  /** Only paths that the engine listed as belonging to the library are shown. */
  showInFolder(request: Readonly<{ path: string }>): Promise<void>;
  /** Asks where to save and writes the text given; null when the person cancelled, else the path. */
  saveText(request: Readonly<{ suggestedName: string; text: string }>): Promise<string | null>;
  /**
   * Asks where to write a file, or a folder that is not there yet, and lets the engine write there; null when the person cancelled,
   * else the path.
   */
  chooseExport(request: Readonly<{ suggestedName: string; kind: 'file' | 'folder' }>): Promise<string | null>;
  /** Saves a picture (PNG, in base64) as `saveText` does a text. */
  savePicture(request: Readonly<{ suggestedName: string; base64: string }>): Promise<string | null>;
  copyText(request: Readonly<{ text: string }>): Promise<void>;
  print(request: Readonly<Record<string, never>>): Promise<void>;
  memory(request: Readonly<Record<string, never>>): Promise<WindowMemory>;
  remember(request: Readonly<{ memory: WindowMemory }>): Promise<void>;
  /** Asks for a new port to the engine, as after a reload. */
  reconnect(request: Readonly<Record<string, never>>): Promise<void>;
}

export const shellEvents = {
  menuCommand: true,
  engineState: true,
  pathsOpened: true,
} as const satisfies Record<keyof ShellEvents, true>;
