import { blankFields, type ArticleFields } from '../../../contract/article.ts';
import type { Analysis } from '../../analysis/analysis.ts';
import type { BitSet } from '../../index/bytes/bit-set.ts';
import { IndexReader } from '../../index/index-reader.ts';
import { LoadedLater } from '../../index/loaded-later.ts';
import type { Database } from '../../sqlite.ts';
import type { QueryNode } from '../grammar/query-node.ts';
import { articlesOf } from '../matching/articles-of.ts';
import type { ArticleSets, NoteAnswers } from '../matching/evaluation-context.ts';
import { evaluateNewsQuery } from '../matching/news-evaluator.ts';
import { WrittenWords } from '../matching/written/written-words.ts';

/** The notes that people wrote. */
export type NotesSource = Readonly<{
  /** Another one whenever a note is. */
  version(): string;
  /** Those of an article together. */
  all(): readonly Readonly<{ article: number; text: string }>[];
}>;

type Notes = Readonly<{
  version: string;
  db: Database;
  reader: IndexReader;
  writtenWords: WrittenWords;
}>;

/** What builds an index: nobody waits for it who asks for no notes. */
export const notesWork = new LoadedLater(async () => (await import('./index-notes.ts')).indexNotes);

/** Notes as an index of their own in memory, so that they answer all of the language; made anew when one was changed. */
export class NoteIndex implements NoteAnswers {
  readonly #source: NotesSource;
  readonly #analysis: Analysis;
  readonly #articleSets: ArticleSets;
  #notes: Notes | null = null;

  constructor(source: NotesSource, analysis: Analysis, articleSets: ArticleSets) {
    this.#source = source;
    this.#analysis = analysis;
    this.#articleSets = articleSets;
  }

  /** Throws `StillLoading` when notes are asked for the first time. */
  answering(node: QueryNode, checkpoint: () => void): BitSet {
    const { reader, writtenWords } = this.#newest();
    return reader.snapshot((snapshot) => {
      const { matched } = evaluateNewsQuery(snapshot, node, {
        analysis: this.#analysis,
        articleSets: this.#articleSets,
        writtenWords,
        notes: this,
      });
      return articlesOf(snapshot, matched);
    }, checkpoint);
  }

  #newest(): Notes {
    const version = this.#source.version();
    if (this.#notes?.version === version) return this.#notes;
    const indexNotes = notesWork.atOnce();
    this.#notes?.db.close();
    const fields = fieldsOfNotes(this.#source.all());
    const db = indexNotes(fields);
    const writtenWords = new WrittenWords(this.#analysis, (ids) => {
      const wanted = new Set(ids);
      return new Map([...fields].filter(([id]) => wanted.has(id)));
    });
    this.#notes = { version, db, reader: new IndexReader(db), writtenWords };
    return this.#notes;
  }
}

/** The notes of each article as its captions, which are texts apart from each other. */
function fieldsOfNotes(
  notes: readonly Readonly<{ article: number; text: string }>[],
): Map<number, ArticleFields> {
  const texts = new Map<number, string[]>();
  for (const { article, text } of notes) {
    const known = texts.get(article) ?? [];
    texts.set(article, known);
    known.push(text);
  }
  return new Map([...texts].map(([article, own]) => [article, withCaptions(own)]));
}

function withCaptions(texts: readonly string[]): ArticleFields {
  return { ...blankFields, captions: texts.map((text) => ({ text, credit: null })) };
}
