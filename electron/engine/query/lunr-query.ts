import { sentence } from '../../words/sentence.ts';
import type { QueryFault } from '../../contract/search.ts';
import type { Analysis } from '../analysis/analysis.ts';
import { lunrParts, type StockClause } from '../analysis/lunr-parts.ts';
import { BitSet } from '../index/bytes/bit-set.ts';
import { fieldNumber, indexFields, searchedFields } from '../index/schema/fields.ts';
import type { IndexSnapshot } from '../index/index-reader.ts';
import type { ExpandedTerm } from './matching/expanded-term.ts';
import { maxPatterns, tooManyPatterns } from './grammar/query-limits.ts';
import { TermWeights, type Evaluation } from './matching/weighted-terms.ts';
import { expandLikeLunr } from './matching/term-expansion.ts';

/** More would make Lunr's automaton, and the words within reach, too many. */
const maxEditDistance = 2;

export type LunrClause = Readonly<{
  term: string;
  fields: readonly number[];
  boost: number;
  editDistance?: number;
  usePipeline: boolean;
  presence: 'optional' | 'required' | 'prohibited';
}>;

export type ParsedLunrQuery = Readonly<{ clauses: readonly LunrClause[]; fault: QueryFault | null }>;

function presenceOf({ presence }: StockClause): LunrClause['presence'] {
  if (presence === lunrParts.Query.presence.REQUIRED) return 'required';
  return presence === lunrParts.Query.presence.PROHIBITED ? 'prohibited' : 'optional';
}

function clausesOf(text: string): LunrClause[] {
  const query = new lunrParts.Query(searchedFields.map((field) => indexFields[field]?.name ?? ''));
  new lunrParts.QueryParser(text, query).parse();
  return query.clauses.map((clause) => ({
    term: clause.term,
    fields: clause.fields.flatMap((name) => fieldNumber(name) ?? []),
    boost: clause.boost,
    ...(clause.editDistance === undefined ? {} : { editDistance: clause.editDistance }),
    usePipeline: clause.usePipeline,
    presence: presenceOf(clause),
  }));
}

type LunrParseError = Readonly<{ message: string; start: number; end: number }>;

function isParseError(error: unknown): error is LunrParseError {
  return error instanceof Error && error.name === 'QueryParseError' && 'start' in error && 'end' in error;
}

/**
 * Parses a query by `lunr.QueryParser`. What it refuses becomes a fault, and the clauses are those of the longest start
 * of the query, cut before a clause, that it takes.
 */
export function parseLunrQuery(text: string): ParsedLunrQuery {
  try {
    return withinLimits(clausesOf(text), text);
  } catch (error) {
    if (!isParseError(error)) throw error;
    const at = Math.min(error.start, Math.max(text.length - 1, 0));
    const fault = { at, length: Math.max(1, error.end - error.start), message: error.message };
    const words = text.slice(0, error.start).split(/(?=\s)/);
    while (words.length > 0) {
      try {
        return { clauses: clausesOf(words.join('')), fault };
      } catch {
        // Still not a query: the next try is one word shorter.
        words.pop();
      }
    }
    return { clauses: [], fault };
  }
}

function withinLimits(clauses: readonly LunrClause[], text: string): ParsedLunrQuery {
  const near = tooFar(clauses, text);
  const few = tooMany(near.clauses, text);
  return { clauses: few.clauses, fault: near.fault ?? few.fault };
}

/** Lunr would expand them all, in minutes: of so many, which nobody types, the first are looked for. */
function tooMany(clauses: readonly LunrClause[], text: string): ParsedLunrQuery {
  const patterns = clauses.filter(isPattern);
  const [first] = patterns.slice(maxPatterns);
  if (first === undefined) return { clauses, fault: null };
  const kept = new Set(patterns.slice(0, maxPatterns));
  return {
    clauses: clauses.filter((clause) => !isPattern(clause) || kept.has(clause)),
    fault: { ...spanOf(first.term, text), message: sentence('fault.left-out', { fault: tooManyPatterns }) },
  };
}

function isPattern({ term, editDistance }: LunrClause): boolean {
  return editDistance !== undefined || term.includes('*');
}

function tooFar(clauses: readonly LunrClause[], text: string): ParsedLunrQuery {
  const far = clauses.find(({ editDistance = 0 }) => editDistance > maxEditDistance);
  if (far === undefined) return { clauses, fault: null };
  const mark = `~${String(far.editDistance)}`;
  const message = sentence('fault.max-distance', { max: maxEditDistance });
  return {
    clauses: clauses.filter((clause) => (clause.editDistance ?? 0) <= maxEditDistance),
    fault: { at: Math.max(0, text.indexOf(mark)), length: mark.length, message },
  };
}

/** `leftOut`: terms of clauses that stand for too many words. */
export type LunrEvaluation = Evaluation & Readonly<{ leftOut: readonly string[] }>;

/** Words that a query can stand for, all of which score: more would not find room in the memory of a search. */
const maxTerms = 32_768;

const maxShown = 40;

/** What is wrong with a query of which clauses were left out. */
export function leftOutFault(text: string, { leftOut: [term] }: LunrEvaluation): QueryFault | null {
  if (term === undefined) return null;
  const shown = term.length > maxShown ? `${term.slice(0, maxShown)}…` : term;
  const message = sentence('fault.max-words', { max: maxTerms, word: shown });
  return { ...spanOf(term, text), message };
}

function spanOf(term: string, text: string): Readonly<{ at: number; length: number }> {
  return {
    at: Math.max(0, text.toLowerCase().indexOf(term)),
    length: Math.max(1, Math.min(term.length, text.length)),
  };
}

function documentsOf(
  snapshot: IndexSnapshot,
  terms: readonly ExpandedTerm[],
  fields: readonly number[],
): BitSet[] {
  return snapshot.segments.map((segment) => {
    snapshot.checkpoint();
    const documents = new BitSet(segment.row.articles);
    for (const term of terms) term.addDocuments(segment, fields, documents);
    return documents;
  });
}

/**
 * Evaluates clauses as `lunr.Index#query` does: a document is found by any clause that is not prohibited, unless a
 * required one misses it or a prohibited one has it; with nothing but prohibited clauses (or none) all are found.
 */
export function evaluateLunrQuery(
  snapshot: IndexSnapshot,
  clauses: readonly LunrClause[],
  analysis: Analysis,
): LunrEvaluation {
  const weights = new TermWeights();
  const leftOut: string[] = [];
  let room = maxTerms;
  let negated = true;
  const found = snapshot.segments.map(({ row }) => new BitSet(row.articles));
  const allowed = snapshot.segments.map((segment) => segment.liveDocuments());
  for (const clause of clauses) {
    const terms = clause.usePipeline ? analysis.searchPipeline.runString(clause.term) : [clause.term];
    const accepted = terms.map((term) => expandLikeLunr(snapshot, { ...clause, term }, room));
    if (accepted.includes(null)) {
      leftOut.push(clause.term);
      continue;
    }
    negated &&= clause.presence === 'prohibited';
    const expanded = accepted
      .flatMap((some) => some ?? [])
      // A term that only deleted articles hold is no term of the live collection, and must not weigh.
      .filter((term) => term.fieldFrequency(snapshot) > 0);
    room = Math.max(0, room - (isPattern(clause) ? expanded.length : 0));
    const documents = documentsOf(snapshot, expanded, clause.fields);
    for (const [nth, set] of documents.entries()) {
      if (clause.presence === 'prohibited') allowed[nth]?.subtract(set);
      else found[nth]?.union(set);
      if (clause.presence === 'required') allowed[nth]?.intersect(set);
    }
    if (clause.presence === 'prohibited') continue;
    for (const term of expanded) weights.add(term, clause.fields, clause.boost);
  }
  const matched = allowed.map((set, nth) => (negated ? set : set.intersect(found[nth] ?? set)));
  return { matched, terms: weights.values(), leftOut };
}
