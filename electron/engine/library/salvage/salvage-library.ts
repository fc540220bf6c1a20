import { sentence, type Sentence } from '../../../words/sentence.ts';
import { createHash } from 'node:crypto';
import { dirname } from 'node:path';
import type { Database } from '../../sqlite.ts';
import { checksumOfNote, checksumOfStep, checksumOfTag } from '../checksums.ts';
import { putSearch } from '../searches/search-shelf.ts';
import { mendSets } from '../article-sets/sets-problems.ts';
import { newLibraryId, setLibraryId } from '../schema/library-id.ts';
import { chosenIn } from '../sources/chosen-columns.ts';
import { isUnder } from '../sources/source-paths.ts';
import { forgetActs } from '../tags/forget-acts.ts';
import { foldTagName } from '../tags/tag-name.ts';
import { carriedTags } from './carried-tags.ts';
import { fillAnnotations } from './fill-annotations.ts';
import type { LibraryRows } from './library-rows.ts';

/** What is known of a damaged library. */
export type DamagedSource = Readonly<{
  rows: LibraryRows;
  /** Null for a file that SQLite can't open. */
  database: Database | null;
  /** What the texts say: whose they are, up to which commit, and of which articles. */
  texts: Readonly<{ libraryId: number | null; change: number; articles: readonly number[] }>;
}>;

/** How much there is of each, and what had to be made up. */
export type Salvaged = Readonly<{
  sources: number;
  articles: number;
  tags: number;
  notes: number;
  acts: number;
  /** Sentences about what could not be read. */
  lost: readonly Sentence[];
}>;

/** Fills an empty library with what can be read of a damaged one. Belongs into a transaction. */
export function salvageLibrary(db: Database, source: DamagedSource, nowMs: number): Salvaged {
  return new LibraryFiller(db, source, nowMs).fill();
}

class LibraryFiller {
  readonly #db: Database;
  readonly #rows: LibraryRows;
  readonly #source: DamagedSource;
  readonly #nowMs: number;
  readonly #articles = new Map<number, Uint8Array>();
  readonly #sources = new Map<number, string>();
  readonly #lost: Sentence[] = [];

  constructor(db: Database, source: DamagedSource, nowMs: number) {
    this.#db = db;
    this.#rows = source.rows;
    this.#source = source;
    this.#nowMs = nowMs;
  }

  fill(): Salvaged {
    this.#fillSources();
    this.#fillEncodings();
    this.#fillHiddenLines();
    this.#fillColumns();
    this.#fillArticles();
    this.#fillCorrections();
    this.#fillLocations();
    const tags = this.#fillTags();
    const notes = this.#fillNotes();
    fillAnnotations(this.#db, this.#rows);
    const acts = this.#fillActs();
    for (const search of this.#rows.searches.values()) putSearch(this.#db, search);
    this.#fillMeta();
    mendSets(this.#db);
    return {
      sources: this.#sources.size,
      articles: this.#articles.size,
      tags,
      notes,
      acts,
      lost: this.#lost,
    };
  }

  /** Of a source whose own row is lost, the folder that all its files are in. */
  #fillSources(): void {
    const add = this.#db.prepare(
      'INSERT OR IGNORE INTO sources (id, path, added_at_ms, scanned_at_ms) VALUES (?, ?, ?, ?)',
    );
    const put = (id: number, path: string, addedAtMs: number, scannedAtMs: number | null): void => {
      if (Number(add.run(id, path, addedAtMs, scannedAtMs).changes) > 0) this.#sources.set(id, path);
    };
    for (const { id, path, addedAtMs, scannedAtMs } of this.#rows.sources.values())
      put(id, path, addedAtMs, scannedAtMs);
    const folders = new Map<number, string>();
    for (const { source, path } of this.#rows.locations.values()) {
      if (this.#sources.has(source)) continue;
      const known = folders.get(source);
      folders.set(source, known === undefined ? dirname(path) : commonFolder(known, path));
    }
    for (const [id, path] of folders) {
      put(id, path, this.#nowMs, null);
      this.#lost.push(sentence('lost.source-path', { path }));
    }
  }

  /** Of a source whose id is lost nothing can be hidden. */
  #fillHiddenLines(): void {
    const put = this.#db.prepare('INSERT OR IGNORE INTO hidden_lines (source, line) VALUES (?, ?)');
    for (const [source, lines] of this.#rows.hiddenLines)
      if (this.#sources.has(source)) for (const line of lines) put.run(source, line);
  }

  /** Of those that are damaged nothing is left: columns would be read as nobody chose. */
  #fillColumns(): void {
    const put = this.#db.prepare(
      'INSERT OR IGNORE INTO chosen_columns (source, columns, roles) VALUES (?, ?, ?)',
    );
    for (const { source, columns, roles } of this.#rows.columns)
      if (this.#sources.has(source) && chosenIn(columns, roles) !== null) put.run(source, columns, roles);
  }

  #fillEncodings(): void {
    const put = this.#db.prepare('INSERT INTO encodings (path, encoding) VALUES (?, ?)');
    for (const [path, encoding] of this.#rows.encodings) put.run(path, encoding);
  }

  #fillArticles(): void {
    const { articles, hashes, locations, notes, highlights } = this.#rows;
    const bySha256 = new Map(hashes);
    for (const { article, sha256 } of locations.values()) bySha256.set(article, sha256);
    const ids = new Set([...articles.keys(), ...bySha256.keys(), ...this.#source.texts.articles]);
    for (const { article } of notes.values()) ids.add(article);
    for (const { article } of highlights.values()) ids.add(article);
    const put = this.#db.prepare(
      'INSERT INTO articles (id, sha256, encoding, change, missing) VALUES (?, ?, ?, ?, 1)',
    );
    let unknown = 0;
    for (const id of [...ids].sort((a, b) => a - b)) {
      const row = articles.get(id);
      const sha256 = row?.sha256 ?? bySha256.get(id) ?? madeUpHash(id);
      if (row === undefined && !bySha256.has(id)) unknown += 1;
      put.run(id, sha256, row?.encoding ?? 'utf-8', row?.change ?? this.#source.texts.change);
      this.#articles.set(id, sha256);
    }
    if (unknown > 0) this.#lost.push(sentence('lost.files-of-articles', { count: unknown }));
  }

  #fillCorrections(): void {
    const put = this.#db.prepare(
      `INSERT INTO corrections (article, field, value, was, change, at_ms, crc)
       SELECT ?1, ?2, ?3, ?4, ?5, ?6, ?7 WHERE EXISTS (SELECT 1 FROM articles WHERE id = ?1)`,
    );
    for (const { article, field, value, was, change, atMs, crc } of this.#rows.corrections.values())
      put.run(article, field, value, was, change, atMs, crc);
  }

  #fillLocations(): void {
    const put = this.#db.prepare(
      `INSERT OR IGNORE INTO locations (id, source, path, record, article, sha256, size, modified_ms, missing, format)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    );
    const present = this.#db.prepare('UPDATE articles SET missing = 0 WHERE id = ?');
    for (const row of this.#rows.locations.values()) {
      const { id, source, path, record, article, sha256, size, modifiedMs, missing, format } = row;
      if (!this.#sources.has(source)) continue;
      put.run(id, source, path, record, article, sha256, size, modifiedMs, missing, format);
      if (missing === 0) present.run(article);
    }
    // As if the file had never been looked at: the next scan reads it.
    for (const { id, article, missing, path } of this.#rows.places.values()) {
      const source = this.#sourceOf(path);
      const sha256 = this.#articles.get(article);
      if (this.#rows.locations.has(id) || source === null || sha256 === undefined) continue;
      put.run(id, source, path, '', article, sha256, -1, -1, missing, '');
      if (missing === 0) present.run(article);
    }
  }

  #sourceOf(path: string): number | null {
    const holding = [...this.#sources].filter(([, root]) => isUnder(path, root));
    return holding.sort(([, a], [, b]) => b.length - a.length)[0]?.[0] ?? null;
  }

  #fillTags(): number {
    const { tags, tagPages } = this.#rows;
    const carriers = carriedTags(this.#source.database, tagPages, tags.keys(), this.#articles.keys());
    const names = new Map(this.#namesInHistory());
    const ids = new Set([...tags.keys(), ...carriers.keys()]);
    const put = this.#db.prepare(
      'INSERT OR IGNORE INTO tags (id, name, folded, colour, crc) VALUES (?, ?, ?, ?, ?)',
    );
    const carry = this.#db.prepare('INSERT OR IGNORE INTO article_tags (tag, article) VALUES (?, ?)');
    let made = 0;
    for (const id of ids) {
      const row = tags.get(id);
      const tag = row ?? {
        id,
        name: names.get(id) ?? `Tag ${id}, whose name is lost`,
        colour: 'slate',
        crc: null,
      };
      if (row === undefined) this.#lost.push(sentence('lost.tag-name', { name: tag.name }));
      const { changes } = put.run(
        id,
        tag.name,
        foldTagName(tag.name),
        tag.colour,
        tag.crc ?? checksumOfTag(tag),
      );
      if (Number(changes) === 0) {
        this.#lost.push(sentence('lost.tag', { name: tag.name }));
        continue;
      }
      made += 1;
      for (const article of carriers.get(id) ?? []) if (this.#articles.has(article)) carry.run(id, article);
    }
    return made;
  }

  /** Names of tags that acts gave them, by id, the newest last. */
  #namesInHistory(): [number, string][] {
    const steps = [...this.#rows.steps.values()].sort((a, b) => a.act - b.act || a.number - b.number);
    return steps.flatMap((row): [number, string][] => {
      if (row.crc !== checksumOfStep(row)) return [];
      const { tag, name, to, step } = JSON.parse(row.step) as Readonly<Record<string, unknown>>;
      const given = step === 'rename' ? to : name;
      return typeof tag === 'number' && typeof given === 'string' ? [[tag, given]] : [];
    });
  }

  /** A note that is not as it was written keeps its checksum, so that every check says it. */
  #fillNotes(): number {
    const put = this.#db.prepare(
      'INSERT INTO notes (id, article, text, created_at_ms, changed_at_ms, crc) VALUES (?, ?, ?, ?, ?, ?)',
    );
    for (const note of this.#rows.notes.values()) {
      const { id, article, text, createdAtMs, changedAtMs } = note;
      put.run(id, article, text, createdAtMs, changedAtMs, note.crc ?? checksumOfNote(note));
    }
    return this.#rows.notes.size;
  }

  /** Acts of which every step is there and as it was written. */
  #fillActs(): number {
    const { acts, steps } = this.#rows;
    const putAct = this.#db.prepare(
      'INSERT INTO tag_acts (id, label, changed, undone, bytes) VALUES (?, ?, ?, ?, ?)',
    );
    const putStep = this.#db.prepare(
      'INSERT INTO tag_steps (act, number, step, articles, crc) VALUES (?, ?, ?, ?, ?)',
    );
    for (const { id, label, changed, undone, bytes } of acts.values())
      putAct.run(id, label, changed, undone, bytes);
    const found = new Map<number, number>();
    const broken = new Set<number>();
    for (const row of steps.values()) {
      if (!acts.has(row.act)) continue;
      const crc = checksumOfStep(row);
      if (row.crc !== null && row.crc !== crc) broken.add(row.act);
      found.set(row.act, (found.get(row.act) ?? 0) + row.step.length + (row.articles?.length ?? 0));
      putStep.run(row.act, row.number, row.step, row.articles, crc);
    }
    for (const { id, bytes } of acts.values()) if (found.get(id) !== bytes) broken.add(id);
    forgetActs(this.#db, [...broken]);
    const kept = this.#db.prepare<{ acts: number }>('SELECT count(*) AS acts FROM tag_acts').get()?.acts ?? 0;
    if (kept < acts.size) this.#lost.push(sentence('lost.acts', { count: acts.size - kept }));
    return kept;
  }

  #fillMeta(): void {
    const { meta, sequences } = this.#rows;
    const { texts } = this.#source;
    const put = this.#db.prepare('INSERT OR REPLACE INTO meta VALUES (?, ?)');
    for (const key of ['backedUpAtMs', 'asideNamedMs']) {
      const value = meta.get(key);
      if (value !== undefined) put.run(key, value);
    }
    setLibraryId(this.#db, meta.get('libraryId') ?? texts.libraryId ?? newLibraryId());
    put.run('change', meta.get('change') ?? texts.change);
    const greatest = [...this.#articles.keys()].reduce((most, id) => Math.max(most, id), 0);
    put.run('nextArticle', Math.max(meta.get('nextArticle') ?? 1, greatest + 1));
    put.run('owedSinceMs', Math.floor(this.#nowMs));
    // Ids are never used again.
    const count = this.#db.prepare('UPDATE sqlite_sequence SET seq = max(seq, ?) WHERE name = ?');
    for (const [table, last] of sequences) count.run(last, table);
  }
}

function commonFolder(folder: string, path: string): string {
  let common = folder;
  while (!isUnder(path, common) && dirname(common) !== common) common = dirname(common);
  return common;
}

/** No file has these bytes, and no other article this hash. */
function madeUpHash(id: number): Uint8Array {
  return createHash('sha256').update(`the lost bytes of article ${id}`).digest();
}
