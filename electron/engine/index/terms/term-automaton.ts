import { lunrParts, type TokenSetNode } from '../../analysis/lunr-parts.ts';
import { stride, type FormTable } from './form-table.ts';

type Clause = Readonly<{ term: string; editDistance?: number }>;

const asciiUnits = 0x80;

/** Where reading a word has come to: the nodes of a token set, one of which has to be final at the end. */
class State {
  readonly nodes: readonly TokenSetNode[];
  readonly isFinal: boolean;
  /** By the next code unit, as far as it was met; null where no word goes on so. ASCII is looked up sooner apart. */
  readonly ascii = new Array<State | null | undefined>(asciiUnits);
  readonly others = new Map<number, State | null>();

  constructor(nodes: readonly TokenSetNode[]) {
    this.nodes = nodes;
    this.isFinal = nodes.some((node) => node.final);
  }

  forget(): void {
    this.ascii.fill(undefined);
    this.others.clear();
  }
}

/** Far more than a word within two edits has; with more edits, what was found out is forgotten now and then. */
const maxStates = 20_000;

/** Lunr's token set of a clause with one state at a time, made as they are met: most words go ways that others have gone. */
class TermAutomaton {
  readonly root: State;
  readonly #states = new Map<string, State>();

  constructor(clause: Clause) {
    this.root = new State([lunrParts.TokenSet.fromClause(clause)]);
  }

  step(from: State, unit: number): State | null {
    const known = unit < asciiUnits ? from.ascii[unit] : from.others.get(unit);
    if (known !== undefined) return known;
    const next = this.#stateOf(reachedFrom(from.nodes, String.fromCharCode(unit)));
    if (unit < asciiUnits) from.ascii[unit] = next;
    else from.others.set(unit, next);
    return next;
  }

  #stateOf(nodes: ReadonlySet<TokenSetNode>): State | null {
    if (nodes.size === 0) return null;
    const key = Uint32Array.from(nodes, ({ id }) => id)
      .sort()
      .join();
    let state = this.#states.get(key);
    if (state === undefined) {
      if (this.#states.size === maxStates) this.#forget();
      state = new State([...nodes]);
      this.#states.set(key, state);
    }
    return state;
  }

  #forget(): void {
    for (const state of this.#states.values()) state.forget();
    this.#states.clear();
    this.root.forget();
  }
}

function reachedFrom(nodes: readonly TokenSetNode[], unit: string): Set<TokenSetNode> {
  const reached = new Set<TokenSetNode>();
  for (const { edges } of nodes) {
    const exact = edges[unit];
    if (exact !== undefined) reached.add(exact);
    const any = edges['*'];
    if (any !== undefined) reached.add(any);
  }
  return reached;
}

/** Of the clause that was asked for last: one segment after the other is looked through for it. */
let last: Readonly<{ clause: Clause; automaton: TermAutomaton }> | null = null;

function automatonOf(clause: Clause): TermAutomaton {
  const { term, editDistance } = clause;
  if (last?.clause.term !== term || last.clause.editDistance !== editDistance)
    last = { clause, automaton: new TermAutomaton(clause) };
  return last.automaton;
}

const newline = 10;

/**
 * The indexes in `words` of those that Lunr's token set of `clause` accepts. Words are read as the UTF-8 that they are. Those that
 * share a prefix share the walk, and where a prefix leads nowhere no other word that has it is read.
 */
export function acceptedWords(words: FormTable, clause: Clause, checkpoint: () => void): number[] {
  // An automaton of a word that is much too long would take more memory than there is, for nothing.
  if (clause.term.replaceAll('*', '').length - (clause.editDistance ?? 0) > words.maxBytes) return [];
  const automaton = automatonOf(clause);
  const { bytes, starts } = words;
  /** After so many bytes of the word before this one, of which `followed` led somewhere, and `dead` nowhere any more. */
  const states: State[] = [automaton.root];
  let followed = 0;
  let dead = 0;
  let before = 0;
  const accepted: number[] = [];
  for (let index = 0, start = 0, steps = 0; index < words.length; index += 1, steps += 1) {
    if (steps % 1024 === 0) checkpoint();
    const shared = sharedBytes(bytes, before, start, Math.max(dead, followed));
    let at = start + shared;
    if (dead === 0 || shared < dead) {
      at = startOfCharacter(bytes, start + Math.min(shared, followed));
      dead = 0;
      let state = states[at - start] as State;
      while (bytes[at] !== newline) {
        const length = lengthOfCharacter(bytes[at] as number);
        const next = stepped(automaton, state, codePointAt(bytes, at, length));
        if (next === null) {
          dead = at + length - start;
          break;
        }
        at += length;
        state = next;
        states[at - start] = next;
      }
      followed = at - start;
      // Lunr indexes the empty term, which its trimmer leaves of a word without letters, and never finds it.
      if (dead === 0 && followed > 0 && state.isFinal) accepted.push(index);
    }
    before = start;
    // Words stand in order: where a later one has the same beginning, so have all before it.
    while (dead > 0 && index % stride === 0) {
      const later = starts[index / stride + 1];
      if (later === undefined || sharedBytes(bytes, before, later, dead) < dead) break;
      index += stride;
      at = later + dead;
    }
    while (bytes[at] !== newline) at += 1;
    start = at + 1;
  }
  return accepted;
}

/** A character beyond the basic plane is two code units. */
function stepped(automaton: TermAutomaton, state: State, codePoint: number): State | null {
  if (codePoint < 0x10000) return automaton.step(state, codePoint);
  const half = automaton.step(state, 0xd800 + ((codePoint - 0x10000) >>> 10));
  return half === null ? null : automaton.step(half, 0xdc00 + (codePoint & 0x3ff));
}

function sharedBytes(bytes: Uint8Array, before: number, start: number, max: number): number {
  let shared = 0;
  while (shared < max && bytes[before + shared] === bytes[start + shared]) shared += 1;
  return shared;
}

/** Of the character that the byte at a place belongs to. */
function startOfCharacter(bytes: Uint8Array, at: number): number {
  let start = at;
  while (((bytes[start] as number) & 0xc0) === 0x80) start -= 1;
  return start;
}

function lengthOfCharacter(first: number): number {
  if (first < 0x80) return 1;
  if (first < 0xe0) return 2;
  return first < 0xf0 ? 3 : 4;
}

function codePointAt(bytes: Uint8Array, at: number, length: number): number {
  const first = bytes[at] as number;
  if (length === 1) return first;
  let codePoint = first & (0x7f >>> length);
  for (let nth = 1; nth < length; nth += 1)
    codePoint = (codePoint << 6) | ((bytes[at + nth] as number) & 0x3f);
  return codePoint;
}
