import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { checkout } from '../../electron/dev/checkout.ts';
import { filterNames } from '../../electron/engine/query/grammar/filter-names.ts';
import { callNames } from '../../electron/engine/query/grammar/lexer/query-calls.ts';
import { parseNewsQuery } from '../../electron/engine/query/grammar/news-parser.ts';
import { articleStates, possessions } from '../../electron/engine/query/grammar/article-states.ts';
import { indexFields } from '../../electron/engine/index/schema/fields.ts';
import { queryPage, queryPageMarkdown } from '../../electron/words/query-page-text.ts';

const forms = queryPage.flatMap(({ rows }) => rows.flatMap((row) => row.forms));

it.each(forms)('%s is a query without a fault', (form) => {
  expect(parseNewsQuery(form, { today: 19_753, typing: false }).faults).toEqual([]);
});

it('the page shows every operator, field and filter', () => {
  const page = forms.join('\n');
  const names = [
    ...callNames.map((name) => `${name.replace(/\d+$/, '')}`),
    ...indexFields.map(({ name }) => `${name}:`),
    ...filterNames.filter(([name, own]) => name === own && !name.endsWith('~')).map(([name]) => `${name}:`),
    ...articleStates.map((state) => `is:${state}`),
    ...possessions.map((what) => `has:${what}`),
  ];
  expect(names.filter((name) => !page.includes(name))).toEqual([]);
});

it('docs/ show the same page', () => {
  expect(readFileSync(join(checkout, 'docs/query-language.md'), 'utf8')).toBe(`${queryPageMarkdown()}\n`);
});
