import type { Database, Statement } from '../../sqlite.ts';
import { pageArticles } from '../article-sets/article-set-page.ts';
import { unpackedIds, type PackedIds } from '../article-sets/packed-ids.ts';

/** By two patterns of a path, of which either may be null, or by the format of a file of many records. */
const articlesAtPath = `
  SELECT group_concat(article) AS ids FROM (
    SELECT DISTINCT article FROM locations INDEXED BY locations_by_article
    WHERE article BETWEEN ?2 AND ?3 AND (path LIKE ?1 ESCAPE '\\' OR path LIKE ?4 ESCAPE '\\'
      OR path IN (SELECT path FROM record_files WHERE format = ?5)))`;

function escapedForLike(text: string): string {
  return text.replace(/[\\%_]/g, '\\$&');
}

/** Which paths are asked for: those that hold a text, those inside a folder, or those of files of a format. */
export type PathAsked = Readonly<{ kind: 'text' | 'folder' | 'format'; name: string }>;

/** Endings of files that have another name than their format. */
const endings: ReadonlyMap<string, string> = new Map([
  ['html', 'htm'],
  ['markdown', 'md'],
]);

function patternsOf({ kind, name }: PathAsked): readonly [string, string | null] {
  if (kind === 'text') return [`%${escapedForLike(name)}%`, null];
  if (kind === 'format') {
    const other = endings.get(name);
    return [`%.${escapedForLike(name)}`, other === undefined ? null : `%.${other}`];
  }
  const folders = name.split(/[\\/]/).filter((folder) => folder !== '');
  const inside = (sign: string): string => `%${['', ...folders, ''].map(escapedForLike).join(sign)}%`;
  return [inside('/'), inside('\\\\')];
}

/** Finds articles by where their files are. */
export class ArticlesAtPath {
  readonly #found: Statement<PackedIds>;

  constructor(db: Database) {
    this.#found = db.prepare(articlesAtPath);
  }

  /** Ascending ids; with `page`, of that page alone. */
  articles(asked: PathAsked, page: number | null): Uint32Array {
    const [pattern, otherPattern] = patternsOf(asked);
    const first = (page ?? 0) * pageArticles;
    const last = page === null ? Number.MAX_SAFE_INTEGER : first + pageArticles - 1;
    const format = asked.kind === 'format' ? asked.name : null;
    return unpackedIds(this.#found, pattern, first, last, otherPattern, format);
  }
}
