import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import {
  absolutePath,
  listOf,
  oneOf,
  orNull,
  record,
  truth,
  wholeNumber,
  type Parsed,
  type Parser,
} from '../contract/parse.ts';
import { windowMemory } from '../contract/requests/shell-requests.ts';
import type { WindowMemory } from '../contract/shell-api.ts';
import type { ChosenLanguage } from '../words/languages.ts';

const pixels = wholeNumber(-100_000, 100_000);
const bounds = record({ x: pixels, y: pixels, width: pixels, height: pixels });
const windowPlace = record({ bounds, maximised: truth });

export type WindowPlace = Parsed<typeof windowPlace>;

export type SettingsValues = Readonly<{
  /** Null until the person chose a library. */
  libraryDir: string | null;
  /** Newest first. */
  recentLibraries: readonly string[];
  window: WindowPlace | null;
  memory: WindowMemory;
  /** Of the interface; null follows the system. */
  language: ChosenLanguage | null;
}>;

const fields: { readonly [Name in keyof SettingsValues]: Parser<SettingsValues[Name]> } = {
  libraryDir: orNull(absolutePath),
  recentLibraries: listOf(absolutePath, 100),
  window: orNull(windowPlace),
  memory: windowMemory,
  language: orNull(oneOf(['en', 'ar'])),
};

const initial: SettingsValues = {
  libraryDir: null,
  recentLibraries: [],
  window: null,
  memory: {
    query: '',
    sort: 'relevance',
    theme: 'system',
    fontSizePx: 18,
    view: 'search',
    panes: [],
    keys: {},
  },
  language: null,
};

const settleMs = 500;
const recents = 8;

/** What the app remembers between runs, in one JSON file that is replaced as a whole. */
export class Settings {
  readonly #path: string;
  readonly #log: (line: string) => void;
  #values: SettingsValues;
  #saving: NodeJS.Timeout | null = null;

  constructor(path: string, log: (line: string) => void) {
    this.#path = path;
    this.#log = log;
    this.#values = readValues(path, log);
  }

  get values(): SettingsValues {
    return this.#values;
  }

  /** The file follows a moment later, for the window tells of every change as it is made. */
  change(values: Partial<SettingsValues>): void {
    this.#values = { ...this.#values, ...values };
    this.#saving ??= setTimeout(() => this.save(), settleMs);
  }

  rememberLibrary(libraryDir: string): void {
    const others = this.#values.recentLibraries.filter((path) => path !== libraryDir);
    this.change({ recentLibraries: [libraryDir, ...others].slice(0, recents) });
  }

  forgetLibrary(libraryDir: string): void {
    this.change({ recentLibraries: this.#values.recentLibraries.filter((path) => path !== libraryDir) });
  }

  /** Writes what has not been written yet. */
  save(): void {
    if (this.#saving === null) return;
    clearTimeout(this.#saving);
    this.#saving = null;
    try {
      mkdirSync(dirname(this.#path), { recursive: true });
      // Written aside and renamed, so that a crash leaves the old file or the new one, never half of one.
      const aside = `${this.#path}.new`;
      writeFileSync(aside, `${JSON.stringify(this.#values, null, 2)}\n`, { flush: true });
      renameSync(aside, this.#path);
    } catch (thrown) {
      this.#log(`settings can't be written: ${String(thrown)}`);
    }
  }
}

function readValues(path: string, log: (line: string) => void): SettingsValues {
  let data: unknown;
  try {
    data = JSON.parse(readFileSync(path, 'utf8'));
  } catch (thrown) {
    if ((thrown as NodeJS.ErrnoException).code !== 'ENOENT') log(`settings can't be read: ${String(thrown)}`);
    return initial;
  }
  const read = Object.entries(fields).map(([name, parser]) => [name, valueOf(data, name, parser, log)]);
  return Object.fromEntries(read) as SettingsValues;
}

// One setting that can't be read does not cost the person the others.
function valueOf(data: unknown, name: string, parser: Parser<unknown>, log: (line: string) => void): unknown {
  const given = (data as Readonly<Record<string, unknown>> | null)?.[name];
  try {
    return parser(given, `settings: ${name}`);
  } catch (thrown) {
    if (given !== undefined) log(String(thrown));
    return initial[name as keyof SettingsValues];
  }
}
