import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

export type Profile = Readonly<{
  /** Where settings and the usual library are. */
  folder: string;
  /** Where Chromium keeps what it needs to run: the same, or a folder for this run alone, which goes when the app ends. */
  running: string;
  /** Why nothing can be written in `folder`, as the system calls it (`EROFS`, `ENOSPC`); null where it can. */
  trouble: string | null;
}>;

/**
 * Without a profile that it can write Chromium ends before there is a window that could say why. One on a full disk can still be
 * made, so a file is written to see. `temporaryFolder` is where another one is made then.
 */
export function settleProfile(folder: string, temporaryFolder: string): Profile {
  const trouble = whyUnwritable(folder);
  const running = trouble === null ? folder : mkdtempSync(join(temporaryFolder, 'microfiche-profile-'));
  return { folder, running, trouble };
}

function whyUnwritable(folder: string): string | null {
  const probe = join(folder, `probe-${process.pid}`);
  try {
    mkdirSync(folder, { recursive: true });
    writeFileSync(probe, ' '.repeat(4096));
    rmSync(probe);
    return null;
  } catch (thrown) {
    removeBegun(probe);
    return (thrown as NodeJS.ErrnoException).code ?? String(thrown);
  }
}

// A full disk may hold a file and nothing in it.
function removeBegun(probe: string): void {
  try {
    rmSync(probe, { force: true });
  } catch {
    // It was never made.
  }
}
