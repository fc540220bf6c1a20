import { sentence, type Sentence } from '../../words/sentence.ts';
import type { DoneAct } from '../../contract/undo.ts';
import type { CorrectableField, CorrectedBlocks, CorrectedFields } from '../../contract/corrections.ts';
import { articleId, type ArticleId } from '../../contract/ids.ts';
import type { ExtractedArticle } from '../../contract/article.ts';
import type { Commit } from '../library/commits/committer.ts';
import type { LibraryOperation } from '../library/commits/commit-operations.ts';
import {
  valueOf,
  withValue,
  type CorrectedField,
  type FieldValue,
} from '../library/corrections/corrected-article.ts';
import {
  Corrections,
  type CorrectionAct,
  type StoredCorrection,
} from '../library/corrections/stored-corrections.ts';
import { TextReader } from '../library/texts/text-reader.ts';
import type { WritableLibrary } from '../library/writable-library.ts';
import { nextAct } from '../library/act-order.ts';
import { saidOf, storedSaid } from '../library/stored-said.ts';

export type CorrectionTools = Readonly<{
  opened: WritableLibrary;
  commit: (commit: Commit) => Promise<void>;
  /** Runs work between two commits of an import. */
  quietly: <Value>(work: () => Promise<Value>) => Promise<Value>;
  nowMs: () => number;
  /** To be told after each act. */
  changed: () => void;
}>;

/** What becomes of fields of an article: corrected to a value, or, with undefined, as they were read. */
type Change = ReadonlyMap<CorrectedField, FieldValue | undefined>;

const articlesACommit = 256;

/**
 * Puts what people say of articles in place of what was read: into the library, where it stays, and into the text and the index, as
 * a new version of the article. What was read is kept beside it and put back when the correction is undone.
 */
export class CorrectionWriter {
  readonly #tools: CorrectionTools;
  readonly #corrections: Corrections;

  constructor(tools: CorrectionTools) {
    this.#tools = tools;
    this.#corrections = new Corrections(tools.opened.library);
  }

  /** Corrects fields of many articles in one act. */
  async correct(ids: Uint32Array, fields: CorrectedFields): Promise<DoneAct> {
    const entries = Object.entries(fields) as [CorrectableField, string | null][];
    const change: Change = new Map(entries);
    const said = entries.map(([name, value]) => {
      const field = sentence(`field.${name}`);
      return value === null ? sentence('deed.emptied', { field }) : sentence('deed.field', { field, value });
    });
    return await this.#act(
      Array.from(ids, articleId),
      sentence('deed.correct', { fields: said }),
      () => change,
    );
  }

  /** Moves paragraphs and lines of one article to the side that they belong to; what was moved before stays so. */
  async correctBlocks(article: ArticleId, { toBody, toFurniture }: CorrectedBlocks): Promise<DoneAct> {
    return await this.#act([article], sentence('deed.blocks'), (_id, known) => {
      const before = known.find(({ field }) => field === 'blocks')?.value;
      const moved =
        before !== undefined && before !== null && typeof before === 'object' && 'toBody' in before
          ? before
          : { toBody: [], toFurniture: [] };
      const now: CorrectedBlocks = {
        toBody: [...moved.toBody.filter((text) => !toFurniture.includes(text)), ...toBody],
        toFurniture: [...moved.toFurniture.filter((text) => !toBody.includes(text)), ...toFurniture],
      };
      return new Map([['blocks', now]]);
    });
  }

  /** Gives fields back what was read; all of them when none is named. */
  async uncorrect(ids: Uint32Array, fields: readonly CorrectedField[]): Promise<DoneAct> {
    const corrected = this.#corrections.among(Array.from(ids, articleId), fields);
    return await this.#act(corrected, sentence('deed.uncorrect'), (_id, known) => {
      const given = known.filter(({ field }) => fields.length === 0 || fields.includes(field));
      return new Map(given.map(({ field }) => [field, undefined]));
    });
  }

  /** Takes back the newest act; null when there is none. */
  undo(): Promise<DoneAct | null> {
    return this.#turn(this.#corrections.newestDone(), true);
  }

  /** Does again what was taken back last; null when there is nothing. */
  redo(): Promise<DoneAct | null> {
    return this.#turn(this.#corrections.oldestUndone(), false);
  }

  async #turn(act: CorrectionAct | undefined, undone: boolean): Promise<DoneAct | null> {
    if (act === undefined) return null;
    const changes = new Map<ArticleId, Map<CorrectedField, FieldValue | undefined>>();
    for (const { article, field, before, after } of this.#corrections.stepsOf(act.id)) {
      const change = changes.get(article) ?? new Map<CorrectedField, FieldValue | undefined>();
      const value = undone ? before : after;
      changes.set(article, change.set(field, value === null ? undefined : (JSON.parse(value) as FieldValue)));
    }
    await this.#tools.quietly(async () => {
      await this.#change([...changes.keys()], (id) => changes.get(id) ?? new Map(), null, []);
      await this.#commitAlone([{ op: 'turnCorrecting', act: act.id, undone }]);
    });
    this.#tools.changed();
    return { changed: act.changed, label: saidOf(act.label) };
  }

  /** Corrects again what was read anew; to be called between two commits. */
  async reapply(): Promise<void> {
    if (!this.#corrections.areAny) return;
    const pending = this.#corrections.pending();
    const known = (all: readonly StoredCorrection[]): Change =>
      new Map(all.map(({ field, value }) => [field, value]));
    await this.#change(pending, (_id, all) => known(all), null, [], true);
  }

  async #act(
    ids: readonly ArticleId[],
    label: Sentence,
    changeOf: (id: ArticleId, known: readonly StoredCorrection[]) => Change,
  ): Promise<DoneAct> {
    if (ids.length === 0) return { changed: 0, label };
    const act = nextAct(this.#tools.opened.library);
    const begin: LibraryOperation = {
      op: 'beginCorrecting',
      act,
      label: storedSaid(label),
      changed: ids.length,
      atMs: this.#tools.nowMs(),
    };
    await this.#tools.quietly(() => this.#change(ids, changeOf, act, [begin]));
    this.#tools.changed();
    return { changed: ids.length, label };
  }

  async #change(
    ids: readonly ArticleId[],
    changeOf: (id: ArticleId, known: readonly StoredCorrection[]) => Change,
    act: number | null,
    first: readonly LibraryOperation[],
    isFresh = false,
  ): Promise<void> {
    const atMs = this.#tools.nowMs();
    let operations = [...first];
    for (let at = 0; at < ids.length; at += articlesACommit) {
      const some = ids.slice(at, at + articlesACommit);
      const texts = new TextReader(this.#tools.opened.text).readUndamaged(some);
      const known = this.#corrections.of(some);
      const corrected = new Map<ArticleId, ExtractedArticle>();
      for (const [id, text] of texts) {
        const before = known.get(id) ?? [];
        let article = text;
        for (const [field, value] of changeOf(id, before)) {
          const own = before.find((one) => one.field === field);
          const was = isFresh || own === undefined ? valueOf(article, field) : own.was;
          // Of blocks the value says which to move, and they are moved from where they were read.
          article = withValue(article, field, was);
          if (value !== undefined) article = withValue(article, field, value);
          operations.push({
            op: 'correct',
            article: id,
            field,
            value: value === undefined ? null : JSON.stringify(value),
            was: JSON.stringify(was),
            atMs,
            act,
          });
        }
        if (article !== text || isFresh) corrected.set(id, article);
      }
      // Texts that can't be read any more leave nothing to commit: what belongs to the act goes with the next ones.
      if (corrected.size === 0) continue;
      await this.#commit(operations, corrected);
      operations = [];
    }
  }

  async #commit(
    operations: readonly LibraryOperation[],
    corrected: ReadonlyMap<ArticleId, ExtractedArticle>,
  ): Promise<void> {
    const { ingestedPart } = await import('../library/article-work.ts');
    const part = ingestedPart(corrected);
    await this.#tools.commit({ operations, parts: [part], articles: corrected.size, removed: [] });
  }

  async #commitAlone(operations: readonly LibraryOperation[]): Promise<void> {
    await this.#tools.commit({ operations, parts: [], articles: 0, removed: [] });
  }
}
