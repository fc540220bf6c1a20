import { quotedIfNeeded } from './quoted-value.ts';
import type { Nearness } from './nearness.ts';
import type { NearNode, PhraseNode, QueryNode, WordNode } from './query-node.ts';
import { isPattern } from './wildcards.ts';
import { zoneOf } from './zones.ts';

/** For whom a query is written: as it was understood, or so that it is read back as the same. */
export type Voice = 'reading' | 'typed';

/** What follows a word that may still be being typed, of which the ends count too. */
const unfinishedMark = '…';

/** A query with every bracket written out. */
export function writeQuery(node: QueryNode, voice: Voice): string {
  const text = written(node, voice, true);
  // At the end of plain words a question mark would be one.
  return voice === 'typed' && text.endsWith('?') ? `(${text})` : text;
}

function written(node: QueryNode, voice: Voice, outermost: boolean): string {
  const inner = (part: QueryNode): string => written(part, voice, false);
  const bracketed = (text: string): string => (outermost ? text : `(${text})`);
  switch (node.kind) {
    case 'everything':
      return outermost && voice === 'reading' ? 'everything' : '*';
    case 'nothing':
      return 'nothing';
    case 'all':
      return bracketed(node.nodes.map(inner).join(voice === 'typed' && node.implicit ? ' ' : ' AND '));
    case 'any':
      return bracketed(node.nodes.map(inner).join(' OR '));
    case 'not':
      return `NOT ${inner(node.node)}`;
    case 'required':
      return voice === 'typed' ? `+${signed(node.node, voice)}` : written(node.node, voice, outermost);
    case 'word':
      return wordOf(node, voice);
    case 'phrase':
      return phraseOf(node, voice);
    case 'near':
      return bracketed(`${inner(node.left)} ${operatorOf(node)} ${inner(node.right)}`);
    case 'atleast':
      return `atleast${String(node.count)}(${written(node.node, voice, true)})`;
    case 'note':
      return `note:${signed(node.node, voice)}`;
    case 'tag':
    case 'source':
    case 'folder':
    case 'format':
      return `${node.kind}:${quotedIfNeeded(node.name)}`;
    case 'is':
      return `is:${node.state}`;
    case 'has':
      return `has:${node.what}`;
    case 'named':
      return `${node.filter.name}:${quotedIfNeeded(node.value)}`;
    case 'days':
    case 'words':
      return node.text;
  }
}

/** What a sign or a field can stand right before. */
function signed(node: QueryNode, voice: Voice): string {
  const text = written(node, voice, false);
  return node.kind === 'not' || node.kind === 'required' ? `(${text})` : text;
}

function wordOf(node: WordNode, voice: Voice): string {
  const { text, boost, editDistance, unfinished } = node;
  const isBegun = voice === 'reading' && unfinished && editDistance === 0 && !isPattern(text);
  return around(node, text + (isBegun ? unfinishedMark : '') + suffix(boost, editDistance));
}

function phraseOf(node: PhraseNode, voice: Voice): string {
  const { text, boost, slack, unfinished } = node;
  const words = `"${text}${voice === 'reading' && unfinished ? unfinishedMark : ''}"`;
  return around(node, words + suffix(boost, slack));
}

/** Words with what says where and how they have to be written. */
function around({ field, written: how }: WordNode | PhraseNode, words: string): string {
  const text = how === undefined ? words : `${how}(${words})`;
  if (field === null) return text;
  return zoneOf(field) === null ? `${field}:${text}` : `${field}(${text})`;
}

function suffix(boost: number, distance: number): string {
  return (distance > 0 ? `~${String(distance)}` : '') + (boost === 1 ? '' : `^${String(boost)}`);
}

function operatorOf({ nearness, negated }: NearNode): string {
  return `${negated ? 'NOT ' : ''}${nearness.ordered ? 'pre' : 'w'}/${reachOf(nearness)}`;
}

function reachOf({ within }: Nearness): string {
  if (within === 'sentence') return 's';
  return within === 'paragraph' ? 'p' : String(within);
}
