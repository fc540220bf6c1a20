import type { Analysis } from '../../analysis/analysis.ts';
import { BitSet } from '../../index/bytes/bit-set.ts';
import type { IndexSnapshot } from '../../index/index-reader.ts';
import type { SegmentReader } from '../../index/segment/segment-reader.ts';
import { filterByArticles, filterByDays, filterByName, filterByWords } from './filters.ts';
import type { Evaluation } from './weighted-terms.ts';
import { namesFilter, type QueryNode, type SpanNode } from '../grammar/query-node.ts';
import { mostExpansions, SlotResolver, type QuerySlot, type SlotOptions } from './query-slot.ts';
import { TermWeights } from './weighted-terms.ts';
import { fieldsOf, matchResolved, type ResolvedSpans } from './span-builder.ts';

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
    /** Words that no live article has; none of those that must not be there. */
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
  readonly #found = new Map<string, Found>();

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
        return this.#words(node.text, { ...node, slack: 0 }, scores);
      case 'phrase':
        return this.#words(node.text, { ...node, editDistance: 0 }, scores);
      case 'near': {
        const resolved = this.#resolve(node, scores);
        return this.#perSegment((segment) => matchResolved(resolved, segment, this.#snapshot));
      }
      case 'tag':
        return this.#byArticle(this.#articleSets.tagged(node.name));
      case 'source':
        return this.#byArticle(this.#articleSets.inSource(node.name));
      case 'language':
        return this.#perSegment((segment) =>
          filterByName(segment, 'languages', (name) => {
            const language = name.toLowerCase();
            return language === node.code || language.startsWith(`${node.code}-`);
          }),
        );
      case 'days':
        return this.#perSegment((segment) => filterByDays(segment, node.from, node.to));
      case 'words':
        return this.#perSegment((segment) => filterByWords(segment, node.from, node.to));
    }
  }

  #perSegment(make: (segment: SegmentReader, nth: number) => BitSet): Found {
    const sets = this.#snapshot.segments.map((segment, nth) => {
      this.#snapshot.checkpoint();
      return make(segment, nth);
    });
    return { sets, stopWord: false };
  }

  #byArticle(ids: BitSet): Found {
    return this.#perSegment((segment) => filterByArticles(segment, ids));
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

  /** What was asked for twice is looked for once. */
  #words(text: string, options: SearchedWords, scores: boolean): Found {
    const { slots, fields } = this.#look(text, options, scores);
    const { field, editDistance, unfinished, slack } = options;
    const key = JSON.stringify([text, field, editDistance, unfinished, slack]);
    const known = this.#found.get(key) ?? this.#findWords(slots, fields, slack);
    this.#found.set(key, known);
    return known;
  }

  #findWords(slots: readonly QuerySlot[], fields: readonly number[], slack: number): Found {
    const [only] = slots;
    if (only === undefined) {
      return { ...this.#perSegment((segment) => segment.liveDocuments()), stopWord: true };
    }
    const stopWord = slots.length === 1 && only.stopWord;
    if (slots.length > 1 || stopWord) {
      const spans: ResolvedSpans = { kind: 'slots', slots, fields, slack };
      const found = this.#perSegment((segment) => matchResolved(spans, segment, this.#snapshot));
      return { ...found, stopWord };
    }
    return this.#perSegment((segment) => {
      const set = new BitSet(segment.row.articles);
      for (const term of only.terms) set.union(term.documents(segment, fields));
      return segment.tombstones === null ? set : set.subtract(segment.tombstones);
    });
  }

  #resolve(node: SpanNode, scores: boolean): ResolvedSpans {
    switch (node.kind) {
      case 'word':
        return { kind: 'slots', slack: 0, ...this.#look(node.text, { ...node, slack: 0 }, scores) };
      case 'phrase': {
        const { slack } = node;
        return { kind: 'slots', slack, ...this.#look(node.text, { ...node, editDistance: 0 }, scores) };
      }
      case 'any':
        return { kind: 'any', parts: node.nodes.map((part) => this.#resolve(part, scores)) };
      case 'near': {
        const left = this.#resolve(node.left, scores);
        return { kind: 'near', node, left, right: this.#resolve(node.right, scores) };
      }
    }
  }

  /** Looks the words of a text up, and has them count for the order when `scores` says so. */
  #look(
    text: string,
    options: SearchedWords,
    scores: boolean,
  ): Readonly<{ slots: readonly QuerySlot[]; fields: readonly number[] }> {
    const slots = this.#resolver.resolve(text, options);
    const fields = fieldsOf(options.field);
    for (const slot of slots) this.#note(slot, scores);
    if (scores) {
      const field = options.field === null ? null : (fields[0] ?? null);
      // With other words between them, the words of a phrase are marked one by one.
      const runs = options.slack === 0 ? [slots] : slots.map((slot) => [slot]);
      for (const run of runs) this.sought.push({ slots: run, field });
      for (const slot of slots) {
        if (slot.stopWord) continue;
        // A wildcard of very many words finds without ranking: it counts the same for every article.
        const ranked = slot.many ? slot.terms.slice(0, -1) : slot.terms;
        for (const term of ranked) this.weights.add(term, fields, options.boost);
      }
    }
    return { slots, fields };
  }

  #note(slot: QuerySlot, scores: boolean): void {
    if (slot.terms.length === 0 && scores) this.unknownWords.push(slot.word);
    if (slot.many) {
      this.notices.add(
        `More than ${mostExpansions.toLocaleString('en')} words match “${slot.word}”; they do not count for the order.`,
      );
    }
  }
}

type SearchedWords = SlotOptions & Readonly<{ field: string | null; boost: number; slack: number }>;

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

/** Whether anything of a query keeps an article out. A word of nothing but marks is looked for nowhere, and keeps no article out. */
export function narrows(node: QueryNode, sought: readonly SoughtPhrase[]): boolean {
  return namesFilter(node) || sought.some(({ slots }) => slots.length > 0);
}
