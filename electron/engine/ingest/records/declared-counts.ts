import { sentence, type Sentence } from '../../../words/sentence.ts';
import { countWords } from '../../article/text/words.ts';
import type { ExtractedArticle } from '../../../contract/article.ts';

/** What is apart by more is said. */
const tolerance = 0.1;
/** Of fewer words a difference says nothing. */
const minWords = 40;

/** Compares what a file declares of itself with what was read of it. */
export class DeclaredCounts {
  #records: number | null = null;
  #read = 0;
  #withWords = 0;
  #apart = 0;

  declare(records: number): void {
    this.#records = records;
  }

  /** Whether the file says that it holds no records. */
  get saysNone(): boolean {
    return this.#records === 0;
  }

  /** A record was met, read or not. */
  met(): void {
    this.#read += 1;
  }

  compare(declaredWords: number | undefined, { fields }: ExtractedArticle): void {
    if (declaredWords === undefined || declaredWords < minWords) return;
    this.#withWords += 1;
    const words = fields.body.reduce((sum, paragraph) => sum + countWords(paragraph), 0);
    if (isApart(declaredWords, words)) this.#apart += 1;
  }

  /** What differs. */
  warnings(): Sentence[] {
    const sentences: Sentence[] = [];
    if (this.#records !== null && isApart(this.#records, this.#read))
      sentences.push(sentence('file.other-count', { said: this.#records, found: this.#read }));
    if (this.#apart > 0)
      sentences.push(sentence('file.other-lengths', { count: this.#apart, of: this.#withWords }));
    return sentences;
  }
}

function isApart(declared: number, read: number): boolean {
  return Math.abs(declared - read) > declared * tolerance;
}
