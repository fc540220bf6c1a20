/** An operator of another service: how it is written here, and how tight it binds there. */
export type ForeignOperator = Readonly<{ text: string; binds: number; length: number; note?: ForeignNote }>;

/** What differs, by the last part of the name of its message. */
export type ForeignNote = 'ordered' | 'segment';

const wordEnd = '(?![\\p{L}\\p{N}])';
const notInWord = /[\p{L}\p{N}]/u;

type Row = readonly [
  pattern: RegExp,
  make: (number: string) => Readonly<{ text: string; binds: number; note?: ForeignNote }>,
];

function row(pattern: string, make: Row[1]): Row {
  return [new RegExp(`${pattern}${wordEnd}`, 'iuy'), make];
}

/** Among nearnesses of words those bind tighter that reach less far. */
const near = (binds: number, reach: string): number => binds - Number(reach) / 10_000;

/** Nexis binds OR tightest, and AND NOT least (Nexis Uni, "Search connectors"). */
const nexisRows = (): readonly Row[] => [
  row('(?:and|but)\\s+not', () => ({ text: 'NOT', binds: 1 })),
  row('not\\s+(?:w|near)/(\\d{1,3})', (number) => ({ text: `NOT w/${number}`, binds: near(3, number) })),
  row('not\\s+pre/(\\d{1,3})', (number) => ({ text: `NOT pre/${number}`, binds: near(3, number) })),
  row('not\\s+w/seg', () => ({ text: 'NOT w/1000', binds: 3, note: 'segment' })),
  row('not\\s+w/s', () => ({ text: 'NOT w/s', binds: 3 })),
  row('not\\s+w/p', () => ({ text: 'NOT w/p', binds: 3 })),
  row('(?:w|near)?/(\\d{1,3})', (number) => ({ text: `w/${number}`, binds: near(4, number) })),
  row('(?:pre|onear)/(\\d{1,3})', (number) => ({ text: `pre/${number}`, binds: near(4, number) })),
  row('\\+(\\d{1,3})', (number) => ({ text: `pre/${number}`, binds: near(4, number) })),
  row('w?/seg', () => ({ text: 'w/1000', binds: 3.3, note: 'segment' })),
  row('w?/s', () => ({ text: 'w/s', binds: 3.5 })),
  row('w?/p', () => ({ text: 'w/p', binds: 3.4 })),
  row('pre/s', () => ({ text: 'pre/s', binds: 3.5 })),
  row('pre/p', () => ({ text: 'pre/p', binds: 3.4 })),
  row('and', () => ({ text: 'AND', binds: 2 })),
  row('or', () => ({ text: 'OR', binds: 5 })),
];

/** Factiva binds OR least (Factiva, "Search builder: operators and connectors"). */
const factivaRows = (): readonly Row[] => [
  row('adj(\\d{1,3})', (number) => ({ text: `pre/${number}`, binds: near(4, number) })),
  row('adj', () => ({ text: 'pre/1', binds: 4 })),
  row('w/?(\\d{1,3})', (number) => ({ text: `pre/${number}`, binds: near(4, number), note: 'ordered' })),
  row('near/?(\\d{1,3})', (number) => ({ text: `w/${number}`, binds: near(4, number) })),
  row('/n(\\d{1,3})/', (number) => ({ text: `w/${number}`, binds: near(4, number) })),
  row('same', () => ({ text: 'w/p', binds: 3.5 })),
  row('(?:and\\s+)?not', () => ({ text: 'NOT', binds: 3 })),
  row('and', () => ({ text: 'AND', binds: 2 })),
  row('or', () => ({ text: 'OR', binds: 1 })),
];

function operatorIn(rows: readonly Row[], text: string, at: number): ForeignOperator | null {
  if (at > 0 && notInWord.test(text.charAt(at - 1))) return null;
  for (const [pattern, make] of rows) {
    pattern.lastIndex = at;
    const found = pattern.exec(text);
    if (found !== null) return { ...make(found[1] ?? ''), length: found[0].length };
  }
  return null;
}

// Made when a query is looked at that may be of a service: the patterns of Unicode classes take milliseconds.
let rowsOfNexis: readonly Row[] | null = null;
let rowsOfFactiva: readonly Row[] | null = null;

export function nexisOperator(text: string, at: number): ForeignOperator | null {
  return operatorIn((rowsOfNexis ??= nexisRows()), text, at);
}

export function factivaOperator(text: string, at: number): ForeignOperator | null {
  return operatorIn((rowsOfFactiva ??= factivaRows()), text, at);
}
