import { oneOf, orMissing, record, refuse, text, truth } from '../parse.ts';
import { sortOrders } from '../search.ts';
import { aFilter } from './filter.ts';

const fields = {
  query: text(0, 10_000),
  grammar: oneOf(['news', 'lunr']),
  sort: oneOf(sortOrders),
  filter: aFilter,
};

export const aQuestion = record(fields);

/** Of which the last word may still be being completed. */
export const aTrendQuestion = record({ ...fields, typing: orMissing(truth) });

/** Milliseconds since 1970. */
export function aTime(data: unknown, at: string): number {
  return typeof data === 'number' && Number.isFinite(data) && data >= 0 ? data : refuse(at, 'a time', data);
}
