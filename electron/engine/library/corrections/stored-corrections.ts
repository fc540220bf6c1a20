import type { Correction } from '../../../contract/corrections.ts';
import { articleId, type ArticleId } from '../../../contract/ids.ts';
import type { Published } from '../../../contract/article.ts';
import { BitSet } from '../../index/bytes/bit-set.ts';
import type { Database, Statement } from '../../sqlite.ts';
import { unpackedIds, type PackedIds } from '../article-sets/packed-ids.ts';
import type { CorrectedField, FieldValue } from './corrected-article.ts';

/** A field of an article that a person corrected, and what was read there. */
export type StoredCorrection = Readonly<{ field: CorrectedField; value: FieldValue; was: FieldValue }>;

type Row = Readonly<{ article: number; field: CorrectedField; value: string; was: string; atMs: number }>;

export type CorrectionAct = Readonly<{ id: number; label: string; changed: number }>;
export type CorrectionStep = Readonly<{
  article: ArticleId;
  field: CorrectedField;
  /** What it was corrected to before and after the act, as JSON; null where it was not. */
  before: string | null;
  after: string | null;
}>;

/** Reads what people corrected; commits write it. */
export class Corrections {
  readonly #db: Database;
  readonly #of: Statement<Row>;

  constructor(db: Database) {
    this.#db = db;
    this.#of = db.prepare(
      `SELECT article, field, value, was, at_ms AS atMs FROM corrections
       WHERE article IN (SELECT value FROM json_each(?)) ORDER BY article, field`,
    );
  }

  of(ids: readonly ArticleId[]): ReadonlyMap<ArticleId, readonly StoredCorrection[]> {
    const found = new Map<ArticleId, StoredCorrection[]>();
    for (const { article, field, value, was } of this.#of.all(JSON.stringify(ids))) {
      const one = { field, value: JSON.parse(value) as FieldValue, was: JSON.parse(was) as FieldValue };
      found.set(articleId(article), [...(found.get(articleId(article)) ?? []), one]);
    }
    return found;
  }

  /** Those of some articles of which one of these fields was corrected, or any when none is named. */
  among(ids: readonly ArticleId[], fields: readonly CorrectedField[]): readonly ArticleId[] {
    return this.#db
      .prepare<{ article: number }>(
        `SELECT DISTINCT c.article FROM json_each(?1) j CROSS JOIN corrections c ON c.article = j.value
         WHERE json_array_length(?2) = 0 OR c.field IN (SELECT value FROM json_each(?2)) ORDER BY c.article`,
      )
      .all(JSON.stringify(ids), JSON.stringify(fields))
      .map(({ article }) => articleId(article));
  }

  /** The corrections of one article, as a person reads them. */
  shown(id: ArticleId): readonly Correction[] {
    return this.#of.all(JSON.stringify([id])).map(shownRow);
  }

  /** Newest first. */
  list(offset: number, limit: number): Readonly<{ total: number; corrections: readonly Correction[] }> {
    const total = this.#db
      .prepare<{ total: number }>('SELECT count(*) AS total FROM corrections')
      .get()?.total;
    const rows = this.#db.prepare<Row>(
      `SELECT article, field, value, was, at_ms AS atMs FROM corrections
       ORDER BY at_ms DESC, article, field LIMIT ? OFFSET ?`,
    );
    return { total: total ?? 0, corrections: rows.all(limit, offset).map(shownRow) };
  }

  articles(): BitSet {
    return BitSet.of(
      unpackedIds(
        this.#db.prepare<PackedIds>(
          'SELECT group_concat(article) AS ids FROM (SELECT DISTINCT article FROM corrections ORDER BY article)',
        ),
      ),
    );
  }

  /** Articles that were read anew since they were corrected. */
  pending(): readonly ArticleId[] {
    return this.#db
      .prepare<{ id: number }>(
        `SELECT DISTINCT a.id FROM corrections c JOIN articles a ON a.id = c.article
         WHERE a.change > c.change ORDER BY a.id`,
      )
      .all()
      .map(({ id }) => articleId(id));
  }

  get areAny(): boolean {
    return this.#db.prepare('SELECT 1 FROM corrections LIMIT 1').get() !== undefined;
  }

  newestDone(): CorrectionAct | undefined {
    return this.#db
      .prepare<CorrectionAct>(
        'SELECT id, label, changed FROM correction_acts WHERE undone = 0 ORDER BY id DESC LIMIT 1',
      )
      .get();
  }

  oldestUndone(): CorrectionAct | undefined {
    return this.#db
      .prepare<CorrectionAct>(
        'SELECT id, label, changed FROM correction_acts WHERE undone = 1 ORDER BY id LIMIT 1',
      )
      .get();
  }

  stepsOf(act: number): readonly CorrectionStep[] {
    return this.#db
      .prepare<Omit<CorrectionStep, 'article'> & Readonly<{ article: number }>>(
        'SELECT article, field, before, after FROM correction_steps WHERE act = ? ORDER BY article, field',
      )
      .all(act)
      .map((step) => ({ ...step, article: articleId(step.article) }));
  }
}

function shownRow({ article, field, value, was, atMs }: Row): Correction {
  return { article: articleId(article), field, value: plainly(value), was: plainly(was), atMs };
}

/** A value as a person reads it. */
function plainly(json: string): string | null {
  const value = JSON.parse(json) as FieldValue;
  if (value === null || typeof value === 'string') return value;
  if ('date' in value) return (value satisfies Published).date;
  if ('body' in value)
    return `${String(value.body.length)} paragraphs, ${String(value.furniture.length)} lines of furniture`;
  return [
    ...value.toBody.map((text) => `body: ${text}`),
    ...value.toFurniture.map((text) => `furniture: ${text}`),
  ].join('\n');
}
