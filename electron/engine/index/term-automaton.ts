import { lunrParts, type TokenSetNode } from '../analysis/lunr-parts.ts';
import { sharedPrefix } from './shared-prefix.ts';

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
 * The places in `terms` (sorted by code unit) of those that Lunr's token set of `clause` accepts. Terms that share a
 * prefix share the walk, and a prefix that leads nowhere is left behind for all of them.
 */
export function acceptedTerms(
  terms: readonly string[],
  clause: Readonly<{ term: string; editDistance?: number }>,
): number[] {
  const root = lunrParts.TokenSet.fromClause(clause);
  const stack: States[] = [new Set([root])];
  const accepted: number[] = [];
  let previous = '';
  let deadAt = Number.POSITIVE_INFINITY;
  for (const [place, term] of terms.entries()) {
    // Lunr indexes the empty term, which its trimmer leaves of a word without letters, and never finds it.
    if (term === '') continue;
    const shared = sharedPrefix(previous, term);
    previous = term;
    if (shared >= deadAt) continue;
    deadAt = Number.POSITIVE_INFINITY;
    stack.length = Math.min(stack.length, shared + 1);
    for (let at = stack.length - 1; at < term.length; at += 1) {
      const states = step(stack[at] as States, term.charAt(at));
      if (states.size === 0) {
        deadAt = at + 1;
        break;
      }
      stack.push(states);
    }
    if (deadAt !== Number.POSITIVE_INFINITY) continue;
    for (const state of stack[term.length] ?? []) {
      if (state.final) {
        accepted.push(place);
        break;
      }
    }
  }
  return accepted;
}
