import { sep } from 'node:path';
import type { Database, Statement } from '../../sqlite.ts';
import { pageArticles } from '../article-sets/article-set-page.ts';
import { PlaceColumn } from './place-column.ts';

type LocationRow = Readonly<{ article: number; path: string; missing: number }>;

/**
 * In which folder of its source an article lies, two levels below it at most, and what the name of its file ends in. Held for every
 * article, and read again page by page when locations change.
 */
export class ArticlePlaces {
  readonly #rows: Statement<LocationRow>;
  readonly #sources: Statement<{ path: string }>;
  readonly #stale = new Set<number>();
  #pages = 0;
  /** Paths of the sources, the longest first. */
  #roots: readonly string[] = [];
  #folders = new PlaceColumn();
  readonly #endings = new PlaceColumn();

  constructor(db: Database) {
    this.#rows = db.prepare(
      `SELECT article, path, missing FROM locations INDEXED BY locations_by_article
       WHERE article BETWEEN ? AND ? ORDER BY article, missing, path`,
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
    const roots = this.#sources.all().map(({ path }) => (path.endsWith(sep) ? path.slice(0, -1) : path));
    if (roots.join('\0') === this.#roots.join('\0')) return;
    this.#roots = roots;
    this.#folders = new PlaceColumn();
    for (let page = 0; page < this.#pages; page += 1) this.#stale.add(page);
  }

  #readPage(page: number): void {
    const first = page * pageArticles;
    const end = first + pageArticles;
    this.#folders.clear(first, end);
    this.#endings.clear(first, end);
    let before: LocationRow | null = null;
    for (const row of this.#rows.all(first, end - 1)) {
      const { article, path, missing } = row;
      const isAnother = before?.article !== article;
      // A file that is gone says nothing where another is there.
      if (before !== null && !isAnother && before.missing < missing) continue;
      const folder = this.#folderOf(path);
      const ending = this.#endings.numberOf(endingOf(path));
      if (isAnother) {
        this.#folders.set(article, folder);
        this.#endings.set(article, ending);
        before = row;
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
