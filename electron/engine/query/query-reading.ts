import type { LunrClause } from './lunr-query.ts';
import type { QueryNode } from './grammar/query-node.ts';
import type { Nearness } from './grammar/nearness.ts';
import { quotedIfNeeded } from './grammar/quoted-value.ts';
import { indexFields, searchedFields } from '../index/schema/fields.ts';

function suffix(boost: number, editDistance: number): string {
  return (editDistance > 0 ? `~${String(editDistance)}` : '') + (boost === 1 ? '' : `^${String(boost)}`);
}

function prefix(field: string | null): string {
  return field === null ? '' : `${field}:`;
}

function nearnessOf({ within, ordered }: Nearness): string {
  const operator = ordered ? 'pre' : 'w';
  if (within === 'sentence') return `${operator}/s`;
  if (within === 'paragraph') return `${operator}/p`;
  return `${operator}/${String(within)}`;
}

/** What follows a word that may still be being typed, of which the ends count too. */
const unfinishedMark = '…';

/** The query with every bracket written out, as it was understood. */
export function readingOf(node: QueryNode, outermost = true): string {
  switch (node.kind) {
    case 'everything':
      return outermost ? 'everything' : '*';
    case 'nothing':
      return 'nothing';
    case 'all':
    case 'any': {
      const inner = node.nodes
        .map((part) => readingOf(part, false))
        .join(node.kind === 'all' ? ' AND ' : ' OR ');
      return outermost ? inner : `(${inner})`;
    }
    case 'not':
      return `NOT ${readingOf(node.node, false)}`;
    case 'required':
      return readingOf(node.node, outermost);
    case 'word':
      return (
        prefix(node.field) +
        node.text +
        (node.unfinished && node.editDistance === 0 && !node.text.includes('*') ? unfinishedMark : '') +
        suffix(node.boost, node.editDistance)
      );
    case 'phrase':
      return `${prefix(node.field)}"${node.text}${node.unfinished ? unfinishedMark : ''}"${suffix(node.boost, node.slack)}`;
    case 'near': {
      const inner = `${readingOf(node.left, false)} ${nearnessOf(node.nearness)} ${readingOf(node.right, false)}`;
      return outermost ? inner : `(${inner})`;
    }
    case 'tag':
      return `tag:${quotedIfNeeded(node.name)}`;
    case 'source':
      return `source:${quotedIfNeeded(node.name)}`;
    case 'language':
      return `language:${node.code}`;
    case 'days':
    case 'words':
      return node.text;
  }
}

/** The clauses of grammar `lunr`, as they were understood. */
export function readingOfClauses(clauses: readonly LunrClause[]): string {
  if (clauses.length === 0) return 'everything';
  const signs = { required: '+', prohibited: '-', optional: '' } as const;
  return clauses
    .map(({ presence, fields, term, editDistance = 0, boost }) => {
      const names =
        fields.length === searchedFields.length
          ? [null]
          : fields.map((field) => indexFields[field]?.name ?? '');
      return names
        .map((name) => signs[presence] + prefix(name) + term + suffix(boost, editDistance))
        .join(' ');
    })
    .join(' ');
}
