import type { SearchPage } from '../../../contract/search.ts';
import { sentence, type Sentence } from '../../../words/sentence.ts';

/** Why nothing may be done to all of an answer: what is left of a broken query can be everything there is. */
export function refusalOf(
  query: string,
  { fault, narrows }: Pick<SearchPage, 'fault' | 'narrows'>,
): Sentence | null {
  if (fault !== null) return sentence('refused.fault', { at: fault.at + 1, fault: fault.message });
  const isAsked = narrows || /^[\s*]*$/u.test(query);
  return isAsked ? null : sentence('refused.everything');
}
