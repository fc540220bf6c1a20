import { sentence } from '../../../words/sentence.ts';
/** Wildcards and edit distances that a query can have: each looks through all words of the archive. */
export const maxPatterns = 50;

export const tooManyPatterns = sentence('fault.max-patterns', { max: maxPatterns });
