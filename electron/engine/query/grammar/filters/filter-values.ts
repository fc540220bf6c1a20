import { sentence, type Sentence } from '../../../../words/sentence.ts';
import type { NamedColumnName } from '../../../../contract/named-columns.ts';
import {
  columnFilterOf,
  isColumnFilterName,
  isDayFilterName,
  type ColumnFilterName,
  type DayFilterName,
  type FilterName,
} from '../filter-names.ts';
import { articleStates, possessions } from '../article-states.ts';
import { nearestOf } from '../edit-distance.ts';
import { parseDayRange } from './query-dates.ts';
import type { QueryNode } from '../query-node.ts';

/** What the archive knows of a value: whether it has it, and else which one is near. */
export type KnownValues = Readonly<{
  tag(name: string): ValueCheck;
  source(text: string): ValueCheck;
  folder(name: string): ValueCheck;
  format(name: string): ValueCheck;
  /** By the name of the column and a value in small letters. `value`: what it is known by, when it was given otherwise. */
  named(column: NamedColumnName, value: string): ValueCheck;
}>;

export type ValueCheck = Readonly<{ known: boolean; value?: string; nearest: string | null }>;

/** What was parsed of a value; `node` null: nothing that can be looked for. `instead`: the value that was meant. */
export type ParsedFilter = Readonly<{ node: QueryNode | null; message: Sentence | null; instead?: string }>;

const wordsPattern = /^([<>]=?|=)?(\d{1,9})(?:\.\.(\d{1,9}))?$/;

/** Parses the value of a filter; `today` in days since 1970-01-01. Without `known`, every value may be. */
export function parseFilter(
  name: FilterName,
  text: string,
  today: number,
  known: KnownValues | null,
): ParsedFilter {
  if (isColumnFilterName(name)) return inColumn(name, text, known);
  if (isDayFilterName(name)) return days(name, text, today);
  switch (name) {
    case 'tag':
      return named(text, known?.tag(text), sentence('fault.no-tag', { text }), (value) => ({
        kind: 'tag',
        name: value,
      }));
    case 'source':
      return named(text, known?.source(text), sentence('fault.no-source', { text }), (value) => ({
        kind: 'source',
        name: value,
      }));
    case 'folder':
      return named(text, known?.folder(text), sentence('fault.no-folder', { text }), (value) => ({
        kind: 'folder',
        name: value,
      }));
    case 'format':
      return named(
        text.toLowerCase(),
        known?.format(text.toLowerCase()),
        sentence('fault.no-format', { text }),
        (value) => ({
          kind: 'format',
          name: value,
        }),
      );
    case 'is':
      return oneOf(text, articleStates, 'fault.no-state', (state) => ({ kind: 'is', state }));
    case 'has':
      return oneOf(text, possessions, 'fault.no-possession', (what) => ({ kind: 'has', what }));
    case 'words':
      return wordCount(text);
  }
}

function oneOf<Value extends string>(
  text: string,
  values: readonly Value[],
  fault: 'fault.no-state' | 'fault.no-possession',
  make: (value: Value) => QueryNode,
): ParsedFilter {
  const lower = text.toLowerCase();
  const value = values.find((one) => one === lower);
  if (value !== undefined) return { node: make(value), message: null };
  const nearest = nearestOf(lower, values);
  return {
    node: null,
    message: sentence(fault, { text, values }),
    ...(nearest === null ? {} : { instead: nearest }),
  };
}

function inColumn(name: ColumnFilterName, text: string, known: KnownValues | null): ParsedFilter {
  const filter = columnFilterOf(name);
  if (filter === undefined) return { node: null, message: sentence('fault.no-filter', { name }) };
  const check = known?.named(filter.column, text.toLowerCase());
  return named(text, check, filter.unknown(text), (value) => ({
    kind: 'named',
    filter,
    value: value.toLowerCase(),
  }));
}

function named(
  text: string,
  check: ValueCheck | undefined,
  fault: Sentence,
  make: (value: string) => QueryNode,
): ParsedFilter {
  if (check === undefined || check.known) return { node: make(check?.value ?? text), message: null };
  const { nearest } = check;
  return {
    node: null,
    message: nearest === null ? fault : sentence('fault.near', { fault, near: nearest }),
    ...(nearest === null ? {} : { instead: nearest }),
  };
}

function days(operator: DayFilterName, text: string, today: number): ParsedFilter {
  const range = parseDayRange(operator, text, today);
  if (range === null) {
    return {
      node: null,
      message: sentence(operator.startsWith('year') ? 'fault.no-year' : 'fault.no-date', { text }),
    };
  }
  const orGuessed = operator.endsWith('~');
  if (range.from <= range.to)
    return { node: { kind: 'days', ...range, orGuessed, text: `${operator}:${text}` }, message: null };
  const [start = '', end = ''] = text.split('..', 2);
  const instead = `${end}..${start}`;
  const turned = parseDayRange(operator, instead, today);
  return {
    node: turned === null ? null : { kind: 'days', ...turned, orGuessed, text: `${operator}:${instead}` },
    message: sentence('fault.backwards', { text, instead }),
    instead,
  };
}

function wordCount(text: string): ParsedFilter {
  const parts = wordsPattern.exec(text);
  if (parts === null) {
    return { node: null, message: sentence('fault.no-number', { text }) };
  }
  const [, sign = '=', digits, end] = parts;
  const count = Number(digits);
  const max = Number.MAX_SAFE_INTEGER;
  const between = (from: number, to: number, said = text): QueryNode => ({
    kind: 'words',
    from,
    to,
    text: `words:${said}`,
  });
  if (end !== undefined) {
    if (count <= Number(end)) return { node: between(count, Number(end)), message: null };
    const instead = `${end}..${String(count)}`;
    const message = sentence('fault.backwards', { text, instead });
    return { node: between(Number(end), count, instead), message, instead };
  }
  if (sign.startsWith('>')) return { node: between(sign === '>' ? count + 1 : count, max), message: null };
  if (sign === '<' && count === 0) return { node: null, message: sentence('fault.fewer-than-none') };
  if (sign.startsWith('<')) return { node: between(0, sign === '<' ? count - 1 : count), message: null };
  return { node: between(count, count), message: null };
}
