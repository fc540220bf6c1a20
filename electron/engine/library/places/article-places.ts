import { sep } from 'node:path';
import type { Database, Statement } from '../../sqlite.ts';
import { pageArticles } from '../article-sets/article-set-page.ts';
import { parseNumbers } from '../article-sets/packed-ids.ts';
import { PlaceColumn } from './place-column.ts';

/** The locations of a page in order: article × 2, and 1 more for a file that is gone; paths as JSON. A row for each would cost four times as much. */
type PageRow = Readonly<{ ids: string | null; paths: string }>;

/**
 * In which folder of its source an article lies, two levels below it at most, and what the name of its file ends in. Held for every
 * article, and read again page by page when locations change.
 */
export class ArticlePlaces {
  readonly #rows: Statement<PageRow>;
  readonly #sources: Statement<{ path: string }>;
  readonly #stale = new Set<number>();
  #pages = 0;
  /** Paths of the sources, the longest first. */
  #roots: readonly string[] = [];
  #folders = new PlaceColumn();
  readonly #endings = new PlaceColumn();

  constructor(db: Database) {
    this.#rows = db.prepare(
      `SELECT group_concat(article * 2 + missing) AS ids, json_group_array(path) AS paths
       FROM (SELECT article, path, missing FROM locations INDEXED BY locations_by_article
             WHERE article BETWEEN ? AND ? ORDER BY article, missing, path)`,
    );
    this.#sources = db.prepare('SELECT path FROM sources ORDER BY length(path) DESC');
  }

  get folders(): PlaceColumn {
    while (this.step());
    return this.#folders;
  }

  get endings(): PlaceColumn {
    while (this.step());
    return this.#endings;
  }

  /** Locations of articles in these pages may be others now. */
  change(pages: readonly number[]): void {
    for (const page of pages) {
      this.#stale.add(page);
      this.#pages = Math.max(this.#pages, page + 1);
    }
  }

  /** Reads one page that changed; false when there is none. */
  step(): boolean {
    if (this.#stale.size > 0) this.#readSources();
    const [page] = this.#stale;
    if (page === undefined) return false;
    this.#stale.delete(page);
    this.#readPage(page);
    return true;
  }

  /** Where sources begin says what their folders are. */
  #readSources(): void {
    const before = this.#roots;
    const roots = this.#sources.all().map(({ path }) => (path.endsWith(sep) ? path.slice(0, -1) : path));
    if (roots.join('\0') === before.join('\0')) return;
    this.#roots = roots;
    const added = roots.filter((root) => !before.includes(root));
    // A source beside the others, or around them, moves no folder of theirs.
    const stay =
      before.every((root) => roots.includes(root)) &&
      !added.some((root) => before.some((outer) => root.startsWith(outer + sep)));
    if (stay) return;
    this.#folders = new PlaceColumn();
    for (let page = 0; page < this.#pages; page += 1) this.#stale.add(page);
  }

  #readPage(page: number): void {
    const first = page * pageArticles;
    const end = first + pageArticles;
    this.#folders.clear(first, end);
    this.#endings.clear(first, end);
    const { ids, paths } = this.#rows.get(first, end - 1) ?? { ids: null, paths: '[]' };
    const marked = parseNumbers(ids ?? '');
    let before = { article: -1, missing: 0 };
    let [parent, folder] = ['', 0];
    for (const [nth, path] of (JSON.parse(paths) as string[]).entries()) {
      const value = marked[nth] as number;
      const [article, missing] = [Math.floor(value / 2), value % 2];
      const isAnother = before.article !== article;
      // A file that is gone says nothing where another is there.
      if (!isAnother && before.missing < missing) continue;
      const inner = path.slice(0, path.lastIndexOf(sep) + 1);
      // Most files lie beside the one before.
      if (inner !== parent) [parent, folder] = [inner, this.#folderOf(path)];
      const ending = this.#endings.numberOf(endingOf(path));
      if (isAnother) {
        this.#folders.set(article, folder);
        this.#endings.set(article, ending);
        before = { article, missing };
      } else {
        this.#folders.add(article, folder);
        this.#endings.add(article, ending);
      }
    }
  }

  /** The number of the folder of a file; 0 for one that lies in its source itself. */
  #folderOf(path: string): number {
    const root = this.#roots.find((candidate) => path.startsWith(candidate + sep));
    if (root === undefined) return 0;
    const outer = path.indexOf(sep, root.length + 1);
    if (outer < 0) return 0;
    const inner = path.indexOf(sep, outer + 1);
    const parent = path.slice(0, outer);
    return inner < 0 ? this.#folders.numberOf(parent) : this.#folders.numberOf(path.slice(0, inner), parent);
  }
}

/** What a file's name ends in, in small letters; empty where that is no ending. */
function endingOf(path: string): string {
  const dot = path.lastIndexOf('.');
  const ending = path.slice(dot + 1);
  return dot > 0 && /^[\p{L}\p{N}]{1,8}$/u.test(ending) ? ending.toLowerCase() : '';
}
