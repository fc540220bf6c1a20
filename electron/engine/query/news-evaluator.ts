import type { Analysis } from '../analysis/analysis.ts';
import { BitSet } from '../index/bit-set.ts';
import { fieldNumber, searchedFields } from '../index/fields.ts';
import type { IndexSnapshot } from '../index/index-snapshot.ts';
import type { SegmentReader } from '../index/segment-reader.ts';
import type { Evaluation } from './lunr-query.ts';
import { matchPhrase } from './phrase-matcher.ts';
import type { QueryNode } from './query-node.ts';
import { mostExpansions, SlotResolver, type QuerySlot, type SlotOptions } from './query-slot.ts';
import { TermWeights } from './scorer.ts';

/** Sets of article ids that the index knows nothing of. */
export interface ArticleSets {
  tagged(name: string): BitSet;
  inSource(name: string): BitSet;
}

/** A run of slots that was looked for, for the highlighter; null for the fields that are searched when none is named. */
export type SoughtPhrase = Readonly<{ slots: readonly QuerySlot[]; field: number | null }>;

export type NewsEvaluation = Evaluation &
  Readonly<{
    sought: readonly SoughtPhrase[];
    notices: readonly string[];
    /** Words that no live article has. */
    unknownWords: readonly string[];
  }>;

/** `stopWord`: nothing but stop words was asked for, so that it restricts nothing next to other words. */
type Found = Readonly<{ sets: readonly BitSet[]; stopWord: boolean }>;

class NewsEvaluator {
  readonly weights = new TermWeights();
  readonly sought: SoughtPhrase[] = [];
  readonly notices = new Set<string>();
  readonly unknownWords: string[] = [];
  readonly #snapshot: IndexSnapshot;
  readonly #articleSets: ArticleSets;
  readonly #resolver: SlotResolver;

  constructor(snapshot: IndexSnapshot, analysis: Analysis, articleSets: ArticleSets) {
    this.#snapshot = snapshot;
    this.#articleSets = articleSets;
    this.#resolver = new SlotResolver(snapshot, analysis);
  }

  /** `scores`: what is looked for counts for the order and is marked; under NOT it does neither. */
  evaluate(node: QueryNode, scores: boolean): Found {
    switch (node.kind) {
      case 'everything':
        return this.#perSegment((segment) => segment.liveDocuments());
      case 'nothing':
        return this.#perSegment((segment) => new BitSet(segment.row.articles));
      case 'all':
        return this.#combine(node.nodes, scores, (set, other) => set.intersect(other));
      case 'any':
        return this.#combine(node.nodes, scores, (set, other) => set.union(other));
      case 'not': {
        const { sets } = this.evaluate(node.node, false);
        return this.#perSegment((segment, nth) => segment.liveDocuments().subtract(sets[nth] as BitSet));
      }
      case 'required':
        return this.evaluate(node.node, scores);
      case 'word':
        return this.#words(node.text, node, scores);
      case 'phrase':
        return this.#words(node.text, { ...node, editDistance: 0 }, scores);
      case 'tag':
        return this.#byArticle(this.#articleSets.tagged(node.name));
      case 'source':
        return this.#byArticle(this.#articleSets.inSource(node.name));
      case 'language':
        return this.#filter((segment, document) => {
          const language = segment.language(document).toLowerCase();
          return language === node.code || language.startsWith(`${node.code}-`);
        });
      case 'days':
        return this.#filter((segment, document) => {
          const day = segment.day(document);
          return day >= node.from && day <= node.to && segment.hasDay(document);
        });
      case 'words':
        return this.#filter((segment, document) => {
          const words = segment.column('words')[document] ?? 0;
          return words >= node.from && words <= node.to;
        });
    }
  }

  #perSegment(make: (segment: SegmentReader, nth: number) => BitSet): Found {
    return { sets: this.#snapshot.segments.map(make), stopWord: false };
  }

  #filter(test: (segment: SegmentReader, document: number) => boolean): Found {
    return this.#perSegment((segment) => {
      const set = segment.liveDocuments();
      for (let document = 0; document < segment.row.articles; document += 1) {
        if (!test(segment, document)) set.delete(document);
      }
      return set;
    });
  }

  #byArticle(ids: BitSet): Found {
    return this.#filter((segment, document) => ids.has(segment.articles[document] ?? 0));
  }

  #combine(
    nodes: readonly QueryNode[],
    scores: boolean,
    combine: (set: BitSet, other: BitSet) => BitSet,
  ): Found {
    const found = nodes.map((node) => this.evaluate(node, scores));
    const counted = found.filter(({ stopWord }) => !stopWord);
    const [first, ...rest] = counted.length > 0 ? counted : found;
    const sets = (first?.sets ?? []).map((set) => set.copy());
    for (const other of rest)
      for (const [nth, set] of sets.entries()) combine(set, other.sets[nth] as BitSet);
    return { sets, stopWord: counted.length === 0 };
  }

  #words(
    text: string,
    options: SlotOptions & Readonly<{ field: string | null; boost: number }>,
    scores: boolean,
  ): Found {
    const slots = this.#resolver.resolve(text, options);
    const field = options.field === null ? null : fieldNumber(options.field);
    const fields = field === null ? searchedFields : [field];
    for (const slot of slots) this.#note(slot);
    if (scores) {
      this.sought.push({ slots, field });
      for (const slot of slots) {
        // A wildcard of very many words finds without ranking: it counts the same for every article.
        if (slot.stopWord || slot.many) continue;
        for (const term of slot.terms) this.weights.add(term, fields, options.boost);
      }
    }
    const [only] = slots;
    if (only === undefined)
      return { ...this.#perSegment((segment) => segment.liveDocuments()), stopWord: true };
    const stopWord = slots.length === 1 && only.stopWord;
    if (slots.length > 1 || stopWord) {
      const found = this.#perSegment((segment) =>
        matchPhrase(slots, segment, fields).intersect(segment.liveDocuments()),
      );
      return { ...found, stopWord };
    }
    return this.#perSegment((segment) => {
      const set = new BitSet(segment.row.articles);
      for (const term of only.terms) {
        if (only.many) set.union(term.documents(segment, fields));
        else for (const number of fields) addAll(set, term.frequencies(segment, number).documents);
      }
      return set.intersect(segment.liveDocuments());
    });
  }

  #note(slot: QuerySlot): void {
    if (slot.terms.length === 0) this.unknownWords.push(slot.word);
    if (slot.many) {
      this.notices.add(
        `More than ${mostExpansions.toLocaleString('en')} words match “${slot.word}”; they do not count for the order.`,
      );
    }
  }
}

function addAll(set: BitSet, documents: Uint32Array): void {
  for (const document of documents) set.add(document);
}

/** Finds and weighs what a query of grammar `news` asks for. */
export function evaluateNewsQuery(
  snapshot: IndexSnapshot,
  node: QueryNode,
  analysis: Analysis,
  articleSets: ArticleSets,
): NewsEvaluation {
  const evaluator = new NewsEvaluator(snapshot, analysis, articleSets);
  const { sets } = evaluator.evaluate(node, true);
  const terms = evaluator.weights
    .values()
    .filter(({ term, weights }) => term.documentFrequency(snapshot, [...weights.keys()]) > 0);
  return {
    matched: sets,
    terms,
    sought: evaluator.sought,
    notices: [...evaluator.notices],
    unknownWords: evaluator.unknownWords,
  };
}
