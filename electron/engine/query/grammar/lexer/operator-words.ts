import { sentence, type Sentence } from '../../../../words/sentence.ts';
import { textGap } from '../../../index/schema/streams.ts';
import { editDistanceWithin } from '../edit-distance.ts';
import type { Nearness } from '../nearness.ts';

/** What a word that has the form of an operator stands for; `message` when it is none of ours as it is written. */
export type ParsedOperator = Readonly<{
  nearness: Nearness;
  message: Sentence | null;
  /** How it is written in this grammar. */
  written: string;
}>;

/** `name/reach`: a slash between letters and a number, or `s` and `p`, which no other word of ours has. */
const slashPattern = /^(\p{L}{1,8})\/(\d{1,9}|s|p)$/iu;
/** As `adj5` and `near5` of other services. */
const gluedPattern = /^(adj|near|pre|within)(\d{1,4})$/iu;

/** Operators of other services, by the one of ours that means the same or comes nearest. */
const elsewhere: ReadonlyMap<string, 'w' | 'pre'> = new Map([
  ['n', 'w'],
  ['nr', 'w'],
  ['within', 'w'],
  ['nw', 'w'],
  ['onear', 'pre'],
  ['p', 'pre'],
  ['adj', 'pre'],
  ['before', 'pre'],
]);
const ours: ReadonlyMap<string, 'w' | 'pre'> = new Map([
  ['w', 'w'],
  ['near', 'w'],
  ['pre', 'pre'],
]);

/**
 * Parses `w/5 near/5 pre/5 w/s w/p pre/s pre/p`. What looks like one of them and is none (`nea/5`, `adj5`, `w/0`) is read as
 * the nearest one, with a message; null for a word.
 */
export function operatorIn(word: string): ParsedOperator | null {
  const slash = slashPattern.exec(word);
  const [, name = '', reach = ''] = slash ?? gluedPattern.exec(word) ?? [];
  if (name === '') return null;
  const lower = name.toLowerCase();
  const own = slash === null ? undefined : ours.get(lower);
  const meant = own ?? elsewhere.get(lower) ?? ours.get(lower) ?? misspelled(lower);
  if (meant === undefined) return null;
  const ordered = meant === 'pre';
  const letter = reach.toLowerCase();
  if (letter === 's' || letter === 'p') {
    const within = letter === 's' ? 'sentence' : 'paragraph';
    // One letter before s or p is no operator of ours but a word, as in "n/s".
    if (own === undefined && lower.length < 3) return null;
    return parsed({ within, ordered }, `${meant}/${letter}`, own === undefined ? word : null);
  }
  const words = Math.min(Math.max(1, Number(reach)), textGap);
  const written = `${meant}/${String(words)}`;
  if (own === undefined) return parsed({ within: words, ordered }, written, word);
  if (Number(reach) < 1) {
    return { nearness: { within: words, ordered }, message: sentence('fault.too-near'), written };
  }
  const far = Number(reach) > textGap;
  const message = far ? sentence('fault.too-far', { max: textGap }) : null;
  return { nearness: { within: words, ordered }, message, written };
}

function parsed(nearness: Nearness, written: string, unknown: string | null): ParsedOperator {
  const message =
    unknown === null ? null : sentence('fault.no-operator', { written: unknown, instead: written });
  return { nearness, message, written };
}

function misspelled(name: string): 'w' | 'pre' | undefined {
  if (name.length < 3) return undefined;
  for (const [known, meant] of ours) {
    if (known.length > 2 && editDistanceWithin(name, known, 1) !== null) return meant;
  }
  return undefined;
}
