import type { ExtractedArticle } from '../../../contract/article.ts';
import type { ArticleId } from '../../../contract/ids.ts';
import { inTransaction, type Database, type Statement } from '../../sqlite.ts';
import { checksumOfText, isIntactText } from './stored-text.ts';
import { TextPacker } from './text-packer.ts';
import type { TextSource } from './text-source.ts';
import { TextWriter } from './text-writer.ts';
import { noList, TokenDictionaries } from './token-dictionaries.ts';

/**
 * Copies the texts of `articles` that can be read in `source` into a database of texts, which has none of them. Returns the
 * articles whose texts could not be read.
 */
export function salvageTexts(
  source: TextSource,
  text: Database,
  articles: readonly ArticleId[],
): readonly ArticleId[] {
  const texts = new TextCopier(source, text);
  const oldTexts = new OldTextSaver(source, text);
  return inTransaction(text, () => {
    const lost = articles.filter((id) => !texts.save(id) && !oldTexts.save(id));
    texts.finish();
    oldTexts.finish();
    return lost;
  });
}

/** Copies texts as they are, and the lists of their words. */
class TextCopier {
  readonly #source: TextSource;
  readonly #put: Statement<object>;
  readonly #lists: TokenDictionaries;
  /** New numbers of lists by their old ones; null for one that is lost. */
  readonly #numbers = new Map<number, number | null>([[noList, noList]]);
  readonly #counts = new Map<number, number>();

  constructor(source: TextSource, text: Database) {
    this.#source = source;
    this.#put = text.prepare('INSERT INTO texts (article, list, crc, record) VALUES (?, ?, ?, ?)');
    this.#lists = new TokenDictionaries(text);
  }

  save(id: ArticleId): boolean {
    const row = this.#source.text(id);
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
    const bytes = this.#source.list(old);
    const number = bytes === null ? null : this.#lists.idOf(bytes);
    this.#numbers.set(old, number);
    return number;
  }
}

const oldTextsAtOnce = 512;

/** Writes texts of version 1 anew. */
class OldTextSaver {
  readonly #source: TextSource;
  readonly #packer = new TextPacker();
  readonly #writer: TextWriter;
  #articles = new Map<ArticleId, ExtractedArticle>();

  constructor(source: TextSource, text: Database) {
    this.#source = source;
    this.#writer = new TextWriter(text);
  }

  save(id: ArticleId): boolean {
    const article = this.#source.oldText(id);
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
