import type { Published, ReadArticle } from '../../contract/article.ts';
import { extendedAnalysis, type Analysis } from '../analysis/analysis.ts';
import { wordCaseOf } from '../analysis/word-case.ts';
import { indexFields } from './fields.ts';
import { noPublishedDay, publishedDay } from './published-day.ts';

/** Between two stretches of one field, further than any proximity operator reaches. */
export const stretchGap = 1_000;

/** Numbers of one occurrence in `AnalysedArticle.occurrences`. */
export const occurrenceWidth = 4;

/**
 * One article as the index takes it: its distinct terms and written forms, and `occurrenceWidth` numbers for each
 * occurrence in the order of the text: place in `terms`, place in `forms`, stream and case (`stream << 2 | case`),
 * and position. Structured-clone data, so that an ingest worker can hand it over.
 */
export type AnalysedArticle = Readonly<{
  terms: readonly string[];
  forms: readonly string[];
  occurrences: Uint32Array;
  /** Terms in each field, without stop words: Lunr's field length. */
  fieldLengths: Uint32Array;
  /** Days since 1970-01-01, or `noPublishedDay`. */
  publishedDay: number;
  language: string;
  words: number;
}>;

/** The terms of a field are one stream, and its stop words another that never scores. */
export function streamOf(field: number, stopWord: boolean): number {
  return field * 2 + (stopWord ? 1 : 0);
}

/** Numbers each distinct string in order of first sight. */
class Numbering {
  readonly values: string[] = [];
  readonly #numbers = new Map<string, number>();

  numberOf(value: string): number {
    const known = this.#numbers.get(value);
    if (known !== undefined) return known;
    this.#numbers.set(value, this.values.length);
    return this.values.push(value) - 1;
  }
}

/** A `Uint32Array` that grows. */
class NumberLog {
  #numbers = new Uint32Array(1024);
  #length = 0;

  push(a: number, b: number, c: number, d: number): void {
    if (this.#length + 4 > this.#numbers.length) {
      const larger = new Uint32Array(this.#numbers.length * 2);
      larger.set(this.#numbers);
      this.#numbers = larger;
    }
    this.#numbers[this.#length] = a;
    this.#numbers[this.#length + 1] = b;
    this.#numbers[this.#length + 2] = c;
    this.#numbers[this.#length + 3] = d;
    this.#length += 4;
  }

  toArray(): Uint32Array {
    return this.#numbers.slice(0, this.#length);
  }
}

/** Reads the words of every field; pure, and linear in the length of the article. */
export function analyseArticle(article: ReadArticle, analysis: Analysis = extendedAnalysis): AnalysedArticle {
  const terms = new Numbering();
  const forms = new Numbering();
  const log = new NumberLog();
  const fieldLengths = new Uint32Array(indexFields.length);
  for (const [field, { texts }] of indexFields.entries()) {
    let position = 0;
    for (const text of texts(article.fields)) {
      analysis.scan(text, (word) => {
        const { term, form } = analysis.analyseWord(word);
        if (term !== null) fieldLengths[field] = (fieldLengths[field] as number) + 1;
        else if (form === '') return;
        const stream = streamOf(field, term === null);
        log.push(
          terms.numberOf(term ?? form),
          forms.numberOf(form),
          (stream << 2) | wordCaseOf(word),
          position,
        );
        position += 1;
      });
      position += stretchGap;
    }
  }
  return {
    terms: terms.values,
    forms: forms.values,
    occurrences: log.toArray(),
    fieldLengths,
    publishedDay: dayOf(article.fields.published),
    language: article.fields.language,
    words: article.fields.words,
  };
}

/** The time of a file says when it was saved, not when it was published: such an article counts as undated. */
function dayOf(published: Published | null): number {
  return published === null || published.from === 'file-time' ? noPublishedDay : publishedDay(published.date);
}

/** What to hand over rather than copy when the article is posted to another thread. */
export function transferablesOf(article: AnalysedArticle): ArrayBuffer[] {
  return [article.occurrences.buffer as ArrayBuffer, article.fieldLengths.buffer as ArrayBuffer];
}
