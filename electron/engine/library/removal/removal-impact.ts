import type { RemovalImpact } from '../../../contract/archive-api.ts';
import type { Database } from '../../sqlite.ts';

/** What would go if these articles were removed, and how many files of theirs would stay. */
export function removalImpact(library: Database, ids: readonly number[] | Uint32Array): RemovalImpact {
  const chosen = JSON.stringify(Array.from(ids));
  const articles = library
    .prepare<Omit<RemovalImpact, 'files'>>(
      `SELECT count(*) AS articles,
         ifnull(sum(EXISTS (SELECT 1 FROM article_tags t WHERE t.article = a.id)), 0) AS tagged,
         ifnull(sum(EXISTS (SELECT 1 FROM notes n WHERE n.article = a.id)
           OR EXISTS (SELECT 1 FROM highlights h WHERE h.article = a.id)), 0) AS noted
       FROM articles a WHERE a.id IN (SELECT value FROM json_each(?))`,
    )
    .get(chosen);
  const there = library
    .prepare<{ files: number }>(
      `SELECT count(DISTINCT path) AS files FROM locations
       WHERE missing = 0 AND article IN (SELECT value FROM json_each(?))`,
    )
    .get(chosen);
  return { articles: 0, tagged: 0, noted: 0, ...articles, files: there?.files ?? 0 };
}
