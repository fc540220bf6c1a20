import type { QueryFault } from '../../contract/search.ts';
import type { Analysis } from '../analysis/analysis.ts';
import { lunrParts, type StockClause } from '../analysis/lunr-parts.ts';
import { BitSet } from '../index/bit-set.ts';
import { fieldNumber, indexFields, searchedFields } from '../index/fields.ts';
import type { IndexSnapshot } from '../index/index-snapshot.ts';
import type { ExpandedTerm } from './expanded-term.ts';
import { TermWeights, type DocumentSets, type WeightedTerm } from './scorer.ts';
import { expandLikeLunr } from './term-expansion.ts';

/** More would make Lunr's automaton, and the words within reach, too many. */
export const maxEditDistance = 2;

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
 * Reads a query by `lunr.QueryParser`. What it refuses becomes a fault, and the clauses are those of the longest start
 * of the query, cut before a clause, that it takes.
 */
export function parseLunrQuery(text: string): ParsedLunrQuery {
  try {
    return tooFar(clausesOf(text), text);
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

function tooFar(clauses: readonly LunrClause[], text: string): ParsedLunrQuery {
  const far = clauses.find(({ editDistance = 0 }) => editDistance > maxEditDistance);
  if (far === undefined) return { clauses, fault: null };
  const mark = `~${String(far.editDistance)}`;
  const message = `an edit distance is ${String(maxEditDistance)} at most`;
  return {
    clauses: clauses.filter((clause) => (clause.editDistance ?? 0) <= maxEditDistance),
    fault: { at: Math.max(0, text.indexOf(mark)), length: mark.length, message },
  };
}

export type Evaluation = Readonly<{ matched: DocumentSets; terms: readonly WeightedTerm[] }>;

function documentsOf(
  snapshot: IndexSnapshot,
  terms: readonly ExpandedTerm[],
  fields: readonly number[],
): BitSet[] {
  return snapshot.segments.map((segment) => {
    snapshot.checkpoint();
    const documents = new BitSet(segment.row.articles);
    for (const term of terms) documents.union(term.documents(segment, fields));
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
): Evaluation {
  const weights = new TermWeights();
  const found = snapshot.segments.map(({ row }) => new BitSet(row.articles));
  const allowed = snapshot.segments.map((segment) => segment.liveDocuments());
  const negated = clauses.every(({ presence }) => presence === 'prohibited');
  for (const clause of clauses) {
    const terms = clause.usePipeline ? analysis.searchPipeline.runString(clause.term) : [clause.term];
    const expanded = terms
      .flatMap((term) => expandLikeLunr(snapshot, { ...clause, term }))
      // A term that only deleted articles hold is no term of the live collection, and must not weigh.
      .filter((term) => term.fieldFrequency(snapshot) > 0);
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
  return { matched, terms: weights.values() };
}
