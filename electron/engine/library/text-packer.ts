import type { ReadArticle } from '../../contract/article.ts';
import { RecordEncoder } from './text-record.ts';
import { WordCounter } from './word-counter.ts';
import { WordList } from './word-list.ts';

/** Records of articles, one behind the other, and the list of words that they are written by, if any. */
export type PackedTexts = Readonly<{
  list: Uint8Array<ArrayBuffer> | null;
  bytes: Uint8Array<ArrayBuffer>;
  /** Where each record ends. */
  ends: Uint32Array<ArrayBuffer>;
}>;

export function noTexts(): PackedTexts {
  return { list: null, bytes: new Uint8Array(), ends: new Uint32Array() };
}

/** Articles that a list is made of, at least: of fewer, too few words would be in it. */
const fewestForList = 128;
/** Once a list was made of this many articles, it hardly gets better. */
const mostForList = 2000;

/**
 * Turns articles into records. The list of words that they are written by is learnt from the first ones, and once more
 * when twice as many have been read.
 */
export class TextPacker {
  readonly #counter = new WordCounter();
  #list: Readonly<{ bytes: Uint8Array<ArrayBuffer>; of: number }> | null = null;
  #encoder = new RecordEncoder(WordList.empty);

  pack(articles: readonly ReadArticle[]): PackedTexts {
    this.#learn(articles);
    const ends = new Uint32Array(articles.length);
    let bytes = new Uint8Array(65_536);
    let length = 0;
    for (const [nth, article] of articles.entries()) {
      const record = this.#encoder.encode(article);
      if (length + record.length > bytes.length) {
        const larger = new Uint8Array((length + record.length) * 2);
        larger.set(bytes.subarray(0, length));
        bytes = larger;
      }
      bytes.set(record, length);
      length += record.length;
      ends[nth] = length;
    }
    return { list: this.#list?.bytes ?? null, bytes: bytes.slice(0, length), ends };
  }

  #learn(articles: readonly ReadArticle[]): void {
    const before = this.#counter.taken;
    if (before >= mostForList) return;
    for (const { text } of articles.slice(0, mostForList - before)) this.#counter.take(text);
    const { taken } = this.#counter;
    if (taken < fewestForList || taken < 2 * (this.#list?.of ?? 0)) return;
    const list = this.#counter.list();
    this.#list = { bytes: list.toBytes(), of: taken };
    this.#encoder = new RecordEncoder(list);
  }
}
