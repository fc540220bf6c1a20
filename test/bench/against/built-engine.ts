import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { checkout } from '../../../electron/dev/checkout.ts';

/** Where a build's engine can be loaded from, as URLs: its `createEngine`, and the folder of its threads. */
export type BuiltEngine = Readonly<{ engine: string; threads: string }>;

const engineBundle = 'dist/engine/create-engine.js';

/** Run in a checkout: its own bundler makes its engine, as a module that a process of any build can load. */
const bundling = `
  const { bundleModules, threadEntries } = await import('./.config/bundle.mjs');
  await bundleModules({ ...threadEntries, 'electron/engine/create-engine.ts': '${engineBundle}' });
`;

/** Builds the engine of a checkout whose packages are installed. */
export function buildEngine(dir: string): BuiltEngine {
  execFileSync(process.execPath, ['--input-type=module', '--eval', bundling], { cwd: dir, stdio: 'inherit' });
  return {
    engine: pathToFileURL(join(dir, engineBundle)).href,
    threads: pathToFileURL(join(dir, 'dist/engine/threads/')).href,
  };
}

/** The full name of a commit. Throws, with what was asked for, when there is none. */
export function commitOf(name: string): string {
  try {
    const asked = ['rev-parse', '--verify', '--quiet', '--end-of-options', `${name}^{commit}`];
    return execFileSync('git', asked, { cwd: checkout, encoding: 'utf8' }).trim();
  } catch (error) {
    throw new Error(`--against takes a commit, and ${name} is none`, { cause: error });
  }
}

/** A commit's files and packages in a worktree of its own, until it is removed. */
export class CommitCheckout {
  readonly dir: string;

  /** `dir` must not exist yet. The packages are this checkout's when both commits lock the same ones. */
  constructor(commit: string, dir: string) {
    this.dir = dir;
    git('worktree', 'add', '--quiet', '--detach', dir, commit);
    const lockOf = (of: string): string => readFileSync(join(of, 'package-lock.json'), 'utf8');
    if (lockOf(dir) === lockOf(checkout)) {
      symlinkSync(join(checkout, 'node_modules'), join(dir, 'node_modules'), 'junction');
    } else {
      execFileSync('npm', ['ci', '--no-audit', '--no-fund'], {
        cwd: dir,
        stdio: ['ignore', 'ignore', 'inherit'],
        shell: process.platform === 'win32',
      });
    }
  }

  remove(): void {
    // The link first, so that nothing follows it into the packages of this checkout.
    if (existsSync(join(this.dir, 'node_modules')))
      rmSync(join(this.dir, 'node_modules'), { recursive: true });
    git('worktree', 'remove', '--force', this.dir);
  }
}

function git(...args: readonly string[]): void {
  execFileSync('git', args, { cwd: checkout, stdio: ['ignore', 'ignore', 'inherit'] });
}
