import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { emptyRow, type QueryRow } from '../../../../../electron/contract/query-rows.ts';
import { writeRows } from '../../../../../electron/contract/write-rows.ts';
import { parseNewsQuery } from '../../../../../electron/engine/query/grammar/news-parser.ts';
import { readRows } from '../../../../../electron/engine/query/grammar/rows/read-rows.ts';
import { writeQuery } from '../../../../../electron/engine/query/grammar/write-query.ts';
import { today, tree } from '../../../../answers/query-trees.ts';

const row = (changes: Partial<QueryRow>): QueryRow => ({ ...emptyRow, ...changes });

/** What is asked, with days by their numbers: `year:2020` and `date:2020` ask the same. */
function askedBy(query: string): unknown {
  const { node } = parseNewsQuery(query, { today, typing: false });
  return JSON.parse(JSON.stringify(node).replace(/"text":"(?:date|year|before|after):[^"]*"/gu, '"text":""'));
}

describe('a query is read into rows that write it', () => {
  it.each<[string, readonly Partial<QueryRow>[], string]>([
    ['oil price', [{ words: 'oil price' }], 'oil price'],
    ['oil AND gas', [{ words: 'oil gas' }], 'oil AND gas'],
    ['(dam OR "gave way")', [{ kind: 'any', words: 'dam "gave way"' }], '(dam OR "gave way")'],
    ['oil -gas', [{ words: 'oil' }, { kind: 'none', words: 'gas' }], 'oil NOT gas'],
    ['"gave way"', [{ kind: 'phrase', words: 'gave way' }], '"gave way"'],
    [
      'headline:(dam OR flood*) body:wom?n',
      [
        { kind: 'any', field: 'headline', words: 'dam flood*' },
        { field: 'body', words: 'wom?n' },
      ],
      'headline:(dam OR flood*) body:wom?n',
    ],
    [
      '(dam OR levee) w/5 burst',
      [{ kind: 'near', words: 'dam levee', other: 'burst', reach: 5 }],
      '((dam OR levee) w/5 burst)',
    ],
    [
      'headline:(dam pre/s burst)',
      [{ kind: 'near', field: 'headline', words: 'dam', other: 'burst', reach: 's', isOrdered: true }],
      'headline:(dam pre/s burst)',
    ],
    [
      'tag:(film OR "human rights") NOT outlet:"esta courier"',
      [
        { kind: 'any', field: 'tag', words: 'film, human rights' },
        { kind: 'none', field: 'outlet', words: 'esta courier' },
      ],
      'tag:(film OR "human rights") NOT outlet:"esta courier"',
    ],
    [
      'date:2021-06..2021-08',
      [{ kind: 'days', words: '2021-06', other: '2021-08' }],
      'date:2021-06..2021-08',
    ],
    ['year:2015', [{ kind: 'days', words: '2015', other: '2015' }], 'date:2015'],
    ['after:2021-06-30', [{ kind: 'days', words: '2021-07-01', other: '' }], 'date:2021-07-01..'],
    ['before:2021', [{ kind: 'days', words: '', other: '2020-12-31' }], 'date:..2020-12-31'],
    [
      'note:(bridge OR ferry)',
      [{ kind: 'any', field: 'note', words: 'bridge ferry' }],
      'note:(bridge OR ferry)',
    ],
    [
      'words:>800 is:starred',
      [
        { field: 'words', words: '>800' },
        { field: 'is', words: 'starred' },
      ],
      'words:>800 is:starred',
    ],
    ['lead:(strike dock)', [{ field: 'lead', words: 'strike dock' }], 'lead:(strike dock)'],
    ['السد (فيضان OR نهر)', [{ words: 'السد' }, { kind: 'any', words: 'فيضان نهر' }], 'السد (فيضان OR نهر)'],
  ])('%s', (query, rows, written) => {
    const read = readRows(query);
    expect([read.rows, writeRows(read)]).toEqual([rows.map(row), written]);
  });

  it.each<[string, readonly Partial<QueryRow>[]]>([
    ['oil^2 price', [{ kind: 'text', words: 'oil^2' }, { words: 'price' }]],
    ['dam atleast3(oil)', [{ words: 'dam' }, { kind: 'text', words: 'atleast3(oil)' }]],
    ['dam OR headline:oil', [{ kind: 'text', words: 'dam OR headline:oil' }]],
    ['ferry AND (harbour', [{ kind: 'text', words: 'ferry AND (harbour' }]],
    ['date:-30d', [{ kind: 'days', words: '-30d', other: '-30d' }]],
  ])('%s keeps as text what no row says', (query, rows) => {
    expect(readRows(query).rows).toEqual(rows.map(row));
  });

  it('any query of the language comes back as the same', () => {
    fc.assert(
      fc.property(tree, (node) => {
        const query = writeQuery(node, 'typed');
        expect([query, askedBy(writeRows(readRows(query)))]).toEqual([query, askedBy(query)]);
      }),
      { numRuns: 2_000 },
    );
  });
});

describe('rows that a person fills in', () => {
  it.each<[Partial<QueryRow>, string]>([
    [{ words: 'AND w/5 near5' }, '"AND" "w/5" "near5"'],
    [{ kind: 'any', words: 'dam, gave' }, '(dam OR gave)'],
    [{ kind: 'any', words: '"gave way" (dam)' }, '("gave way" OR "(dam)")'],
    [{ kind: 'phrase', words: 'said "no" twice' }, '"said  no  twice"'],
    [
      { kind: 'any', field: 'outlet', words: 'Esta Courier، Daily Dam' },
      'outlet:("Esta Courier" OR "Daily Dam")',
    ],
    [{ kind: 'near', words: 'dam', other: ' ' }, 'dam'],
    [{ kind: 'days', words: ' 2020 ' }, 'date:2020..'],
    [{ kind: 'none', words: '' }, ''],
  ])('%j write %s', (changes, query) => {
    expect(writeRows({ rows: [row(changes)], isStrict: false })).toBe(query);
  });

  it('whatever they hold, what they write has no fault but in its dates and values', () => {
    const filled = fc.record({
      kind: fc.constantFrom('all', 'any', 'none', 'phrase', 'near'),
      field: fc.constantFrom(null, 'headline', 'lead', 'note'),
      words: fc.string({ unit: 'binary' }),
      other: fc.string(),
      reach: fc.constantFrom(3, 's', 'p'),
      isOrdered: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(filled, { maxLength: 4 }), fc.boolean(), (rows, isStrict) => {
        const query = writeRows({ rows: rows as readonly QueryRow[], isStrict });
        expect([query, parseNewsQuery(query, { today, typing: false }).faults]).toEqual([query, []]);
      }),
      { numRuns: 1_000 },
    );
  });
});
