import { existsSync } from 'node:fs';
import { extname, resolve } from 'node:path';

export type CommandLine = Readonly<{
  /** Null when neither the command line nor the environment names one. */
  libraryDir: string | null;
  selfCheck: boolean;
  /** Absolute paths of folders and files to import. */
  paths: readonly string[];
}>;

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
  const paths: string[] = [];
  for (let index = 0; index < args.length; index += 1) {
    const arg = args[index] ?? '';
    if (arg === '--library') {
      index += 1;
      libraryDir = args[index] ?? '';
    } else if (arg.startsWith('--library=')) {
      libraryDir = arg.slice('--library='.length);
    } else if (!arg.startsWith('-')) {
      const path = resolve(workingDir, arg);
      if (path === appDir || !existsSync(path)) continue;
      if (isLibrary(path)) libraryDir = path;
      else paths.push(path);
    }
  }
  return {
    libraryDir: libraryDir === '' ? null : resolve(workingDir, libraryDir),
    selfCheck: args.includes('--self-check'),
    paths,
  };
}

/** Whether a path names a library, as the desktop hands it over when a person opens one. */
export function isLibrary(path: string): boolean {
  return extname(path) === '.microfiche';
}
