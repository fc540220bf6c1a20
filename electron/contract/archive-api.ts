import type { Said } from '../words/sentence.ts';
import type { SuggestingApi } from './suggestions.ts';
import type { DoneAct, UndoApi } from './undo.ts';
import type { FileFailure, FileWarning, SkippedFiles } from './file-reports.ts';
import type { ArticleFields, TextRange } from './article.ts';
import type { ArticleEvidence } from './article-evidence.ts';
import type { ExportApi, ExportProgress } from './export-api.ts';
import type { AnchoredHighlight } from './highlights.ts';
import type { ReadingState, TextAnchor } from './read-states.ts';
import type { AnnotatingApi, AnnotationsApi } from './stating-api.ts';
import type { LibraryStats } from './library-stats.ts';
import type { Note } from './note.ts';
import type { FacetsApi } from './facet-values.ts';
import type { EncodingApi } from './encoding-names.ts';
import type { HidingApi, RecurringLinesApi } from './recurring-lines.ts';
import type { LabelsApi, SourceReportsApi } from './source-reports.ts';
import type { ColumnsApi, TablesApi } from './table-columns.ts';
import type { OriginalsApi } from './originals.ts';
import type { QueryRowsApi } from './query-rows.ts';
import type { ConcordanceApi } from './concordance-api.ts';
import type { CorrectingApi, Correction, CorrectionsApi } from './corrections.ts';
import type { RemovingApi } from './removing.ts';
import type { TrendsApi } from './trends-api.ts';
import type { SavedSearchesApi, SavingApi } from './saved-searches.ts';
import type { ArticleId, FailureId, NoteId, ResultSetId, SourceId, TagId } from './ids.ts';
import type { NewMatches, Hit, RowsRequest, SearchPage, SearchRequest, ArticleSelection } from './search.ts';

export type LibraryStatus = Readonly<{
  libraryDir: string;
  /** Reading works, and writing fails. */
  readOnly: boolean;
  /** Why nothing can be written now, as a sentence; null where it can. */
  readOnlyBecause: Said | null;
  articles: number;
  /** Sentences for the person, for example that the index was rebuilt. */
  notices: readonly Said[];
  /** Those of them that are about damage which was mended when the library was opened. */
  mended: readonly Said[];
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
  /** What a person chose for its files; null where their bytes tell. */
  encoding: string | null;
  /** The folder can't be reached now (a drive that is away); its articles stay readable. */
  away: boolean;
  /** Files of kinds that are not read, as the last whole scan met them; the most frequent first. */
  skipped: readonly SkippedFiles[];
  /** The first hundred files that may not have been read as they are meant; absent for none. */
  warnings?: readonly FileWarning[];
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
  /** Files of kinds that are not read; hidden ones and those of the system are not counted. The most frequent first. */
  skipped: readonly SkippedFiles[];
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
  skipped: [],
  rate: 0,
  remainingMs: null,
  elapsedMs: 0,
  current: null,
};

export type Tag = Readonly<{ id: TagId; name: string; colour: TagColour; articles: number }>;

/** Names in the tested palette of the window, which has a value of each for every theme. */
export const tagColours = ['slate', 'red', 'amber', 'olive', 'green', 'teal', 'blue', 'violet'] as const;
export type TagColour = (typeof tagColours)[number];

/** The name of the tag that the star key sets. */
export const starTag = 'Starred';

export type ArticleLocation = Readonly<{
  source: SourceId;
  path: string;
  record: string | null;
  missing: boolean;
}>;

export type ArticleView = Readonly<{
  id: ArticleId;
  fields: ArticleFields;
  tags: readonly string[];
  /** What its file files it under, in the order of the file. */
  labels: readonly string[];
  notes: readonly Note[];
  highlights: readonly AnchoredHighlight[];
  states: readonly ReadingState[];
  /** Where a person was in it; null at its head, or nowhere yet. */
  place: TextAnchor | null;
  locations: readonly ArticleLocation[];
  /** Where what was read comes from. */
  evidence: ArticleEvidence;
  /** What people corrected of it. */
  corrections: readonly Correction[];
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

/** What leaves the library with some articles: how many have tags or notes; and how many files of theirs stay. */
export type RemovalImpact = Readonly<{ articles: number; tagged: number; noted: number; files: number }>;

export type ChosenEncoding = Readonly<{ path: string; encoding: string }>;

export type CheckReport = Readonly<{ ok: boolean; problems: readonly Said[] }>;

/** What happens in the archive without being asked for. */
export type ArchiveEvents = Readonly<{
  importProgressed: ImportProgress;
  /** Articles were committed: `articles` in all, and how many came or changed since the library was opened. */
  articlesChanged: Readonly<{ articles: number; arrivals: number }>;
  tagsChanged: Readonly<Record<string, never>>;
  /** Fields of articles were corrected, or given back what was read there. */
  correctionsChanged: Readonly<Record<string, never>>;
  sourcesChanged: Readonly<Record<string, never>>;
  /**
   * Passages were highlighted, articles noted or queued (`annotated`); an article was opened and read (`read`); or articles are hidden
   * or found again (`excluded`).
   */
  annotationsChanged: Readonly<{ change: 'annotated' | 'read' | 'excluded' }>;
  /** Searches were saved, renamed, looked at or deleted, or one was made. */
  searchesChanged: Readonly<Record<string, never>>;
  exportProgressed: ExportProgress;
  noticed: Readonly<{ message: Said }>;
}>;

/** What is read of an archive, also while it is changed. */
export interface ReadingApi
  extends
    AnnotationsApi,
    ConcordanceApi,
    CorrectionsApi,
    ExportApi,
    FacetsApi,
    OriginalsApi,
    QueryRowsApi,
    RecurringLinesApi,
    SavedSearchesApi,
    SourceReportsApi,
    SuggestingApi,
    TablesApi,
    TrendsApi {
  search(request: SearchRequest): Promise<SearchPage>;
  /** A query of what an article is about; empty where no other article shares a word of it. */
  likeArticle(request: Readonly<{ id: ArticleId }>): Promise<Readonly<{ query: string }>>;
  /** Rows of an answer, 200 at most; fails with `result-set-gone` after the engine restarted. */
  rows(request: RowsRequest): Promise<readonly Hit[]>;
  /** What the query of a result set would answer now and did not then. */
  newMatches(request: Readonly<{ resultSet: ResultSetId }>): Promise<NewMatches>;
  /** With a result set, hits of its query are marked. */
  article(request: Readonly<{ id: ArticleId; resultSet: ResultSetId | null }>): Promise<ArticleView>;
  /** Whole records, a JSON document a line; asked for piece by piece so that none is ever large. */
  exportRecords(
    request: Readonly<{ selection: ArticleSelection; offset: number; limit: number }>,
  ): Promise<readonly string[]>;

  stats(request: Readonly<Record<string, never>>): Promise<LibraryStats>;

  listSources(request: Readonly<Record<string, never>>): Promise<readonly Source[]>;
  /** Encodings that people chose for files and folders. */
  listEncodings(request: Readonly<Record<string, never>>): Promise<readonly ChosenEncoding[]>;
  listFailures(
    request: Readonly<{ offset: number; limit: number }>,
  ): Promise<Readonly<{ total: number; failures: readonly FileFailure[] }>>;

  listTags(request: Readonly<Record<string, never>>): Promise<readonly Tag[]>;
  /** Tags of a selection, with how many of its articles carry each. */
  tagsOf(
    request: Readonly<{ selection: ArticleSelection }>,
  ): Promise<Readonly<{ articles: number; tags: readonly Readonly<{ name: string; articles: number }>[] }>>;
  /** What `removeArticles` would take away, to be said before it is done. */
  removalImpact(request: Readonly<{ selection: ArticleSelection }>): Promise<RemovalImpact>;
}

/** What changes an archive; acts fail with `library-busy` while another process writes to it. */
export interface WritingApi
  extends
    AnnotatingApi,
    CorrectingApi,
    ColumnsApi,
    EncodingApi,
    HidingApi,
    LabelsApi,
    RemovingApi,
    SavingApi,
    UndoApi {
  check(request: Readonly<{ repair: boolean }>): Promise<CheckReport>;
  /** Merges the index into one segment; searching and writing go on meanwhile. Settles when it is done. */
  optimize(request: Readonly<Record<string, never>>): Promise<void>;

  /** Adds folders or files (absolute paths) and starts importing them; a path inside a source is re-scanned. */
  addSources(request: Readonly<{ paths: readonly string[] }>): Promise<readonly Source[]>;
  /** Scans again; all sources when none is named. */
  rescan(request: Readonly<{ sources: readonly SourceId[] }>): Promise<void>;
  /** Forgets a source: its articles, tags and notes are removed unless another source holds the article. */
  removeSource(request: Readonly<{ source: SourceId }>): Promise<Readonly<{ removed: number }>>;
  /** Where a source that is away seems to be now, by the content of its files; null where it is found nowhere. */
  findSource(request: Readonly<{ source: SourceId }>): Promise<Readonly<{ path: string | null }>>;
  /**
   * Reads a source in another folder from now on, to which it was moved. Fails with `not-found` where its files are not there,
   * with `bad-request` for a folder inside another source.
   */
  relocateSource(request: Readonly<{ source: SourceId; path: string }>): Promise<void>;
  /** What `removeSource` would take away, to be said before it is done. */
  sourceRemovalImpact(
    request: Readonly<{ source: SourceId }>,
  ): Promise<Readonly<{ articles: number; tagged: number; noted: number }>>;
  pauseImport(request: Readonly<Record<string, never>>): Promise<void>;
  resumeImport(request: Readonly<Record<string, never>>): Promise<void>;
  cancelImport(request: Readonly<Record<string, never>>): Promise<void>;
  /** Settles when no import runs any more and the index has caught up with the library; the final counts. */
  importFinished(request: Readonly<Record<string, never>>): Promise<ImportProgress>;
  /** Reads failed files again; all of them when none is named. */
  retryFailures(request: Readonly<{ failures: readonly FailureId[] }>): Promise<void>;

  createTag(request: Readonly<{ name: string; colour: TagColour | null }>): Promise<Tag>;
  /** Fails with `name-taken` when another tag has the name: merge is its own act. */
  renameTag(request: Readonly<{ tag: TagId; name: string }>): Promise<DoneAct>;
  recolourTag(request: Readonly<{ tag: TagId; colour: TagColour }>): Promise<DoneAct>;
  mergeTags(request: Readonly<{ tags: readonly TagId[]; into: TagId }>): Promise<DoneAct>;
  deleteTag(request: Readonly<{ tag: TagId }>): Promise<DoneAct>;
  /** Adds and removes tags by name, making those that do not exist; `changed` counts articles. */
  setTags(
    request: Readonly<{ selection: ArticleSelection; add: readonly string[]; remove: readonly string[] }>,
  ): Promise<DoneAct>;
  addNote(request: Readonly<{ article: ArticleId; text: string }>): Promise<Note>;
  editNote(request: Readonly<{ note: NoteId; text: string }>): Promise<Note>;
  deleteNote(request: Readonly<{ note: NoteId }>): Promise<void>;
}

/** Everything that the window and the command line can ask of an archive. A method has its parser in `requests/`. */
export interface ArchiveApi extends ReadingApi, WritingApi {
  status(request: Readonly<Record<string, never>>): Promise<LibraryStatus>;
}

export const archiveEvents = {
  importProgressed: true,
  articlesChanged: true,
  tagsChanged: true,
  correctionsChanged: true,
  sourcesChanged: true,
  annotationsChanged: true,
  searchesChanged: true,
  exportProgressed: true,
  noticed: true,
} as const satisfies Record<keyof ArchiveEvents, true>;
