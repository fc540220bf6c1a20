import { expect, test } from 'vitest';
import { annotationWriter } from '../../electron/contract/annotation-exports.ts';
import type { ListedAnnotation } from '../../electron/contract/highlights.ts';
import { articleId, highlightId, noteId } from '../../electron/contract/ids.ts';

const at = { createdAtMs: 0, changedAtMs: 86_400_000 };
const of = {
  headline: 'Dam *holds*',
  direction: 'ltr',
  language: 'en',
  source: 'https://x.example/',
} as const;
const note: ListedAnnotation = {
  ...of,
  annotation: {
    kind: 'note',
    note: { id: noteId(2), article: articleId(1), text: '=1+1 "quoted"\nعمل', ...at },
  },
};
const highlight: ListedAnnotation = {
  ...of,
  annotation: {
    kind: 'highlight',
    highlight: {
      ...{ id: highlightId(3), article: articleId(1), colour: 'blue', note: '- Why?', position: [0, 7] },
      ...{ quote: { exact: 'It held\nfast', prefix: '', suffix: '' }, anchor: null, ...at },
    },
  },
};

function written(format: Parameters<typeof annotationWriter>[0]): string {
  const writer = annotationWriter(format);
  return [writer.head, writer.piece([note]), writer.piece([highlight]), writer.foot()].join('');
}

test('a table has a row for each, and no formula', () => {
  expect(written('csv')).toBe(
    'kind,passage,note,colour,found,headline,source,created,changed,article\r\n' +
      'note,,"\'=1+1 ""quoted""\nعمل",,,Dam *holds*,https://x.example/,1970-01-01T00:00:00.000Z,1970-01-02T00:00:00.000Z,1\r\n' +
      'highlight,"It held\nfast",\'- Why?,blue,no,Dam *holds*,https://x.example/,1970-01-01T00:00:00.000Z,1970-01-02T00:00:00.000Z,1\r\n',
  );
});

test('a text has the headline of an article once, passages as quotations, and nothing that Markdown would take for its own', () => {
  expect(written('markdown')).toBe(
    '## Dam \\*holds\\*\n\n<https://x.example/>\n\n=1+1 "quoted"\nعمل\n\n> It held\n> fast\n\n\\- Why?\n\n',
  );
});

test('a collection holds all of them, whatever is in them', () => {
  const { total, first } = JSON.parse(written('annotations')) as {
    total: number;
    first: { items: object[] };
  };
  expect(total).toBe(2);
  expect(first.items).toMatchObject([
    { id: 'urn:microfiche:note:2', motivation: 'commenting', body: { value: '=1+1 "quoted"\nعمل' } },
    {
      id: 'urn:microfiche:highlight:3',
      target: { selector: [{ exact: 'It held\nfast' }, { start: 0, end: 7 }] },
    },
  ]);
});
