import type { ArticleId } from '../../contract/ids.ts';
import { inTransaction, type Database } from '../sqlite.ts';
import { setChange } from './change-number.ts';
import { isIntact, type StoredBlock } from './text-block.ts';

type RecordRow = Readonly<{ block: number; start: number; length: number }>;

/**
 * Copies what can be read of damaged texts into an empty database, article by article and block by block: SQLite
 * reaches a row by its number even where it can't read others. Returns how many articles were saved.
 */
export function salvageTexts(
  damaged: Database,
  text: Database,
  articles: Iterable<ArticleId>,
  change: number,
): number {
  const record = damaged.prepare<RecordRow>('SELECT block, start, length FROM records WHERE article = ?');
  const block = damaged.prepare<StoredBlock>('SELECT checksum, bytes FROM blocks WHERE id = ?');
  const copied = new Map<number, boolean>();
  let saved = 0;
  inTransaction(text, () => {
    const putBlock = text.prepare('INSERT INTO blocks (id, checksum, bytes) VALUES (?, ?, ?)');
    const putRecord = text.prepare('INSERT INTO records (article, block, start, length) VALUES (?, ?, ?, ?)');
    for (const id of articles) {
      const row = readable(() => record.get(id));
      if (row === null) continue;
      if (!copied.has(row.block)) {
        const stored = readable(() => block.get(row.block));
        const isGood = stored !== null && isIntact(stored);
        if (isGood) putBlock.run(row.block, stored.checksum, stored.bytes);
        copied.set(row.block, isGood);
      }
      if (copied.get(row.block) !== true) continue;
      putRecord.run(id, row.block, row.start, row.length);
      saved += 1;
    }
    setChange(text, change);
  });
  return saved;
}

function readable<Row>(read: () => Row | undefined): Row | null {
  try {
    return read() ?? null;
  } catch {
    // A row on a damaged page: its article is read again from its file.
    return null;
  }
}
