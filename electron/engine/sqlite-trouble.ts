/** What can be wrong with a database that is not the fault of a statement. */
export type Trouble = 'locked' | 'read-only' | 'input-output' | 'damaged' | 'full' | 'not opened';

/** Rows come in another order than that of their tree, which SQLite itself does not notice. */
export class DamagedOrder extends Error {
  constructor() {
    super('database disk image is malformed: its rows are out of order');
  }
}

/** By primary result code (https://sqlite.org/rescode.html). */
const troubles: ReadonlyMap<number, Trouble> = new Map([
  [5, 'locked'],
  [6, 'locked'],
  [8, 'read-only'],
  [10, 'input-output'],
  [11, 'damaged'],
  [13, 'full'],
  [14, 'not opened'],
  [26, 'damaged'],
]);
/** SQLITE_IOERR_SHORT_READ: the file ends before it should. */
const shortRead = 522;
/** SQLITE_IOERR_SHMSIZE: there is no room for the memory that readers and writers share. */
const noRoomToShare = 4874;

/**
 * SQLite's own words for the same (`sqlite3_errstr`): the package gives no code with what `all` and `iterate` throw. They
 * are looked for at the start or after a colon, where both implementations put them, and not in the text of a statement.
 */
const troublesInWords: readonly (readonly [string, Trouble])[] = [
  ['database disk image is malformed', 'damaged'],
  ['malformed database schema', 'damaged'],
  ['file is not a database', 'damaged'],
  ['database is locked', 'locked'],
  ['database table is locked', 'locked'],
  ['attempt to write a readonly database', 'read-only'],
  ['database or disk is full', 'full'],
  ['disk I/O error', 'input-output'],
  ['unable to open database file', 'not opened'],
];

/** Null for an error that is none of a database's, and for the fault of a statement. */
export function troubleOf(error: unknown): Trouble | null {
  if (!(error instanceof Error)) return null;
  if (error instanceof DamagedOrder) return 'damaged';
  if ('errcode' in error && typeof error.errcode === 'number') {
    if (error.errcode === noRoomToShare) return 'full';
    return error.errcode === shortRead ? 'damaged' : (troubles.get(error.errcode & 0xff) ?? null);
  }
  if ('code' in error && (error.code === 'ENOSPC' || error.code === 'EDQUOT')) return 'full';
  if (!('code' in error) || error.code !== 'ERR_SQLITE_ERROR') return null;
  const saying = error.message;
  const said = troublesInWords.find(([words]) => saying.startsWith(words) || saying.includes(`: ${words}`));
  return said?.[1] ?? null;
}
