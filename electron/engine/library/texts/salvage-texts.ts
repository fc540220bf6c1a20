import type { ReadArticle } from '../../../contract/article.ts';
import type { ArticleId } from '../../../contract/ids.ts';
import { inTransaction, type Database, type Statement } from '../../sqlite.ts';
import { setChange } from '../schema/commit-number.ts';
import { OldTexts } from './old-texts.ts';
import { checksumOfText, isIntactText, type StoredText } from './stored-text.ts';
import { TextPacker } from './text-packer.ts';
import { TextWriter } from './text-writer.ts';
import { noList, WordLists } from './token-dictionaries.ts';

/**
 * Copies what can be read of damaged texts into an empty database, article by article: SQLite reaches a row by its
 * number even where it can't read others. Returns how many articles were saved.
 */
export function salvageTexts(
  damaged: Database,
  text: Database,
  articles: Iterable<ArticleId>,
  change: number,
): number {
  const texts = new TextCopier(damaged, text);
  const oldTexts = new OldTextSaver(damaged, text);
  let saved = 0;
  inTransaction(text, () => {
    for (const id of articles) if (texts.save(id) || oldTexts.save(id)) saved += 1;
    texts.finish();
    oldTexts.finish();
    setChange(text, change);
  });
  return saved;
}

/** Copies texts as they are, and the lists of their words. */
class TextCopier {
  readonly #find: Statement<StoredText> | null;
  readonly #put: Statement<object>;
  readonly #from: WordLists | null;
  readonly #lists: WordLists;
  /** New numbers of lists by their old ones; null for one that is lost. */
  readonly #numbers = new Map<number, number | null>([[noList, noList]]);
  readonly #counts = new Map<number, number>();

  constructor(damaged: Database, text: Database) {
    this.#find = readable(() =>
      damaged.prepare<StoredText>('SELECT article, list, crc, record FROM texts WHERE article = ?'),
    );
    this.#put = text.prepare('INSERT INTO texts (article, list, crc, record) VALUES (?, ?, ?, ?)');
    this.#from = readable(() => new WordLists(damaged));
    this.#lists = new WordLists(text);
  }

  save(id: ArticleId): boolean {
    const row = readable(() => this.#find?.get(id));
    if (row === null || !isIntactText(row)) return false;
    const list = this.#numberOf(row.list);
    if (list === null) return false;
    this.#put.run(id, list, checksumOfText(id, list, row.record), row.record);
    this.#counts.set(list, (this.#counts.get(list) ?? 0) + 1);
    return true;
  }

  finish(): void {
    this.#lists.count(this.#counts);
  }

  #numberOf(old: number): number | null {
    const known = this.#numbers.get(old);
    if (known !== undefined) return known;
    const bytes = readable(() => this.#from?.bytesOf(old));
    const number = bytes === null ? null : this.#lists.idOf(bytes);
    this.#numbers.set(old, number);
    return number;
  }
}

const oldTextsAtOnce = 512;

/** Writes texts of version 1 anew. */
class OldTextSaver {
  readonly #old: OldTexts | null;
  readonly #packer = new TextPacker();
  readonly #writer: TextWriter;
  #articles = new Map<ArticleId, ReadArticle>();

  constructor(damaged: Database, text: Database) {
    this.#old = readable(() => new OldTexts(damaged));
    this.#writer = new TextWriter(text);
  }

  save(id: ArticleId): boolean {
    const article = readable(() => this.#old?.read(id));
    if (article === null) return false;
    this.#articles.set(id, article);
    if (this.#articles.size === oldTextsAtOnce) this.finish();
    return true;
  }

  finish(): void {
    const texts = this.#packer.pack([...this.#articles.values()]);
    this.#writer.apply([{ texts, ids: Int32Array.from(this.#articles.keys()) }], []);
    this.#articles = new Map();
  }
}

/** Null for what can't be read, and for what is not there. */
function readable<Value>(read: () => Value | null | undefined): Value | null {
  try {
    return read() ?? null;
  } catch {
    // What is on a damaged page is read again from its file.
    return null;
  }
}
