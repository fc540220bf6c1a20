import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { checkout } from '../../electron/dev/checkout.ts';

/** The full name of a commit. Throws, with what was asked for, when there is none. */
export function commitOf(name: string): string {
  try {
    const asked = ['rev-parse', '--verify', '--quiet', '--end-of-options', `${name}^{commit}`];
    return execFileSync('git', asked, { cwd: checkout, encoding: 'utf8' }).trim();
  } catch (error) {
    throw new Error(`there is no commit ${name}`, { cause: error });
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

/** Bundles entry points of a checkout, `source: bundle`, with that checkout's own bundler. */
export function bundleIn(dir: string, entries: Readonly<Record<string, string>>): void {
  const bundling = `
    const { bundleModules } = await import('./.config/bundle.mjs');
    await bundleModules(${JSON.stringify(entries)});
  `;
  execFileSync(process.execPath, ['--input-type=module', '--eval', bundling], { cwd: dir, stdio: 'inherit' });
}
