import { realpathSync } from 'node:fs';
import { basename, dirname, join, relative, sep } from 'node:path';
import { FailureError } from '../../../contract/failure.ts';
import { sentence } from '../../../words/sentence.ts';

/** Files are read and never written, and what is written among them would be read as articles: such a path is refused. */
export function refuseRead(path: string, libraryDir: string, sources: readonly string[]): void {
  const place = join(real(dirname(path)), basename(path));
  if (isInside(libraryDir, place)) {
    throw new FailureError({ code: 'bad-request', message: sentence('export.in-library', { path }) });
  }
  const source = sources.find((one) => isInside(one, place));
  if (source === undefined) return;
  throw new FailureError({ code: 'bad-request', message: sentence('export.in-source', { path, source }) });
}

function isInside(folder: string, path: string): boolean {
  const way = relative(real(folder), path);
  return way !== '..' && !way.startsWith(`..${sep}`) && !/^[A-Za-z]:/u.test(way);
}

/** Without links; what is not there is taken as it is named. */
function real(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    return path;
  }
}
