import type { Collocate, ConcordanceLine } from './concordance-api.ts';
import { csvRow } from './csv-row.ts';

export const concordanceHead = csvRow([
  'article',
  'date',
  'outlet',
  'headline',
  'left',
  'hit',
  'right',
  'field',
  'paragraph',
]);

export function concordanceRow({
  article,
  published,
  outlet,
  headline,
  left,
  hit,
  right,
  place,
}: ConcordanceLine): string {
  const date = published === null ? '' : `${published.date}${published.guess === undefined ? '' : '?'}`;
  const sides = [left.trim(), hit, right.trim()];
  return csvRow([article, date, outlet ?? '', headline, ...sides, place.field, place.text + 1]);
}

export const collocatesHead = csvRow([
  'word',
  'together',
  'left',
  'right',
  'in all',
  'log-likelihood',
  'mutual information',
]);

export function collocateRow({
  word,
  together,
  left,
  right,
  inAll,
  logLikelihood,
  mutualInformation,
}: Collocate): string {
  return csvRow([word, together, left, right, inAll, rounded(logLikelihood), rounded(mutualInformation)]);
}

function rounded(figure: number): number {
  return Math.round(figure * 1000) / 1000;
}
