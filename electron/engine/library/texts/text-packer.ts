import type { ExtractedArticle } from '../../../contract/article.ts';
import { ByteWriter } from '../../index/bytes/byte-buffer.ts';
import { RecordEncoder } from './text-record.ts';
import { DictionaryTrainer } from './dictionary-trainer.ts';
import { TokenDictionary } from './token-dictionary.ts';

/** Records of articles, one after the other, and the list of words that they are written by, if any. */
export type PackedTexts = Readonly<{
  list: Uint8Array<ArrayBuffer> | null;
  bytes: Uint8Array<ArrayBuffer>;
  /** Where each record ends. */
  ends: Uint32Array<ArrayBuffer>;
}>;

export function noTexts(): PackedTexts {
  return { list: null, bytes: new Uint8Array(), ends: new Uint32Array() };
}

/**
 * A list is learnt when so many articles have been read: of fewer, too few words would be in it; of more, it hardly gets
 * better, and each list takes room and has to be read with the texts.
 */
const learntAt = [128, 512, 2000] as const;
const [, , maxRead] = learntAt;

/** Records of more bytes leave no room behind, which may be twice as large. */
const maxKept = 1 << 23;

/** SerialQueue articles into records, written by words that are learnt from the first of them. */
export class TextPacker {
  /** Null once enough was learnt. */
  #counter: DictionaryTrainer | null = new DictionaryTrainer();
  #list: Uint8Array<ArrayBuffer> | null = null;
  #encoder = new RecordEncoder(TokenDictionary.empty);
  /** Its room is kept from one time to the next. */
  #records = new ByteWriter(65_536);

  pack(articles: readonly ExtractedArticle[]): PackedTexts {
    this.#learn(articles);
    const ends = new Uint32Array(articles.length);
    const records = this.#records;
    records.clear();
    for (const [nth, article] of articles.entries()) {
      records.append(this.#encoder.encode(article));
      ends[nth] = records.length;
    }
    const bytes = records.toBytes();
    if (bytes.length > maxKept) this.#records = new ByteWriter();
    return { list: this.#list, bytes, ends };
  }

  #learn(articles: readonly ExtractedArticle[]): void {
    const counter = this.#counter;
    if (counter === null) return;
    const before = counter.taken;
    for (const { text } of articles.slice(0, maxRead - before)) counter.take(text);
    const { taken } = counter;
    if (!learntAt.some((articlesRead) => before < articlesRead && articlesRead <= taken)) return;
    const list = counter.list();
    this.#list = list.toBytes();
    this.#encoder = new RecordEncoder(list);
    if (taken === maxRead) this.#counter = null;
  }
}
