import type { ArticleState, Possession } from './article-states.ts';
import type { ColumnFilter } from './filter-names.ts';
import type { Nearness } from './nearness.ts';
import type { WrittenAs } from './written-as.ts';

/** A query as it was understood. Fields are names of the index's table or zones; null means all that are searched. */
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
  /** So many mentions or more, all together. */
  | Readonly<{ kind: 'atleast'; count: number; node: SpanNode }>
  /** What people's notes on the article have to answer. */
  | Readonly<{ kind: 'note'; node: QueryNode }>
  | Readonly<{ kind: 'tag' | 'source' | 'folder' | 'format'; name: string }>
  | Readonly<{ kind: 'is'; state: ArticleState }>
  | Readonly<{ kind: 'has'; what: Possession }>
  | Readonly<{ kind: 'named'; filter: ColumnFilter; value: string }>
  | Readonly<{ kind: 'days'; from: number; to: number; orGuessed: boolean; text: string }>
  | Readonly<{ kind: 'words'; from: number; to: number; text: string }>;

export type WordNode = Readonly<{
  kind: 'word';
  /** As typed, `*` and `?` included. */
  text: string;
  field: string | null;
  boost: number;
  /** 0 for the word and its other forms; 1 or 2 for words as written within that edit distance. */
  editDistance: number;
  /** The word may still be being typed: words that begin with it count too. */
  unfinished: boolean;
  /** How it has to be written; absent where any way will do. */
  written?: WrittenAs;
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
  /** How it has to be written; absent where any way will do. */
  written?: WrittenAs;
}>;

/**
 * Two things near one another: words, phrases, any of several of them, or such things near one another. Negated, what is on
 * the left where nothing of the right is near.
 */
export type NearNode = Readonly<{
  kind: 'near';
  left: SpanNode;
  right: SpanNode;
  nearness: Nearness;
  negated: boolean;
}>;

/** What has a position in a text. */
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
    case 'folder':
    case 'format':
    case 'is':
    case 'has':
    case 'note':
    case 'named':
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
    case 'atleast':
      return false;
  }
}

/** Whether any part of a query restricts what is found without being looked for. */
export function namesFilter(node: QueryNode): boolean {
  if (node.kind === 'all' || node.kind === 'any') return node.nodes.some(namesFilter);
  if (node.kind === 'required') return namesFilter(node.node);
  return isFilter(node) && node.kind !== 'everything';
}

/** Several things as one, or the only one; null for none. */
export function joined(
  kind: 'all' | 'any',
  nodes: readonly QueryNode[],
  implicit: boolean,
): QueryNode | null {
  if (nodes.length === 0) return null;
  if (nodes.length === 1) return nodes[0] ?? null;
  return kind === 'all' ? { kind, nodes, implicit } : { kind, nodes };
}
