import { say } from '../../../electron/words/say.ts';
import { isNarrowing, noFilter } from '../../state/search/search-filter.ts';
import type { Question } from '../../state/search/question.ts';

export type Loosening = Readonly<{ label: string; question: Question }>;

/** Wider questions than one that found nothing, the nearest first. Any of its words were looked for already. */
export function loosenings(question: Question): readonly Loosening[] {
  const { query, filter } = question;
  const wider: Loosening[] = [];
  if (isNarrowing(filter)) {
    const label = say('search.without-filter');
    wider.push({ label, question: { ...question, filter: noFilter } });
  }
  const add = (label: string, changed: string) => {
    const tidy = changed.replace(/\s+/g, ' ').trim();
    if (tidy !== '' && tidy !== query.replace(/\s+/g, ' ').trim())
      wider.push({ label, question: { ...question, query: tidy } });
  };
  add(say('search.without-quotes'), query.replace(/["“”]/g, ''));
  add(say('search.without-dates'), query.replace(/(^|\s)(?:date|before|after):\S+/g, ' '));
  add(say('search.without-negation'), query.replace(/(^|\s)(?:-|NOT\s+)(?:"[^"]*"|\S+)/g, ' '));
  return wider;
}
