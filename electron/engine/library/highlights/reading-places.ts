import type { TextAnchor } from '../../../contract/read-states.ts';
import type { Database } from '../../sqlite.ts';

/** Where a person was in an article; null at its head. */
export function readingPlace(db: Database, article: number): TextAnchor | null {
  return (
    db.prepare<TextAnchor>('SELECT block, share FROM reading_places WHERE article = ?').get(article) ?? null
  );
}

/** An article that is gone keeps none. */
export function keepReadingPlace(db: Database, article: number, place: TextAnchor | null): void {
  if (place === null) db.prepare('DELETE FROM reading_places WHERE article = ?').run(article);
  else
    db.prepare(
      `INSERT OR REPLACE INTO reading_places (article, block, share)
       SELECT ?1, ?2, ?3 WHERE EXISTS (SELECT 1 FROM articles WHERE id = ?1)`,
    ).run(article, place.block, place.share);
}
