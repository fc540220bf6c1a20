import { FailureError } from '../../contract/failure.ts';
import type { MarkedPassage, HighlightColour, Passage } from '../../contract/highlights.ts';
import { readingTextOf } from '../../contract/highlights.ts';
import type { ArticleId, HighlightId } from '../../contract/ids.ts';
import { sentence, type Sentence } from '../../words/sentence.ts';
import { inTransaction, type Database } from '../sqlite.ts';
import type { HighlightRow } from './checksums.ts';
import { openingOf } from './opening-words.ts';
import { storable } from './storable.ts';
import { TextReader } from './texts/text-reader.ts';
import { passageIn, selectorsOf, type Selectors } from './highlights/anchor.ts';
import type { AnnotationActs } from './highlights/annotation-acts.ts';
import { highlightColumns, highlightOf, HighlightRows } from './highlights/highlight-rows.ts';

/** What a person does with the passages of articles. */
export class HighlightWriter {
  readonly #db: Database;
  readonly #textDatabase: () => Database;
  readonly #acts: AnnotationActs;
  readonly #rows: HighlightRows;

  /** `textDatabase`: that of the texts, which a repair replaces. */
  constructor(db: Database, textDatabase: () => Database, acts: AnnotationActs) {
    this.#db = db;
    this.#textDatabase = textDatabase;
    this.#acts = acts;
    this.#rows = new HighlightRows(db);
  }

  add(
    {
      article,
      passage,
      colour,
      note,
    }: Readonly<{
      article: ArticleId;
      passage: Passage;
      colour: HighlightColour;
      note: string;
    }>,
    nowMs: number,
  ): MarkedPassage {
    const selectors = this.#selectorsOf(article, passage);
    return inTransaction(this.#db, () => {
      const row = {
        article,
        ...columnsOf(selectors),
        colour,
        note: storable(note),
        createdAtMs: nowMs,
        changedAtMs: nowMs,
      };
      const after = this.#rows.add(row);
      this.#acts.note(sentence('deed.highlight', { text: openingOf(after.exact) }), 1, {
        highlights: [{ before: null, after }],
      });
      return highlightOf(after);
    });
  }

  change(id: HighlightId, colour: HighlightColour, note: string, nowMs: number): MarkedPassage {
    const label = (text: string): Sentence => sentence('deed.change-highlight', { text });
    return this.#change(id, label, nowMs, () => ({ colour, note: storable(note) }));
  }

  place(id: HighlightId, passage: Passage, nowMs: number): MarkedPassage {
    const label = (text: string): Sentence => sentence('deed.place-highlight', { text });
    return this.#change(id, label, nowMs, ({ article }) =>
      columnsOf(this.#selectorsOf(article as ArticleId, passage)),
    );
  }

  delete(ids: readonly HighlightId[]): void {
    inTransaction(this.#db, () => {
      const rows = ids.map((id) => this.#row(id)).filter((row) => row !== undefined);
      const [first] = rows;
      if (first === undefined) return;
      for (const { id } of rows) this.#rows.delete(id);
      const label =
        rows.length === 1
          ? sentence('deed.delete-highlight', { text: openingOf(first.exact) })
          : sentence('deed.delete-highlights', { count: rows.length });
      this.#acts.note(label, rows.length, { highlights: rows.map((before) => ({ before, after: null })) });
    });
  }

  #change(
    id: HighlightId,
    label: (text: string) => Sentence,
    nowMs: number,
    changed: (before: HighlightRow) => Partial<HighlightRow>,
  ): MarkedPassage {
    return inTransaction(this.#db, () => {
      const before = this.#row(id);
      if (before === undefined)
        throw new FailureError({ code: 'not-found', message: sentence('trouble.highlight-gone') });
      const after = { ...before, ...changed(before), changedAtMs: nowMs };
      this.#rows.put(after);
      this.#acts.note(label(openingOf(after.exact)), 1, { highlights: [{ before, after }] });
      return highlightOf(after);
    });
  }

  #row(id: number): HighlightRow | undefined {
    return this.#db.prepare<HighlightRow>(`SELECT ${highlightColumns} FROM highlights WHERE id = ?`).get(id);
  }

  #selectorsOf(article: ArticleId, { start, exact }: Passage): Selectors {
    const read = new TextReader(this.#textDatabase()).readUndamaged([article]).get(article);
    if (read === undefined)
      throw new FailureError({
        code: 'article-missing',
        message: sentence('trouble.article-gone'),
        id: article,
      });
    const text = readingTextOf(read.fields);
    const range = passageIn(text, start, exact);
    if (range === null)
      throw new FailureError({ code: 'bad-request', message: sentence('trouble.passage-gone') });
    return selectorsOf(text, range);
  }
}

function columnsOf({ quote, position, rival }: Selectors) {
  const [start, end] = position;
  const { exact, prefix, suffix } = quote;
  return { exact: storable(exact), prefix: storable(prefix), suffix: storable(suffix), start, end, rival };
}
