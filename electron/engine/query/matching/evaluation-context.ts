import type { ReadingState } from '../../../contract/read-states.ts';
import type { Analysis } from '../../analysis/analysis.ts';
import type { BitSet } from '../../index/bytes/bit-set.ts';
import type { QueryNode } from '../grammar/query-node.ts';
import type { WrittenWords } from './written/written-words.ts';

/** Sets of article ids that the index knows nothing of. */
export interface ArticleSets {
  tagged(name: string): BitSet;
  inSource(name: string): BitSet;
  inFolder(name: string): BitSet;
  ofFormat(name: string): BitSet;
  anyTag(): BitSet;
  corrected(): BitSet;
  /** Every file of them has vanished. */
  missing(): BitSet;
  /** With a note. */
  noted(): BitSet;
  /** With a passage that a person marked. */
  highlighted(): BitSet;
  /** Of which a person says this. */
  inReadingState(state: ReadingState): BitSet;
}

/** What people's notes answer. */
export interface NoteAnswers {
  /** Ids of the articles of which the notes answer a query. */
  answering(node: QueryNode, checkpoint: () => void): BitSet;
}

/** What an evaluation asks besides the index. */
export type EvaluationContext = Readonly<{
  analysis: Analysis;
  articleSets: ArticleSets;
  writtenWords: WrittenWords;
  notes: NoteAnswers;
}>;
