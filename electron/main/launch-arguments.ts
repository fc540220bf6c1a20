import { existsSync } from 'node:fs';
import { basename, dirname, extname, join, resolve } from 'node:path';
import { isLanguage, type LanguageTag } from '../words/languages.ts';

export type CommandLine = Readonly<{
  /** Null when neither the command line nor the environment names one. */
  libraryDir: string | null;
  selfCheck: boolean;
  /** Of the interface, for this run only; null when the person's choice holds. */
  language: LanguageTag | null;
  /** Absolute paths of folders and files to import. */
  paths: readonly string[];
}>;

/** What an installed app that is to be the command line is started with, before `--` and the arguments of that. */
const commandLineSwitch = '--command-line';

/** What holds people's own work in the folder of a library. */
const libraryFile = 'library.sqlite';

type Started = Readonly<{
  /** Without the executable. */
  args: readonly string[];
  workingDir: string;
  env: Readonly<Record<string, string | undefined>>;
  /** Started from a checkout, the app's own folder stands among the arguments. */
  appDir: string;
}>;

/** Reads how the app was started. Switches that it does not know are Chromium's. */
export function readCommandLine({ args, workingDir, env, appDir }: Started): CommandLine {
  let libraryDir = env['MICROFICHE_LIBRARY'] ?? '';
  let language: LanguageTag | null = null;
  const paths: string[] = [];
  for (let index = 0; index < args.length; index += 1) {
    const arg = args[index] ?? '';
    if (arg === '--library') {
      index += 1;
      libraryDir = args[index] ?? '';
    } else if (arg.startsWith('--library=')) {
      libraryDir = arg.slice('--library='.length);
    } else if (arg.startsWith('--language=')) {
      const tag = arg.slice('--language='.length);
      if (isLanguage(tag)) language = tag;
    } else if (!arg.startsWith('-')) {
      const path = resolve(workingDir, arg);
      if (path === appDir || !existsSync(path)) continue;
      const library = libraryAt(path);
      if (library === null) paths.push(path);
      else libraryDir = library;
    }
  }
  return {
    libraryDir: libraryDir === '' ? null : resolve(workingDir, libraryDir),
    selfCheck: args.includes('--self-check'),
    language,
    paths,
  };
}

/**
 * The library that a path names, as the desktop hands it over when a person opens one: its folder, or the one file in it that
 * stands for it where folders can't be opened. Null for anything else.
 */
export function libraryAt(path: string): string | null {
  if (basename(path) === libraryFile) return dirname(path);
  return extname(path) === '.microfiche' || existsSync(join(path, libraryFile)) ? path : null;
}

/** The arguments of the command line that an installed app was started as; null when it was not. */
export function toolArguments(args: readonly string[]): readonly string[] | null {
  const end = args.indexOf('--');
  return end > 0 && args.slice(0, end).includes(commandLineSwitch) ? args.slice(end + 1) : null;
}
