import type { LunrClause } from './lunr-query.ts';
import type { QueryNode } from './grammar/query-node.ts';
import { writeQuery } from './grammar/write-query.ts';
import { indexFields, searchedFields } from '../index/schema/fields.ts';

/** The query with every bracket written out, as it was understood. */
export function formatQuery(node: QueryNode): string {
  return writeQuery(node, 'reading');
}

/** The clauses of grammar `lunr`, as they were understood. */
export function formatClauses(clauses: readonly LunrClause[]): string {
  if (clauses.length === 0) return 'everything';
  const signs = { required: '+', prohibited: '-', optional: '' } as const;
  return clauses
    .map(({ presence, fields, term, editDistance = 0, boost }) => {
      const names =
        fields.length === searchedFields.length
          ? [null]
          : fields.map((field) => indexFields[field]?.name ?? '');
      const distance = editDistance > 0 ? `~${String(editDistance)}` : '';
      const weight = boost === 1 ? '' : `^${String(boost)}`;
      return names
        .map((name) => `${signs[presence]}${name === null ? '' : `${name}:`}${term}${distance}${weight}`)
        .join(' ');
    })
    .join(' ');
}
