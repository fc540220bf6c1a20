import type { ArticleFields, TextRange } from './article.ts';
import type { ArticleId, FailureId, NoteId, ResultSetId, SourceId, TagId } from './ids.ts';
import type { Arrivals, Facets, Hit, RowsRequest, SearchPage, SearchRequest, Selection } from './search.ts';

export type LibraryStatus = Readonly<{
  libraryDir: string;
  /** Another process holds the library; reading works, writing fails with `library-busy`. */
  readOnly: boolean;
  articles: number;
  /** Sentences for the person, for example that the index was rebuilt. */
  notices: readonly string[];
  import: ImportProgress;
}>;

export type Source = Readonly<{
  id: SourceId;
  /** Absolute path of the folder or file. */
  path: string;
  articles: number;
  missing: number;
  failed: number;
  /** Milliseconds since 1970, null before the first whole scan. */
  scannedAtMs: number | null;
  /** The folder can't be reached now (a drive that is away); its articles stay readable. */
  away: boolean;
}>;

export type ImportState = 'idle' | 'scanning' | 'importing' | 'paused' | 'rebuilding';

/** Counts are of the running import, or of the last one when `state` is `idle`. */
export type ImportProgress = Readonly<{
  state: ImportState;
  /** Files found so far; final once `scanning` is over. */
  seen: number;
  done: number;
  failed: number;
  added: number;
  updated: number;
  unchanged: number;
  missing: number;
  duplicates: number;
  /** Files a second, over the last seconds. */
  rate: number;
  /** Null while it can't be told. */
  remainingMs: number | null;
  elapsedMs: number;
  /** A few words on what is being read now: a path, or null. */
  current: string | null;
}>;

/** Before the first import of a library. */
export const noImport: ImportProgress = {
  state: 'idle',
  seen: 0,
  done: 0,
  failed: 0,
  added: 0,
  updated: 0,
  unchanged: 0,
  missing: 0,
  duplicates: 0,
  rate: 0,
  remainingMs: null,
  elapsedMs: 0,
  current: null,
};

export type FailureCodeOfFile =
  | 'unreadable'
  | 'empty'
  | 'binary'
  | 'too-large'
  | 'undecodable'
  | 'link-loop'
  | 'vanished'
  | 'crashed'
  | 'timed-out'
  | 'unsupported';

export type FileFailure = Readonly<{
  id: FailureId;
  path: string;
  code: FailureCodeOfFile;
  reason: string;
  atMs: number;
}>;

export type Tag = Readonly<{ id: TagId; name: string; colour: TagColour; articles: number }>;

/** Names in the tested palette of the window, which has a value of each for every theme. */
export const tagColours = ['slate', 'red', 'amber', 'olive', 'green', 'teal', 'blue', 'violet'] as const;
export type TagColour = (typeof tagColours)[number];

/** The name of the tag that the star key sets. */
export const starTag = 'Starred';

export type Note = Readonly<{
  id: NoteId;
  article: ArticleId;
  text: string;
  createdAtMs: number;
  changedAtMs: number;
}>;

export type Location = Readonly<{ source: SourceId; path: string; record: string | null; missing: boolean }>;

export type ArticleView = Readonly<{
  id: ArticleId;
  fields: ArticleFields;
  tags: readonly string[];
  notes: readonly Note[];
  locations: readonly Location[];
  missing: boolean;
  encoding: string;
  /** SHA-256 of the file's bytes, hexadecimal. */
  sha256: string;
  /** What the query of the result set hits, in reading order; ranges within each text. */
  marks: Readonly<{
    headline: readonly TextRange[];
    standfirst: readonly TextRange[];
    body: readonly (readonly TextRange[])[];
    captions: readonly (readonly TextRange[])[];
    furniture: readonly (readonly TextRange[])[];
  }>;
  /** Articles of the archive whose headline stands beside "Previous Article" and "Next Article". */
  neighbours: Readonly<{ previous: ArticleId | null; next: ArticleId | null }>;
}>;

export type OriginalText = Readonly<{ text: string; encoding: string; path: string }>;

/** What an act on tags did, for the line that offers to undo it. */
export type TagAct = Readonly<{ changed: number; label: string }>;

export type UndoState = Readonly<{ undo: string | null; redo: string | null }>;

export type LibraryStats = Readonly<{
  articles: number;
  words: number;
  sources: number;
  languages: readonly Readonly<{ language: string; articles: number }>[];
  fields: readonly Readonly<{ name: string; boost: number }>[];
  segments: number;
  indexBytes: number;
  textBytes: number;
  failed: number;
}>;

export type CheckReport = Readonly<{ ok: boolean; problems: readonly string[] }>;

/** What happens in the archive without being asked for. */
export type ArchiveEvents = Readonly<{
  importProgressed: ImportProgress;
  /** Articles were committed: `articles` in all, and how many came or changed since the library was opened. */
  articlesChanged: Readonly<{ articles: number; arrivals: number }>;
  tagsChanged: Readonly<Record<string, never>>;
  sourcesChanged: Readonly<Record<string, never>>;
  noticed: Readonly<{ message: string }>;
}>;

/** Everything that the window and the command line can ask of an archive. */
export interface ArchiveApi {
  status(request: Readonly<Record<string, never>>): Promise<LibraryStatus>;
  stats(request: Readonly<Record<string, never>>): Promise<LibraryStats>;
  check(request: Readonly<{ repair: boolean }>): Promise<CheckReport>;
  /** Merges the index into one segment; searching and writing go on meanwhile. Settles when it is done. */
  optimize(request: Readonly<Record<string, never>>): Promise<void>;

  search(request: SearchRequest): Promise<SearchPage>;
  /** Rows of an answer, 200 at most; fails with `result-set-gone` after the engine restarted. */
  rows(request: RowsRequest): Promise<readonly Hit[]>;
  /** What the query of a result set would answer now and did not then. */
  arrivals(request: Readonly<{ resultSet: ResultSetId }>): Promise<Arrivals>;
  /** What the articles of an answer have in common now; the answer itself stays as it was found. */
  facets(request: Readonly<{ resultSet: ResultSetId }>): Promise<Facets>;
  /** With a result set, hits of its query are marked. */
  article(request: Readonly<{ id: ArticleId; resultSet: ResultSetId | null }>): Promise<ArticleView>;
  original(request: Readonly<{ id: ArticleId }>): Promise<OriginalText>;

  listSources(request: Readonly<Record<string, never>>): Promise<readonly Source[]>;
  /** Adds folders or files (absolute paths) and starts importing them; a path inside a source is re-scanned. */
  addSources(request: Readonly<{ paths: readonly string[] }>): Promise<readonly Source[]>;
  /** Scans again; all sources when none is named. */
  rescan(request: Readonly<{ sources: readonly SourceId[] }>): Promise<void>;
  /** Forgets a source: its articles, tags and notes are removed unless another source holds the article. */
  removeSource(request: Readonly<{ source: SourceId }>): Promise<Readonly<{ removed: number }>>;
  /** What `removeSource` would take away, to be said before it is done. */
  weighSource(
    request: Readonly<{ source: SourceId }>,
  ): Promise<Readonly<{ articles: number; tagged: number; noted: number }>>;
  /** Removes articles for good, with their text, tags and notes. */
  removeArticles(request: Readonly<{ selection: Selection }>): Promise<Readonly<{ removed: number }>>;
  pauseImport(request: Readonly<Record<string, never>>): Promise<void>;
  resumeImport(request: Readonly<Record<string, never>>): Promise<void>;
  cancelImport(request: Readonly<Record<string, never>>): Promise<void>;
  /** Settles when no import runs any more and the index has caught up with the library; the final counts. */
  importFinished(request: Readonly<Record<string, never>>): Promise<ImportProgress>;
  listFailures(
    request: Readonly<{ offset: number; limit: number }>,
  ): Promise<Readonly<{ total: number; failures: readonly FileFailure[] }>>;
  /** Reads failed files again; all of them when none is named. */
  retryFailures(request: Readonly<{ failures: readonly FailureId[] }>): Promise<void>;

  listTags(request: Readonly<Record<string, never>>): Promise<readonly Tag[]>;
  createTag(request: Readonly<{ name: string; colour: TagColour | null }>): Promise<Tag>;
  /** Fails with `name-taken` when another tag has the name: merge is its own act. */
  renameTag(request: Readonly<{ tag: TagId; name: string }>): Promise<TagAct>;
  recolourTag(request: Readonly<{ tag: TagId; colour: TagColour }>): Promise<TagAct>;
  mergeTags(request: Readonly<{ tags: readonly TagId[]; into: TagId }>): Promise<TagAct>;
  deleteTag(request: Readonly<{ tag: TagId }>): Promise<TagAct>;
  /** Adds and removes tags by name, making those that do not exist; `changed` counts articles. */
  setTags(
    request: Readonly<{ selection: Selection; add: readonly string[]; remove: readonly string[] }>,
  ): Promise<TagAct>;
  /** Tags of a selection, with how many of its articles carry each. */
  tagsOf(
    request: Readonly<{ selection: Selection }>,
  ): Promise<Readonly<{ articles: number; tags: readonly Readonly<{ name: string; articles: number }>[] }>>;
  undoState(request: Readonly<Record<string, never>>): Promise<UndoState>;
  /** Takes back the newest act on tags; null when there is none. */
  undo(request: Readonly<Record<string, never>>): Promise<TagAct | null>;
  redo(request: Readonly<Record<string, never>>): Promise<TagAct | null>;

  addNote(request: Readonly<{ article: ArticleId; text: string }>): Promise<Note>;
  editNote(request: Readonly<{ note: NoteId; text: string }>): Promise<Note>;
  deleteNote(request: Readonly<{ note: NoteId }>): Promise<void>;

  /** Whole records, a JSON document a line; asked for piece by piece so that none is ever large. */
  exportRecords(
    request: Readonly<{ selection: Selection; offset: number; limit: number }>,
  ): Promise<readonly string[]>;
}

/** Every method of `ArchiveApi`; the compiler refuses a name that is missing here. */
export const archiveMethods = {
  status: true,
  stats: true,
  check: true,
  optimize: true,
  search: true,
  rows: true,
  arrivals: true,
  facets: true,
  article: true,
  original: true,
  listSources: true,
  addSources: true,
  rescan: true,
  removeSource: true,
  weighSource: true,
  removeArticles: true,
  pauseImport: true,
  resumeImport: true,
  cancelImport: true,
  importFinished: true,
  listFailures: true,
  retryFailures: true,
  listTags: true,
  createTag: true,
  renameTag: true,
  recolourTag: true,
  mergeTags: true,
  deleteTag: true,
  setTags: true,
  tagsOf: true,
  undoState: true,
  undo: true,
  redo: true,
  addNote: true,
  editNote: true,
  deleteNote: true,
  exportRecords: true,
} as const satisfies Record<keyof ArchiveApi, true>;

export const archiveEvents = {
  importProgressed: true,
  articlesChanged: true,
  tagsChanged: true,
  sourcesChanged: true,
  noticed: true,
} as const satisfies Record<keyof ArchiveEvents, true>;
