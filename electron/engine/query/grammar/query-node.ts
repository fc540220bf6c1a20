import type { Nearness } from './nearness.ts';

/** A query as it was understood. Fields are names of the index's table; null means all that are searched. */
export type QueryNode =
  | Readonly<{ kind: 'everything' }>
  | Readonly<{ kind: 'nothing' }>
  | Readonly<{ kind: 'all'; nodes: readonly QueryNode[]; implicit: boolean }>
  | Readonly<{ kind: 'any'; nodes: readonly QueryNode[] }>
  | Readonly<{ kind: 'not'; node: QueryNode }>
  | Readonly<{ kind: 'required'; node: QueryNode }>
  | WordNode
  | PhraseNode
  | NearNode
  | Readonly<{ kind: 'tag'; name: string }>
  | Readonly<{ kind: 'source'; name: string }>
  | Readonly<{ kind: 'language'; code: string }>
  | Readonly<{ kind: 'days'; from: number; to: number; text: string }>
  | Readonly<{ kind: 'words'; from: number; to: number; text: string }>;

export type WordNode = Readonly<{
  kind: 'word';
  /** As typed, `*` included. */
  text: string;
  field: string | null;
  boost: number;
  /** 0 for the word and its other forms; 1 or 2 for words as written within that edit distance. */
  editDistance: number;
  /** The word may still be being typed: words that begin with it count too. */
  unfinished: boolean;
}>;

export type PhraseNode = Readonly<{
  kind: 'phrase';
  text: string;
  field: string | null;
  boost: number;
  /** The last word may still be being typed. */
  unfinished: boolean;
  /** Words that may stand between those of the phrase, all together. */
  slack: number;
}>;

/** Two things near one another: words, phrases, any of several of them, or such things near one another. */
export type NearNode = Readonly<{
  kind: 'near';
  left: SpanNode;
  right: SpanNode;
  nearness: Nearness;
}>;

/** What has a place in a text. */
export type SpanNode =
  WordNode | PhraseNode | NearNode | Readonly<{ kind: 'any'; nodes: readonly SpanNode[] }>;

export function isSpanNode(node: QueryNode): node is SpanNode {
  if (node.kind === 'any') return node.nodes.every(isSpanNode);
  return node.kind === 'word' || node.kind === 'phrase' || node.kind === 'near';
}

/** Whether a node restricts what is found without being looked for in the text. */
export function isFilter(node: QueryNode): boolean {
  switch (node.kind) {
    case 'tag':
    case 'source':
    case 'language':
    case 'days':
    case 'words':
    case 'not':
    case 'everything':
      return true;
    case 'nothing':
    case 'all':
    case 'any':
    case 'required':
    case 'word':
    case 'phrase':
    case 'near':
      return false;
  }
}

/** Whether any part of a query restricts what is found without being looked for. */
export function namesFilter(node: QueryNode): boolean {
  if (node.kind === 'all' || node.kind === 'any') return node.nodes.some(namesFilter);
  if (node.kind === 'required') return namesFilter(node.node);
  return isFilter(node) && node.kind !== 'everything';
}
