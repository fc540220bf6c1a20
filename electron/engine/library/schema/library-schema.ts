import { libraryVersion3 } from './library-version-3.ts';
import { libraryVersion5 } from './library-version-5.ts';
import { libraryVersion6 } from './library-version-6.ts';
import { libraryVersion7 } from './library-version-7.ts';
import { libraryVersion8 } from './library-version-8.ts';
import { libraryVersion9 } from './library-version-9.ts';
import { libraryVersion10 } from './library-version-10.ts';
import { libraryVersion11 } from './library-version-11.ts';
import { libraryVersion12 } from './library-version-12.ts';
import { libraryVersion13 } from './library-version-13.ts';
import type { Migration } from './migrate.ts';

/** Layout of `library.sqlite`: what people did, and which article is where. */
export const libraryMigrations: readonly Migration[] = [
  {
    version: 1,
    sql: `
      CREATE TABLE meta (key TEXT PRIMARY KEY, value INTEGER NOT NULL) WITHOUT ROWID;
      INSERT INTO meta VALUES ('change', 0), ('nextArticle', 1), ('backedUpAtMs', 0);

      CREATE TABLE sources (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        path TEXT NOT NULL UNIQUE,
        added_at_ms REAL NOT NULL,
        scanned_at_ms REAL,
        away INTEGER NOT NULL DEFAULT 0
      );

      CREATE TABLE articles (
        id INTEGER PRIMARY KEY,
        sha256 BLOB NOT NULL,
        encoding TEXT NOT NULL,
        change INTEGER NOT NULL,
        missing INTEGER NOT NULL DEFAULT 0
      );
      CREATE INDEX articles_by_sha256 ON articles (sha256);
      CREATE INDEX articles_by_change ON articles (change);
      CREATE INDEX articles_missing ON articles (id) WHERE missing = 1;

      CREATE TABLE locations (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        source INTEGER NOT NULL REFERENCES sources (id) ON DELETE CASCADE,
        path TEXT NOT NULL,
        record TEXT NOT NULL DEFAULT '',
        article INTEGER NOT NULL REFERENCES articles (id) ON DELETE CASCADE,
        sha256 BLOB NOT NULL,
        size INTEGER NOT NULL,
        modified_ms REAL NOT NULL,
        missing INTEGER NOT NULL DEFAULT 0,
        UNIQUE (path, record)
      );
      CREATE INDEX locations_by_article ON locations (article, missing, path);
      CREATE INDEX locations_by_source ON locations (source, article, missing);

      CREATE TABLE removals (article INTEGER PRIMARY KEY, change INTEGER NOT NULL);

      CREATE TABLE failures (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        source INTEGER NOT NULL REFERENCES sources (id) ON DELETE CASCADE,
        path TEXT NOT NULL UNIQUE,
        code TEXT NOT NULL,
        reason TEXT NOT NULL,
        at_ms REAL NOT NULL,
        size INTEGER NOT NULL,
        modified_ms REAL NOT NULL
      );
      CREATE INDEX failures_by_source ON failures (source);
      CREATE TABLE crashes (path TEXT PRIMARY KEY, times INTEGER NOT NULL) WITHOUT ROWID;

      CREATE TABLE tags (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        name TEXT NOT NULL,
        folded TEXT NOT NULL UNIQUE,
        colour TEXT NOT NULL
      );
      CREATE TABLE article_tags (
        tag INTEGER NOT NULL REFERENCES tags (id) ON DELETE CASCADE,
        article INTEGER NOT NULL REFERENCES articles (id) ON DELETE CASCADE,
        PRIMARY KEY (tag, article)
      ) WITHOUT ROWID;
      CREATE INDEX article_tags_by_article ON article_tags (article);
      CREATE TABLE tag_acts (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        label TEXT NOT NULL,
        changed INTEGER NOT NULL,
        undone INTEGER NOT NULL DEFAULT 0
      );
      CREATE TABLE tag_steps (
        act INTEGER NOT NULL REFERENCES tag_acts (id) ON DELETE CASCADE,
        number INTEGER NOT NULL,
        step TEXT NOT NULL,
        articles BLOB,
        PRIMARY KEY (act, number)
      ) WITHOUT ROWID;

      CREATE TABLE notes (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        article INTEGER NOT NULL REFERENCES articles (id) ON DELETE CASCADE,
        text TEXT NOT NULL,
        created_at_ms REAL NOT NULL,
        changed_at_ms REAL NOT NULL
      );
      CREATE INDEX notes_by_article ON notes (article);
    `,
  },
  {
    // What a search asks of the rows for every article at once, made ready: see `ArticleSetPages`.
    version: 2,
    sql: `
      INSERT INTO meta SELECT 'articles', count(*) FROM articles;
      INSERT INTO meta VALUES ('tagActs', 0);

      CREATE TABLE source_pages (page INTEGER PRIMARY KEY, revision INTEGER NOT NULL, members BLOB NOT NULL);
      CREATE INDEX source_pages_by_revision ON source_pages (revision);
      CREATE TABLE tag_pages (page INTEGER PRIMARY KEY, revision INTEGER NOT NULL, members BLOB NOT NULL);
      CREATE INDEX tag_pages_by_revision ON tag_pages (revision);

      ALTER TABLE tag_acts ADD COLUMN bytes INTEGER NOT NULL DEFAULT 0;
      UPDATE tag_acts SET bytes =
        (SELECT ifnull(sum(length(step) + ifnull(length(articles), 0)), 0) FROM tag_steps WHERE act = tag_acts.id);
    `,
  },
  // Which also fills the pages of version 2, in a layout of its own.
  libraryVersion3,
  {
    // Files that the last whole scan of a source met and did not read, by kind.
    version: 4,
    sql: `
      CREATE TABLE skipped_files (
        source INTEGER NOT NULL REFERENCES sources (id) ON DELETE CASCADE,
        kind TEXT NOT NULL,
        files INTEGER NOT NULL,
        PRIMARY KEY (source, kind)
      ) WITHOUT ROWID;
    `,
  },
  libraryVersion5,
  libraryVersion6,
  libraryVersion7,
  libraryVersion8,
  libraryVersion9,
  libraryVersion10,
  libraryVersion11,
  libraryVersion12,
  libraryVersion13,
];
