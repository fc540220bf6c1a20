import { lunrParts, type TokenSetNode } from '../../analysis/lunr-parts.ts';
import { sharedPrefix } from '../bytes/common-prefix.ts';
import type { WordTable } from './form-table.ts';

type States = ReadonlySet<TokenSetNode>;

function step(states: States, unit: string): States {
  const next = new Set<TokenSetNode>();
  for (const state of states) {
    const exact = state.edges[unit];
    if (exact !== undefined) next.add(exact);
    const any = state.edges['*'];
    if (any !== undefined) next.add(any);
  }
  return next;
}

/**
 * The places in `words` of those that Lunr's token set of `clause` accepts. Words that share a prefix share the walk,
 * and where a prefix leads nowhere the search goes on behind the last word that has it.
 */
export function acceptedWords(
  words: WordTable,
  clause: Readonly<{ term: string; editDistance?: number }>,
  checkpoint: () => void,
): number[] {
  // An automaton of a word that is much too long would take more memory than there is, for nothing.
  if (clause.term.replaceAll('*', '').length - (clause.editDistance ?? 0) > words.longest) return [];
  const root = lunrParts.TokenSet.fromClause(clause);
  const stack: States[] = [new Set([root])];
  const accepted: number[] = [];
  let previous = '';
  for (let place = 0, steps = 0; place < words.length; steps += 1) {
    if (steps % 1024 === 0) checkpoint();
    const word = words.word(place);
    const shared = sharedPrefix(previous, word);
    previous = word;
    stack.length = Math.min(stack.length, shared + 1);
    const reached = walk(stack, word);
    if (reached < word.length) {
      place = behindPrefix(words, word.slice(0, reached + 1), place);
      continue;
    }
    // Lunr indexes the empty term, which its trimmer leaves of a word without letters, and never finds it.
    if (word !== '' && isFinal(stack[word.length])) accepted.push(place);
    place += 1;
  }
  return accepted;
}

/** Walks on from what `stack` holds; how many characters of the word could be followed. */
function walk(stack: States[], word: string): number {
  for (let at = stack.length - 1; at < word.length; at += 1) {
    const states = step(stack[at] as States, word.charAt(at));
    if (states.size === 0) return at;
    stack.push(states);
  }
  return word.length;
}

function isFinal(states: States | undefined): boolean {
  for (const state of states ?? []) if (state.final) return true;
  return false;
}

/** The first place behind `place` whose word does not begin with `prefix`: near by first. */
function behindPrefix(words: WordTable, prefix: string, place: number): number {
  let low = place;
  let step = 1;
  while (low + step < words.length && words.word(low + step).startsWith(prefix)) {
    low += step;
    step *= 2;
  }
  let high = Math.min(words.length, low + step);
  while (low + 1 < high) {
    const middle = (low + high) >>> 1;
    if (words.word(middle).startsWith(prefix)) low = middle;
    else high = middle;
  }
  return low + 1;
}
