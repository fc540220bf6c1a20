import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { CommitCheckout, commitOf } from '../../support/commit-checkout.ts';
import { buildEngine } from '../against/built-engine.ts';
import { SideProcess } from '../against/side-process.ts';
import type { WorkFolder } from '../work-folder.ts';

/** The built app of another commit, and the library that it made of the same files. */
export type OtherWindow = Readonly<{ appDir: string; libraryDir: string; remove: () => void }>;

/** Builds a commit and imports `files` with its engine; `folder` must be readable by everybody. */
export async function otherWindow(name: string, folder: WorkFolder, files: string): Promise<OtherWindow> {
  const commit = commitOf(name);
  const checkout = new CommitCheckout(commit, join(folder.emptyFolder('against'), 'checkout'));
  try {
    const { dir } = checkout;
    execFileSync('npm', ['run', 'build'], { cwd: dir, stdio: ['ignore', 'ignore', 'inherit'] });
    const libraryDir = join(folder.emptyFolder(`library-${commit.slice(0, 10)}`), 'library');
    const side = new SideProcess(buildEngine(dir));
    try {
      await side.obey({ kind: 'open', libraryDir });
      await side.obey({ kind: 'import', folder: files });
      await side.obey({ kind: 'rest' });
      await side.obey({ kind: 'close' });
    } finally {
      side.end();
    }
    return { appDir: dir, libraryDir, remove: () => checkout.remove() };
  } catch (error) {
    checkout.remove();
    throw error;
  }
}
