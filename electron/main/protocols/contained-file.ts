import { realpath } from 'node:fs/promises';
import { isAbsolute, relative, resolve, sep } from 'node:path';

/** The real path of the file that a URL's path names inside `root`; null when it names none there. */
export async function containedFile(root: string, pathname: string): Promise<string | null> {
  const decoded = decode(pathname);
  if (decoded === null || decoded.includes('\0')) return null;
  // Decode before resolving: the URL parser folds ".." but leaves %2f alone. And resolve './x', for '/x' drops the root.
  const path = resolve(root, `.${decoded}`);
  if (!isInside(root, path)) return null;
  try {
    const [realRoot, realFile] = await Promise.all([realpath(root), realpath(path)]);
    return isInside(realRoot, realFile) ? realFile : null;
  } catch {
    return null; // It does not exist, or can't be reached: to the page both are the same.
  }
}

/** Whether `path` is `folder` or lies in it. Both are absolute. */
export function isInside(folder: string, path: string): boolean {
  const way = relative(folder, path);
  return way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way);
}

function decode(pathname: string): string | null {
  try {
    return decodeURIComponent(pathname);
  } catch {
    return null; // A stray % is no name of ours.
  }
}
