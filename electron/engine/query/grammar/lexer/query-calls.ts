import { sentence, type Sentence } from '../../../../words/sentence.ts';
import { editDistanceWithin } from '../edit-distance.ts';
import { writtenNames, type WrittenAs } from '../written-as.ts';
import { maxFirstWords, zoneNames } from '../zones.ts';

/** What stands right before a bracket, and says of what is in it how, where or how often. */
export type QueryCall =
  | Readonly<{ kind: 'written'; written: WrittenAs }>
  | Readonly<{ kind: 'zone'; zone: string }>
  | Readonly<{ kind: 'atleast'; count: number }>;

/** `message` when it is none of ours as it is written; `instead`: how it is written in this grammar. */
export type ParsedCall = Readonly<{ call: QueryCall; message: Sentence | null; instead: string }>;

const maxMentions = 1_000;

/** Names with a number after them. */
const counted: ReadonlyMap<
  string,
  Readonly<{ max: number; usual: number; make: (count: number) => QueryCall }>
> = new Map([
  ['atleast', { max: maxMentions, usual: 2, make: (count) => ({ kind: 'atleast', count }) }],
  [
    'first',
    { max: maxFirstWords, usual: 50, make: (count) => ({ kind: 'zone', zone: `first${String(count)}` }) },
  ],
]);

const plain: ReadonlyMap<string, QueryCall> = new Map<string, QueryCall>([
  ...writtenNames.map((written): [string, QueryCall] => [written, { kind: 'written', written }]),
  ...zoneNames.map((zone): [string, QueryCall] => [zone, { kind: 'zone', zone }]),
]);

/** As they are written, for who lists them. */
export const callNames: readonly string[] = [
  ...plain.keys(),
  ...[...counted.keys()].map((name) => `${name}3`),
];

const form = /^(\p{L}+)(\d*)$/u;
/** Shorter names are one letter away from words that stand before a bracket. */
const minMisspelled = 5;

/** Reads a word right before a bracket as an operator, or as the one that it is a letter away from; null for a word. */
export function callIn(word: string): ParsedCall | null {
  const [, letters = '', digits = ''] = form.exec(word.toLowerCase()) ?? [];
  const name = nameOf(letters, digits !== '');
  if (name === null) return null;
  const isMisspelled = name !== letters;
  const own = plain.get(name);
  if (own !== undefined) {
    return {
      call: own,
      message: isMisspelled ? sentence('fault.no-operator', { written: word, instead: name }) : null,
      instead: name,
    };
  }
  const row = counted.get(name);
  if (row === undefined) return null;
  const { max, usual, make } = row;
  if (digits === '') {
    const instead = `${name}${String(usual)}`;
    return {
      call: make(usual),
      message: sentence('fault.no-count', { name, instead }),
      instead,
    };
  }
  const count = Math.min(Math.max(1, Number(digits)), max);
  const instead = `${name}${String(count)}`;
  const outOfRange = count === Number(digits) ? null : sentence('fault.count', { name, max });
  return {
    call: make(count),
    message: isMisspelled ? sentence('fault.no-operator', { written: word, instead }) : outOfRange,
    instead,
  };
}

function nameOf(letters: string, hasDigits: boolean): string | null {
  const names = hasDigits ? counted : new Map<string, unknown>([...plain, ...counted]);
  if (names.has(letters)) return letters;
  if (letters.length < minMisspelled - 1) return null;
  for (const name of names.keys()) {
    if (name.length >= minMisspelled && editDistanceWithin(letters, name, 1) !== null) return name;
  }
  return null;
}
