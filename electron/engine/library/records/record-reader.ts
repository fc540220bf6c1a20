import type { ArticleEvidence } from '../../../contract/article-evidence.ts';
import type { ArticleLocation } from '../../../contract/archive-api.ts';
import type { Note } from '../../../contract/note.ts';
import type { ArticleFields } from '../../../contract/article.ts';
import type { Correction } from '../../../contract/corrections.ts';
import { noteId, sourceId, type ArticleId } from '../../../contract/ids.ts';
import { evidenceOf } from '../corrections/evidence-of.ts';
import type { MarkedPassage } from '../../../contract/highlights.ts';
import type { HighlightRow } from '../checksums.ts';
import { highlightColumns, highlightOf } from '../highlights/highlight-rows.ts';
import type { LibraryReader } from '../library-reader.ts';
import type { TextReader } from '../texts/text-reader.ts';
import type { Database, Statement } from '../../sqlite.ts';

/** All that a library tells of one article, as it is taken out of it. */
export type WholeRecord = Readonly<{
  id: ArticleId;
  tags: readonly string[];
  labels: readonly string[];
  notes: readonly Note[];
  highlights: readonly MarkedPassage[];
  locations: readonly ArticleLocation[];
  evidence: ArticleEvidence;
  corrections: readonly Correction[];
  missing: boolean;
  encoding: string;
  sha256: string;
  path: string | null;
}> &
  ArticleFields;

/** What takes a while to tell, and is left empty where nobody asks for it. */
export type Asked = Readonly<{ evidence: boolean; corrections: boolean }>;

type LabelRow = Readonly<{ article: number; label: string }>;
type LocationRow = Readonly<{
  article: number;
  source: number;
  path: string;
  record: string;
  missing: number;
}>;
type NoteRow = Readonly<{
  id: number;
  article: number;
  text: string;
  createdAtMs: number;
  changedAtMs: number;
}>;

/** Reads whole records, many at once: a few statements for all of them, where one article takes as many by itself. */
export class RecordReader {
  readonly #library: LibraryReader;
  readonly #texts: TextReader;
  readonly #labels: Statement<LabelRow>;
  readonly #locations: Statement<LocationRow>;
  readonly #notes: Statement<NoteRow>;
  readonly #highlights: Statement<HighlightRow>;

  constructor(db: Database, library: LibraryReader, texts: TextReader) {
    this.#library = library;
    this.#texts = texts;
    this.#labels = db.prepare(
      `SELECT article, label FROM labels WHERE article IN (SELECT value FROM json_each(?))
       ORDER BY article, place, label`,
    );
    this.#locations = db.prepare(
      `SELECT l.article, l.source, l.path, l.record, l.missing FROM locations l JOIN sources s ON s.id = l.source
       WHERE l.article IN (SELECT value FROM json_each(?)) ORDER BY l.article, l.missing, s.away, l.path`,
    );
    this.#notes = db.prepare(
      `SELECT id, article, text, created_at_ms AS createdAtMs, changed_at_ms AS changedAtMs
       FROM notes WHERE article IN (SELECT value FROM json_each(?)) ORDER BY article, id`,
    );
    this.#highlights = db.prepare(
      `SELECT ${highlightColumns} FROM highlights
       WHERE article IN (SELECT value FROM json_each(?)) ORDER BY article, start, id`,
    );
  }

  /** The records of articles that are there and whose text is sound, in the order asked for. */
  read(ids: readonly ArticleId[], asked: Asked): WholeRecord[] {
    const texts = this.#texts.readUndamaged(ids);
    const cards = this.#library.cards(ids);
    const json = JSON.stringify(ids);
    const labels = byArticle(this.#labels.all(json));
    const locations = byArticle(this.#locations.all(json));
    const notes = byArticle(this.#notes.all(json));
    const highlights = byArticle(this.#highlights.all(json));
    const { corrections } = this.#library;
    const corrected = asked.evidence || asked.corrections ? corrections.of(ids) : new Map<ArticleId, never>();
    return ids.flatMap((id) => {
      const [article, card] = [texts.get(id), cards.get(id)];
      if (article === undefined || card === undefined) return [];
      const places = (locations.get(id) ?? []).map(locationOf);
      const own = corrected.get(id) ?? [];
      return {
        id,
        tags: card.tags,
        labels: (labels.get(id) ?? []).map(({ label }) => label),
        notes: (notes.get(id) ?? []).map((row) => ({ ...row, id: noteId(row.id), article: id })),
        highlights: (highlights.get(id) ?? []).map(highlightOf),
        locations: places,
        evidence: asked.evidence ? evidenceOf(article, own) : {},
        corrections: asked.corrections && own.length > 0 ? corrections.shown(id) : [],
        missing: card.missing,
        encoding: card.encoding,
        sha256: card.sha256,
        path: places[0]?.path ?? null,
        ...article.fields,
      };
    });
  }
}

function byArticle<Row extends Readonly<{ article: number }>>(rows: readonly Row[]): Map<number, Row[]> {
  const found = new Map<number, Row[]>();
  for (const row of rows) {
    const before = found.get(row.article);
    if (before === undefined) found.set(row.article, [row]);
    else before.push(row);
  }
  return found;
}

function locationOf({ source, path, record, missing }: LocationRow): ArticleLocation {
  return { source: sourceId(source), path, record: record === '' ? null : record, missing: missing === 1 };
}
