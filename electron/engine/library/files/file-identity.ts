import { statSync } from 'node:fs';

/** Another file in the place of one has another identity; none where there is nothing. */
export function identityOf(path: string): string {
  const found = statSync(path, { throwIfNoEntry: false });
  return found === undefined ? '' : `${found.dev}:${found.ino}`;
}
