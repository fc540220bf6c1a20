import { indexFields } from './fields.ts';

/** Between two texts of a field that is not continuous, further than any proximity operator reaches. */
export const textGap = 1_000;

/** The terms of a field are one stream, and its stop words another that never scores. */
export function streamOf(field: number, stopWord: boolean): number {
  return field * 2 + (stopWord ? 1 : 0);
}

/** Streams of the body that hold, instead of words, the positions of the last words of sentences and paragraphs. */
export const sentenceStream = indexFields.length * 2;
export const paragraphStream = indexFields.length * 2 + 1;

/** The terms of those streams: U+FFFF is no character of a text, and sorts after all words. */
export const sentenceTerm = '\uffffsentence';
export const paragraphTerm = '\uffffparagraph';

/** Whether an entry of the dictionary stands for words, and not for the ends of sentences or paragraphs. */
export function isWordTerm(term: string): boolean {
  return !term.startsWith('\uffff');
}
