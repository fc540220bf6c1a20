import type { FilterName } from './filter-names.ts';
import { parseDayRange } from './query-dates.ts';
import type { QueryNode } from './query-node.ts';

/** What the archive knows of a value: whether it has it, and else which one is near. */
export type KnownValues = Readonly<{
  tag(name: string): ValueCheck;
  source(text: string): ValueCheck;
  /** `value`: the code that a language is known by, when it was given by name. */
  language(code: string): ValueCheck;
}>;

export type ValueCheck = Readonly<{ known: boolean; value?: string; nearest: string | null }>;

/** What was read of a value; `node` null: nothing that can be looked for. `instead`: the value that was meant. */
export type ReadFilter = Readonly<{ node: QueryNode | null; message: string | null; instead?: string }>;

const wordsPattern = /^([<>]=?|=)?(\d{1,9})(?:\.\.(\d{1,9}))?$/;

/** Reads the value of a filter; `today` in days since 1970-01-01. Without `known`, every value may be. */
export function readFilter(
  name: FilterName,
  text: string,
  today: number,
  known: KnownValues | null,
): ReadFilter {
  switch (name) {
    case 'tag':
      return named(text, known?.tag(text), 'there is no tag', (value) => ({
        kind: 'tag',
        name: value,
      }));
    case 'source':
      return named(text, known?.source(text), 'no source or path holds', (value) => ({
        kind: 'source',
        name: value,
      }));
    case 'language':
      return named(text, known?.language(text.toLowerCase()), 'no article is in the language', (value) => ({
        kind: 'language',
        code: value.toLowerCase(),
      }));
    case 'words':
      return wordCount(text);
    case 'date':
    case 'before':
    case 'after':
      return days(name, text, today);
  }
}

function named(
  text: string,
  check: ValueCheck | undefined,
  message: string,
  make: (value: string) => QueryNode,
): ReadFilter {
  if (check === undefined || check.known) return { node: make(check?.value ?? text), message: null };
  const { nearest } = check;
  const hint = nearest === null ? '' : `; “${nearest}” is near`;
  return {
    node: null,
    message: `${message} “${text}”${hint}`,
    ...(nearest === null ? {} : { instead: nearest }),
  };
}

function days(operator: 'date' | 'before' | 'after', text: string, today: number): ReadFilter {
  const range = parseDayRange(operator, text, today);
  if (range === null) {
    const message = `“${text}” is no date: 2021, 2021-06, 2021-06-30, 2021-06..2021-08, today or -30d would be`;
    return { node: null, message };
  }
  if (range.from <= range.to)
    return { node: { kind: 'days', ...range, text: `${operator}:${text}` }, message: null };
  const [start = '', end = ''] = text.split('..', 2);
  const instead = `${end}..${start}`;
  const turned = parseDayRange(operator, instead, today);
  return {
    node: turned === null ? null : { kind: 'days', ...turned, text: `${operator}:${instead}` },
    message: `${text} runs backwards; it was read as ${instead}`,
    instead,
  };
}

function wordCount(text: string): ReadFilter {
  const parts = wordsPattern.exec(text);
  if (parts === null) {
    return { node: null, message: `“${text}” is no number of words: >800, <200 or 200..800 would be` };
  }
  const [, sign = '=', digits, end] = parts;
  const count = Number(digits);
  const most = Number.MAX_SAFE_INTEGER;
  const between = (from: number, to: number, said = text): QueryNode => ({
    kind: 'words',
    from,
    to,
    text: `words:${said}`,
  });
  if (end !== undefined) {
    if (count <= Number(end)) return { node: between(count, Number(end)), message: null };
    const instead = `${end}..${String(count)}`;
    const message = `${text} runs backwards; it was read as ${instead}`;
    return { node: between(Number(end), count, instead), message, instead };
  }
  if (sign.startsWith('>')) return { node: between(sign === '>' ? count + 1 : count, most), message: null };
  if (sign === '<' && count === 0) return { node: null, message: 'no article has fewer than 0 words' };
  if (sign.startsWith('<')) return { node: between(0, sign === '<' ? count - 1 : count), message: null };
  return { node: between(count, count), message: null };
}
