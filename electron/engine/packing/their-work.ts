import { tagColours, type TagColour } from '../../contract/archive-api.ts';
import { highlightColours, maxPassageLength } from '../../contract/highlights.ts';
import { aQuestion } from '../../contract/requests/saved-question.ts';
import type { SavedQuestion } from '../../contract/saved-searches.ts';
import { FailureError } from '../../contract/failure.ts';
import { sentence } from '../../words/sentence.ts';
import type { HighlightRow, NoteRow, SearchRow, TagRow } from '../library/checksums.ts';
import { highlightColumns } from '../library/highlights/highlight-rows.ts';
import { storable } from '../library/storable.ts';
import { tagName } from '../library/tags/tag-name.ts';
import { damagedHighlights, damagedNotes, damagedSearches, damagedTags } from '../library/words-problems.ts';
import type { Database } from '../sqlite.ts';

/** What one merge can take: it is one act, kept so that it can be taken back. */
const maxWritten = 100_000;
const maxCharacters = 64 * 1024 * 1024;
const maxNoteLength = 1_000_000;
const maxAround = 1_000;

export type TheirTag = Readonly<{ name: string; colour: TagColour; articles: readonly number[] }>;
export type TheirSearch = Readonly<{ name: string; question: SavedQuestion; createdAtMs: number }>;

/** What people did in another library, with its own ids of articles: only what is as it was written, and could have been. */
export type TheirWork = Readonly<{
  tags: readonly TheirTag[];
  notes: readonly NoteRow[];
  highlights: readonly HighlightRow[];
  searches: readonly TheirSearch[];
  damaged: number;
}>;

/** Reads what can be merged of a library. Fails with `bad-request` where it is more than one act can hold. */
export function readTheirWork(db: Database): TheirWork {
  const { written, characters } = sizeOf(db);
  if (written > maxWritten || characters > maxCharacters) {
    const message = sentence('pack.too-much', { max: maxWritten });
    throw new FailureError({ code: 'bad-request', message });
  }
  let damaged = 0;
  function sound<Row extends Readonly<{ id: number }>, Read>(
    sql: string,
    spoilt: readonly Readonly<{ id: number }>[],
    read: (row: Row) => Read | null,
  ): Read[] {
    const bad = new Set(spoilt.map(({ id }) => id));
    const rows = db.prepare<Row>(sql).all();
    const found = rows.map((row) => (bad.has(row.id) ? null : read(row))).filter((row) => row !== null);
    damaged += rows.length - found.length;
    return found;
  }
  const carriers = db.prepare<{ article: number }>('SELECT article FROM article_tags WHERE tag = ?');
  return {
    tags: sound<TagRow, TheirTag>('SELECT id, name, colour FROM tags', damagedTags(db), (row) =>
      tagOf(
        row,
        carriers.all(row.id).map(({ article }) => article),
      ),
    ),
    notes: sound<NoteRow, NoteRow>(
      'SELECT id, article, text, created_at_ms AS createdAtMs, changed_at_ms AS changedAtMs FROM notes ORDER BY id',
      damagedNotes(db),
      (row) => (isText(row.text, 1, maxNoteLength) && areTimes(row) ? row : null),
    ),
    highlights: sound<HighlightRow, HighlightRow>(
      `SELECT ${highlightColumns} FROM highlights ORDER BY id`,
      damagedHighlights(db),
      (row) => (isHighlight(row) ? row : null),
    ),
    searches: sound<SearchRow, TheirSearch>(
      `SELECT id, name, question, created_at_ms AS createdAtMs, seen_up_to AS seenUpTo, seen_at_ms AS seenAtMs
       FROM saved_searches ORDER BY id`,
      damagedSearches(db),
      searchOf,
    ),
    damaged,
  };
}

function sizeOf(db: Database): Readonly<{ written: number; characters: number }> {
  return (
    db
      .prepare<{ written: number; characters: number }>(
        `SELECT count(*) AS written, coalesce(sum(length), 0) AS characters FROM (
           SELECT length(text) AS length FROM notes
           UNION ALL SELECT length(exact) + length(prefix) + length(suffix) + length(note) FROM highlights
           UNION ALL SELECT length(name) FROM tags
           UNION ALL SELECT length(name) + length(question) FROM saved_searches)`,
      )
      .get() ?? { written: 0, characters: 0 }
  );
}

function tagOf({ name, colour }: TagRow, articles: readonly number[]): TheirTag | null {
  const known = tagColours.find((one) => one === colour);
  if (known === undefined || !isText(name, 1, maxAround)) return null;
  try {
    return { name: tagName(storable(name)), colour: known, articles };
  } catch {
    // A name that no tag may have.
    return null;
  }
}

function isHighlight(row: HighlightRow): boolean {
  const { exact, prefix, suffix, note, colour, start, end, rival } = row;
  const isWhole = [start, end, rival].every((value) => Number.isSafeInteger(value) && value >= 0);
  const areTexts =
    isText(exact, 1, maxPassageLength) && isText(prefix, 0, maxAround) && isText(suffix, 0, maxAround);
  const isKnown = highlightColours.some((one) => one === colour);
  return isWhole && areTexts && isKnown && isText(note, 0, maxNoteLength) && areTimes(row);
}

function searchOf({ name, question, createdAtMs }: SearchRow): TheirSearch | null {
  if (!isText(name, 1, maxAround) || !Number.isFinite(createdAtMs)) return null;
  try {
    return { name, question: aQuestion(JSON.parse(question), 'saved search'), createdAtMs };
  } catch {
    // It asks for what a search can't ask for.
    return null;
  }
}

function isText(value: unknown, min: number, max: number): value is string {
  return typeof value === 'string' && value.length >= min && value.length <= max;
}

function areTimes({ createdAtMs, changedAtMs }: Pick<NoteRow, 'createdAtMs' | 'changedAtMs'>): boolean {
  return Number.isFinite(createdAtMs) && Number.isFinite(changedAtMs);
}
