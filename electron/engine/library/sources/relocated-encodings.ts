import type { Database } from '../../sqlite.ts';
import { isUnder } from './source-paths.ts';

/**
 * Takes what people chose for `from` and its files along to `to`, where what was chosen there already counts; of the `others`,
 * sources that lie in it, nothing is moved. Belongs into a transaction.
 */
export function relocateEncodings(
  library: Database,
  from: string,
  to: string,
  others: ReadonlySet<string>,
): void {
  const move = library.prepare('UPDATE OR IGNORE encodings SET path = ? WHERE path = ?');
  const forget = library.prepare('DELETE FROM encodings WHERE path = ?');
  for (const { path } of library.prepare<{ path: string }>('SELECT path FROM encodings').all()) {
    if (!isUnder(path, from) || [...others].some((other) => isUnder(path, other))) continue;
    move.run(to + path.slice(from.length), path);
    forget.run(path);
  }
}
