import { isRowFilter, type QueryRow, type QueryRows } from './query-rows.ts';

const operator = /^(?:AND|OR|NOT|(?:adj|near|pre|within)\d{1,4})$/iu;
/** A word that is read as nothing else, wildcards included. */
const plainWord = /^[\p{L}\p{N}*?][\p{L}\p{M}\p{N}*?!'’._&-]*$/u;
const plainValue = /^[\p{L}\p{N}<>=*?][\p{L}\p{M}\p{N}<>=*?'’._&/-]*$/u;
/** It has no place that something could be near to. */
const everything = /^\*+$/u;
/** Marks alone are looked for nowhere. */
const saysAnything = /[\p{L}\p{N}*]/u;
const wordOrPhrase = /["“”]([^"“”]*)["“”]?|[^\s"“”]+/gu;
const commas = /[,،;؛]+/u;

/** Words as they are typed, with those in quotation marks as one; a comma behind a word ends it. */
function wordsIn(text: string): readonly string[] {
  return [...text.matchAll(wordOrPhrase)].flatMap(([word, phrase]) => {
    if (phrase !== undefined) return saysAnything.test(phrase) ? [quoted(phrase)] : [];
    const bare = word.replace(/[,،;؛]+$/u, '');
    if (!saysAnything.test(bare)) return [];
    return [plainWord.test(bare) && !operator.test(bare) ? bare : quoted(bare)];
  });
}

function valuesIn(text: string): readonly string[] {
  return text
    .split(commas)
    .map((value) => value.replace(/["“”]/gu, '').trim())
    .filter((value) => value !== '')
    .map((value) => (plainValue.test(value) && !operator.test(value) ? value : quoted(value)));
}

function quoted(text: string): string {
  return `"${text.replace(/["“”\\]/gu, ' ').trim()}"`;
}

function joined(items: readonly string[], by: string): string {
  return items.length < 2 ? (items[0] ?? '') : `(${items.join(by)})`;
}

function inField(field: QueryRow['field'], words: string): string {
  return field === null || words === '' ? words : `${field}:${words}`;
}

function nearness({ words, other, reach, isOrdered }: QueryRow): string {
  const side = (text: string): string =>
    joined(
      wordsIn(text).filter((word) => !everything.test(word)),
      ' OR ',
    );
  const [left, right] = [side(words), side(other)];
  if (left === '' || right === '') return left || right;
  return `(${left} ${isOrdered ? 'pre' : 'w'}/${String(reach)} ${right})`;
}

function days({ words, other }: QueryRow): string {
  const [from, to] = [words.trim(), other.trim()];
  if (from === '' && to === '') return '';
  return `date:${from === to ? from : `${from}..${to}`}`.replace(/\s+/gu, '');
}

/** A row as a part of a query; empty for one that asks nothing. `isAlone`: nothing stands beside it. */
function writtenRow(row: QueryRow, isStrict: boolean, isAlone: boolean): string {
  const { kind, field, words } = row;
  const items = isRowFilter(field) ? valuesIn(words) : wordsIn(words);
  switch (kind) {
    case 'all':
      if (field === null && items.length > 0) return items.join(isStrict ? ' AND ' : ' ');
      return inField(field, joined(items, isStrict ? ' AND ' : ' '));
    case 'any':
      return inField(field, joined(items, ' OR '));
    case 'none':
      return items.length === 0 ? '' : `NOT ${inField(field, joined(items, ' OR '))}`;
    case 'phrase': {
      const phrase = words.replace(/["“”]/gu, ' ').trim();
      return saysAnything.test(phrase) ? inField(field, quoted(phrase)) : '';
    }
    case 'near':
      return inField(field, nearness(row));
    case 'days':
      return days(row);
    case 'text':
      return isAlone || words.trim() === '' ? words.trim() : `(${words.trim()})`;
  }
}

/** The query that rows stand for, in grammar `news`. */
export function writeRows({ rows, isStrict }: QueryRows): string {
  const asking = rows.filter((row) => writtenRow(row, isStrict, true) !== '');
  const isAlone = asking.length === 1;
  const query = asking.map((row) => writtenRow(row, isStrict, isAlone)).join(isStrict ? ' AND ' : ' ');
  // At the end of plain words a question mark would be one.
  return query.endsWith('?') && asking.at(-1)?.kind !== 'text' ? `(${query})` : query;
}
