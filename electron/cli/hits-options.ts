import {
  collocateSorts,
  concordanceSorts,
  contextWords,
  type CollocateSort,
  type ConcordanceSort,
} from '../contract/concordance-api.ts';
import { oneOf, wholeNumber } from './option-values.ts';

type Format = 'text' | 'csv';

export type ConcordanceOptions = Readonly<{
  sort: ConcordanceSort;
  left: number;
  right: number;
  format: Format;
}>;

export type CollocatesOptions = Readonly<{
  sort: CollocateSort;
  left: number;
  right: number;
  atLeast: number;
  format: Format;
}>;

type Values = Readonly<
  Partial<Record<'sort' | 'left' | 'right' | 'at-least' | 'format', string | undefined>>
>;

/** What is written into a table is wanted whole. */
export function usualRows(format: string | undefined): number {
  return format === 'csv' ? Number.MAX_SAFE_INTEGER : 100;
}

const usualNear = 5;
const usualAtLeast = 3;

export function concordanceOptions(values: Values): ConcordanceOptions {
  const { min, max, usual } = contextWords;
  return {
    sort: oneOf('sort', values.sort, concordanceSorts),
    left: wholeNumber('left', values.left, usual, min, max),
    right: wholeNumber('right', values.right, usual, min, max),
    format: oneOf('format', values.format, ['text', 'csv']),
  };
}

export function collocatesOptions(values: Values): CollocatesOptions {
  return {
    sort: oneOf('sort', values.sort, collocateSorts),
    left: wholeNumber('left', values.left, usualNear, 0, contextWords.max),
    right: wholeNumber('right', values.right, usualNear, 0, contextWords.max),
    atLeast: wholeNumber('at-least', values['at-least'], usualAtLeast, 1),
    format: oneOf('format', values.format, ['text', 'csv']),
  };
}
