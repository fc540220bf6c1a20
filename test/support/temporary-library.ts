import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { ImportProgress } from '../../electron/contract/archive-api.ts';
import { articleId, type ArticleId } from '../../electron/contract/ids.ts';
import { crashJournalPath } from '../../electron/engine/ingest/files/crash-journal.ts';
import { readableFormats as formats } from '../../electron/engine/ingest/formats/readable-formats.ts';
import { ingestHere, type IngestPool } from '../../electron/engine/ingest/ingest-pool.ts';
import { LibraryReader } from '../../electron/engine/library/library-reader.ts';
import { libraryPaths } from '../../electron/engine/library/files/library-paths.ts';
import { libraryIdOf } from '../../electron/engine/library/schema/library-id.ts';
import { openLunrIndex } from '../../electron/engine/library/opening/open-lunr-index.ts';
import { TextReader } from '../../electron/engine/library/texts/text-reader.ts';
import { openDatabase, type Database } from '../../electron/engine/sqlite.ts';
import { backupThreads } from '../../electron/engine/threads/backup-worker.ts';
import { openWriter, type WriterOptions } from '../../electron/engine/threads/writer.ts';

import { threadsUrl } from './bundles.ts';

type Writer = Awaited<ReturnType<typeof openWriter>>;

/** What a test sees of one article. */
export type SeenArticle = Readonly<{
  paths: readonly string[];
  text: string;
  tags: readonly string[];
  notes: readonly string[];
  /** Absent where there are none, as states are. */
  highlights?: readonly string[];
  states?: readonly string[];
  missing: boolean;
}>;

/**
 * A library and a folder of articles, both gone after the test; files are read on the test's own thread, and backups
 * and tidying begin at once.
 */
export class TemporaryLibrary {
  readonly root: string;
  readonly dir: string;
  readonly folder: string;
  readonly events: { name: string; payload: unknown }[] = [];
  nowMs = Date.UTC(2021, 6, 26);
  #modified = Date.UTC(2021, 0, 1) / 1000;
  #writer: Writer | null = null;

  /** In a new folder when none is given, and otherwise in one that may hold a library, and articles, already. */
  constructor(root?: string) {
    this.root = root ?? mkdtempSync(join(tmpdir(), 'microfiche-test-'));
    this.dir = join(this.root, 'library');
    this.folder = join(this.root, 'articles');
    if (root === undefined) mkdirSync(this.folder);
  }

  path(name: string): string {
    return join(this.folder, name);
  }

  /** Every writing gets a later time, as on a real disk. */
  write(name: string, content: string | Uint8Array): string {
    const path = this.path(name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, content);
    this.#modified += 60;
    utimesSync(path, this.#modified, this.#modified);
    return path;
  }

  remove(name: string): void {
    rmSync(this.path(name), { recursive: true });
  }

  /** What it is opened with, unless a test says otherwise. */
  get options(): WriterOptions {
    return {
      libraryDir: this.dir,
      openIndex: openLunrIndex,
      openPool: (): IngestPool => ingestHere({ formats, maxFileBytes: 1_000_000, today: '2021-07-26' }),
      nowMs: () => this.nowMs,
      startBackup: backupThreads(new URL('backup-thread.js', threadsUrl)),
      backUpAfterMs: 0,
      backUpAgainMs: 3_600_000,
      tidyAfterMs: 0,
      lookEveryMs: 60_000,
      tell: (name, payload) => this.events.push({ name, payload }),
    };
  }

  async open(options: Partial<WriterOptions> = {}): Promise<Writer> {
    this.#writer = await openWriter({ ...this.options, ...options });
    return this.#writer;
  }

  get writer(): Writer {
    if (this.#writer === null) throw new Error('the library is not open');
    return this.#writer;
  }

  /** Adds the folder, or scans it again. */
  async import(paths: readonly string[] = [this.folder]): Promise<ImportProgress> {
    await this.writer.addSources({ paths });
    return await this.writer.importFinished({});
  }

  read<Value>(look: (reader: LibraryReader, texts: TextReader, library: Database) => Value): Value {
    const paths = libraryPaths(this.dir);
    const library = openDatabase(paths.library, { readOnly: true });
    const text = openDatabase(paths.text, { readOnly: true });
    try {
      return look(new LibraryReader(library), new TextReader(text), library);
    } finally {
      library.close();
      text.close();
    }
  }

  libraryId(): number {
    return this.read((_reader, _texts, library) => libraryIdOf(library) ?? 0);
  }

  /** Ids of the articles that the index can find. */
  indexed(): number[] {
    const { index, close } = openLunrIndex(libraryPaths(this.dir).index, this.libraryId());
    try {
      return [...index.articles()].sort((a, b) => a - b);
    } finally {
      close();
    }
  }

  ids(): ArticleId[] {
    return this.read((reader) => [...reader.articleIds()].map(articleId));
  }

  idAt(name: string): ArticleId {
    const path = this.path(name);
    const id = this.ids().find((candidate) =>
      this.read((reader) => reader.locations(candidate)).some((location) => location.path === path),
    );
    if (id === undefined) throw new Error(`no article at ${path}`);
    return id;
  }

  /** Everything, by article id. */
  contents(): Record<number, SeenArticle> {
    return this.read((reader, texts) => {
      const seen: Record<number, SeenArticle> = {};
      for (const value of reader.articleIds()) {
        const id = articleId(value);
        const card = reader.cards([id]).get(id);
        const states = card?.states ?? [];
        const highlights = reader.annotations.highlights(id).map(({ exact, note }) => `${exact} (${note})`);
        seen[id] = {
          paths: reader.locations(id).map(({ path, missing }) => {
            const name = path.startsWith(this.folder) ? path.slice(this.folder.length + 1) : path;
            return missing ? `(${name})` : name;
          }),
          text: texts.read([id]).get(id)?.text ?? '',
          tags: card?.tags ?? [],
          notes: reader.notes(id).map(({ text }) => text),
          ...(highlights.length === 0 ? {} : { highlights }),
          ...(states.length === 0 ? {} : { states }),
          missing: card?.missing ?? false,
        };
      }
      return seen;
    });
  }

  failures(): Record<string, string> {
    const { failures } = this.read((reader) => reader.failures(0, 100));
    return Object.fromEntries(failures.map(({ path, code }) => [path.slice(this.folder.length + 1), code]));
  }

  /** What a worker leaves after when the process ends while it reads a file. */
  leaveCrashJournal(name: string, place: number | null = null): void {
    const record = place === null ? '' : `#${place}\0`;
    writeFileSync(crashJournalPath(this.dir, 0), `${this.path(name)}\0${record}left over`);
  }

  /** Damages a database of the closed library. */
  overwrite(name: 'library' | 'text' | 'index'): void {
    writeFileSync(libraryPaths(this.dir)[name], 'this is not a database '.repeat(500));
  }

  /** Runs SQL on a database of the closed library. */
  change(name: 'library' | 'text' | 'index', sql: string): void {
    const db = openDatabase(libraryPaths(this.dir)[name], { readOnly: false });
    db.exec(sql);
    db.close();
  }

  async tag(name: string, ...tags: string[]): Promise<void> {
    await this.writer.setTags({ ids: Uint32Array.of(this.idAt(name)), add: tags, remove: [] });
  }

  async close(): Promise<void> {
    await this.#writer?.close({});
    this.#writer = null;
  }

  async dispose(): Promise<void> {
    await this.close();
    rmSync(this.root, { recursive: true, force: true });
  }
}
