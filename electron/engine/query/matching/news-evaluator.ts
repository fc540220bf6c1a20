import { sentence, type Sentence } from '../../../words/sentence.ts';
import { BitSet } from '../../index/bytes/bit-set.ts';
import type { IndexSnapshot } from '../../index/index-reader.ts';
import type { SegmentReader } from '../../index/segment/segment-reader.ts';
import { filterByArticles, filterByDays, filterByName, filterByWords } from './filters.ts';
import { filterByPossession, filterByState } from './state-filters.ts';
import type { ArticleSets, EvaluationContext, NoteAnswers } from './evaluation-context.ts';
import type { Evaluation } from './weighted-terms.ts';
import { starTag } from '../../../contract/archive-api.ts';
import {
  namesFilter,
  type PhraseNode,
  type QueryNode,
  type SpanNode,
  type WordNode,
} from '../grammar/query-node.ts';
import { isPattern, patternTest } from '../grammar/wildcards.ts';
import { maxExpansions, SlotResolver, type QuerySlot } from './query-slot.ts';
import { asksAsWritten } from './asks-as-written.ts';
import { combined, leftOf, type Found, type Left } from './found-sets.ts';
import { TermWeights } from './weighted-terms.ts';
import { matchMentions, matchResolved, scopeOf, type ResolvedSpans } from './spans/span-builder.ts';

/** A run of slots that was looked for, for the highlighter; null for the fields that are searched when none is named. */
export type SearchedPhrase = Readonly<{ slots: readonly QuerySlot[]; field: number | null }>;

export type NewsEvaluation = Evaluation &
  Readonly<{
    searched: readonly SearchedPhrase[];
    notices: readonly Sentence[];
    /** Words that no live article has; none of those that must not be there. */
    unknownWords: readonly string[];
  }>;

type Wording = WordNode | PhraseNode;
type ResolvedSlots = ResolvedSpans & { kind: 'slots' };

class NewsEvaluator {
  readonly weights = new TermWeights();
  readonly searched: SearchedPhrase[] = [];
  /** By a key for each thing that is said, so that nothing is said twice. */
  readonly notices = new Map<string, Sentence>();
  readonly unknownWords: string[] = [];
  readonly #snapshot: IndexSnapshot;
  readonly #articleSets: ArticleSets;
  readonly #notes: NoteAnswers;
  readonly #resolver: SlotResolver;
  readonly #found = new Map<string, Found>();
  /** The documents of each segment that the other clauses of an AND have left. */
  #left: Left | null = null;

  constructor(snapshot: IndexSnapshot, { analysis, articleSets, writtenWords, notes }: EvaluationContext) {
    this.#snapshot = snapshot;
    this.#articleSets = articleSets;
    this.#notes = notes;
    this.#resolver = new SlotResolver(snapshot, analysis, writtenWords);
  }

  /** `scores`: what is looked for counts for the order and is marked; under NOT it does neither. */
  evaluate(node: QueryNode, scores: boolean): Found {
    switch (node.kind) {
      case 'everything':
        return this.#perSegment((segment) => segment.liveDocuments());
      case 'nothing':
        return this.#perSegment((segment) => new BitSet(segment.row.articles));
      case 'all':
        return this.#all(node.nodes, scores);
      case 'any':
        return combined(
          node.nodes.map((part) => this.evaluate(part, scores)),
          (set, other) => set.union(other),
        );
      case 'not':
        return this.#not(this.evaluate(node.node, false));
      case 'required':
        return this.evaluate(node.node, scores);
      case 'word':
      case 'phrase':
        return this.#words(node, scores);
      case 'near': {
        const resolved = this.#resolve(node, scores);
        return this.#perSegment((segment) => matchResolved(resolved, segment, this.#snapshot));
      }
      case 'atleast': {
        const resolved = this.#resolve(node.node, scores);
        return this.#perSegment((segment) => matchMentions(resolved, node.count, segment, this.#snapshot));
      }
      case 'note':
        return this.#byArticle(this.#notes.answering(node.node, this.#snapshot.checkpoint));
      case 'tag':
        return this.#byArticle(this.#articleSets.tagged(node.name));
      case 'source':
        return this.#byArticle(this.#articleSets.inSource(node.name));
      case 'folder':
        return this.#byArticle(this.#articleSets.inFolder(node.name));
      case 'format':
        return this.#byArticle(this.#articleSets.ofFormat(node.name));
      case 'is':
        return node.state === 'starred'
          ? this.#byArticle(this.#articleSets.tagged(starTag))
          : this.#perSegment(filterByState(node.state, this.#articleSets));
      case 'has':
        return this.#perSegment(filterByPossession(node.what, this.#articleSets));
      case 'named':
        return this.#named(node);
      case 'days':
        return this.#perSegment((segment) => filterByDays(segment, node.from, node.to, node.orGuessed));
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

  /** Words as they are written are looked for last, in what the other parts have left: the texts of the articles have to be read. */
  #all(nodes: readonly QueryNode[], scores: boolean): Found {
    const outer = this.#left;
    const found = new Map<QueryNode, Found>();
    for (const last of [false, true])
      for (const node of nodes) {
        if (asksAsWritten(node) !== last) continue;
        if (last) this.#left = leftOf(outer, [...found.values()]);
        found.set(node, this.evaluate(node, scores));
      }
    this.#left = outer;
    return combined(
      nodes.flatMap((node) => found.get(node) ?? []),
      (set, other) => set.intersect(other),
    );
  }

  #not({ sets }: Found): Found {
    return this.#perSegment((segment, nth) => segment.liveDocuments().subtract(sets[nth] as BitSet));
  }

  #named({ filter, value }: QueryNode & { kind: 'named' }): Found {
    const test = isPattern(value) ? patternTest(value) : (name: string) => filter.matches(name, value);
    return this.#perSegment((segment) =>
      filterByName(segment, filter.column, (name) => name !== '' && test(name.toLowerCase())),
    );
  }

  /** What was asked for twice is looked for once. */
  #words(node: Wording, scores: boolean): Found {
    const spans = this.#look(node, scores);
    const { text, field, unfinished, written, ...rest } = node;
    const distance = rest.kind === 'word' ? rest.editDistance : rest.slack;
    const left = written === 'exact' ? (this.#left?.number ?? 0) : 0;
    const key = JSON.stringify([rest.kind, text, field, distance, unfinished, written, left]);
    const known = this.#found.get(key) ?? this.#findWords(spans);
    this.#found.set(key, known);
    return known;
  }

  #findWords(spans: ResolvedSlots): Found {
    const { slots, fields, within } = spans;
    const [only] = slots;
    if (only === undefined) {
      return { ...this.#perSegment((segment) => segment.liveDocuments()), stopWord: true };
    }
    const stopWord = slots.length === 1 && only.stopWord;
    if (slots.length > 1 || stopWord || within !== null) {
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
      case 'phrase':
        return this.#look(node, scores);
      case 'any':
        return { kind: 'any', parts: node.nodes.map((part) => this.#resolve(part, scores)) };
      case 'near': {
        const left = this.#resolve(node.left, scores);
        // What must not be near is nowhere to be marked.
        const right = this.#resolve(node.right, scores && !node.negated);
        return { kind: 'near', node, left, right };
      }
    }
  }

  /** Looks the words of a text up, and has them count for the order when `scores` says so. */
  #look(node: Wording, scores: boolean): ResolvedSlots {
    const { fields, within } = scopeOf(node.field);
    const slack = node.kind === 'phrase' ? node.slack : 0;
    const slots = this.#slotsOf(node, fields);
    for (const slot of slots) this.#note(slot, scores);
    if (scores) {
      const field = node.field === null ? null : (fields[0] ?? null);
      // With other words between them, the words of a phrase are marked one by one.
      const runs = slack === 0 ? [slots] : slots.map((slot) => [slot]);
      for (const run of runs) {
        for (const only of within === null ? [field] : fields)
          this.searched.push({ slots: run, field: only });
      }
      for (const slot of slots) {
        if (slot.stopWord) continue;
        // A wildcard of very many words finds without ranking: it counts the same for every article.
        const ranked = slot.many ? slot.terms.slice(0, -1) : slot.terms;
        for (const term of ranked) this.weights.add(term, fields, node.boost);
      }
    }
    return { kind: 'slots', slots, fields, slack, within };
  }

  #slotsOf(node: Wording, fields: readonly number[]): readonly QuerySlot[] {
    const { text, unfinished, written } = node;
    if (written === 'exact') return this.#exactSlots(text, unfinished, fields);
    const editDistance = node.kind === 'word' ? node.editDistance : 0;
    return this.#resolver.resolve(text, { editDistance, unfinished, cased: written ?? null });
  }

  #exactSlots(text: string, unfinished: boolean, fields: readonly number[]): readonly QuerySlot[] {
    const { slots, anyhow } = this.#resolver.resolveExact(text, unfinished, {
      fields,
      within: this.#left?.sets ?? null,
    });
    for (const word of anyhow) {
      this.notices.set(`in any spelling: ${word}`, sentence('read.any-spelling', { word }));
    }
    return slots;
  }

  #note(slot: QuerySlot, scores: boolean): void {
    if (slot.terms.length === 0 && scores) this.unknownWords.push(slot.word);
    if (slot.many) {
      this.notices.set(
        `too many: ${slot.word}`,
        sentence('read.too-many', { max: maxExpansions, word: slot.word }),
      );
    }
  }
}

/** Finds and weighs what a query of grammar `news` asks for. */
export function evaluateNewsQuery(
  snapshot: IndexSnapshot,
  node: QueryNode,
  context: EvaluationContext,
): NewsEvaluation {
  const evaluator = new NewsEvaluator(snapshot, context);
  const { sets } = evaluator.evaluate(node, true);
  const terms = evaluator.weights
    .values()
    .filter(({ term, weights }) => term.documentFrequency(snapshot, [...weights.keys()]) > 0);
  return {
    matched: sets,
    terms,
    searched: evaluator.searched,
    notices: [...evaluator.notices.values()],
    unknownWords: evaluator.unknownWords,
  };
}

/** Whether anything of a query keeps an article out. A word of nothing but marks is looked for nowhere, and keeps no article out. */
export function narrows(node: QueryNode, searched: readonly SearchedPhrase[]): boolean {
  return namesFilter(node) || searched.some(({ slots }) => slots.length > 0);
}
