import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fieldNumber } from '../../../../electron/engine/index/schema/fields.ts';
import { articleMarks } from '../../../../electron/engine/query/results/article-marks.ts';
import { Highlighter, type HighlightPhrase } from '../../../../electron/engine/query/results/highlighter.ts';
import { ellipsis, snippetOf } from '../../../../electron/engine/query/results/snippet.ts';
import { wildcardTest } from '../../../../electron/engine/query/grammar/wildcards.ts';
import { analysis } from '../small-archive.ts';
import { article } from '../../../support/article-fields.ts';

function phrase(...terms: string[]): HighlightPhrase {
  return {
    slots: terms.map((term) => ({ terms: new Set([term]), forms: new Set(), wildcard: null, test: null })),
    field: null,
  };
}

const body = fieldNumber('body') ?? -1;

function marked(text: string, ...phrases: HighlightPhrase[]): string[] {
  return new Highlighter(phrases, analysis).ranges(text, body).map(([start, end]) => text.slice(start, end));
}

const pieces = fc.constantFrom(
  ...['a', 'A', 'b', 'B', 'ab', 'ba', '1', '9', '_', "'", '’', '.', ',', '-', 'é', 'É', 'س', '\ud83c\udf0a'],
  ...[
    'ا',
    'ال',
    'وال',
    'كتب',
    'و',
    'ؤ',
    'ي',
    '\u0654',
    '\u064e',
    'ـ',
    '\u00ad',
    '\u200d',
    '\u0301',
    'ing',
    'ed',
    ' ',
    ' ',
    '\n',
    '\u00a0',
    '“',
    '”',
  ],
);
const texts = fc.array(pieces, { maxLength: 40 }).map((parts) => parts.join(''));

type Word = Readonly<{ word: string; start: number; end: number }>;

function wordsOf(text: string): Word[] {
  const words: Word[] = [];
  analysis.scan(text, (word, start, end) => words.push({ word, start, end }));
  return words;
}

describe('a highlighter', () => {
  it('marks every form of a word', () => {
    expect(marked('Floods and flooding; the flood’s cost', phrase('flood'))).toEqual([
      'Floods',
      'flooding',
      'flood’s',
    ]);
  });

  it('marks a phrase as one, and its words alone not at all', () => {
    expect(marked('A mission to combat; the combat mission ends.', phrase('combat', 'mission'))).toEqual([
      'combat mission',
    ]);
  });

  it('marks nothing in a field that was not asked for', () => {
    const inHeadline = { ...phrase('flood'), field: fieldNumber('headline') };
    expect(marked('flood', inHeadline)).toEqual([]);
  });

  it('marks what a look at every single word finds, in any writing', () => {
    fc.assert(
      fc.property(texts, fc.nat(), fc.integer({ min: 1, max: 2 }), (text, nth, length) => {
        const words = wordsOf(text);
        const keys = words.map(({ word }) => {
          const { term, form } = analysis.analyseWord(word);
          return term ?? form;
        });
        const from = nth % Math.max(1, words.length);
        const sought = keys.slice(from, from + length).filter((key) => key !== '');
        const expected = words.flatMap(({ start }, at) => {
          const last = words[at + sought.length - 1];
          const isHere = sought.length > 0 && sought.every((key, after) => keys[at + after] === key);
          return isHere && last !== undefined ? [[start, last.end]] : [];
        });
        const marks = new Highlighter([phrase(...sought)], analysis).marks(text, body);
        expect(marks.map(({ range }) => range)).toEqual(expected);
      }),
      { numRuns: 3000 },
    );
  });

  it('marks every word that a wildcard matches, in any writing', () => {
    const shapes = fc.constantFrom<(head: string, tail: string) => string>(
      (head) => `${head}*`,
      (_head, tail) => `*${tail}`,
      (head) => `*${head}*`,
      (_head, tail) => `*${tail}*`,
      (head, tail) => `${head}*${tail}`,
    );
    fc.assert(
      fc.property(texts, fc.nat(), fc.nat(), shapes, (text, nth, cut, shape) => {
        const words = wordsOf(text).map((word) => ({ ...word, form: analysis.analyseWord(word.word).form }));
        const { form } = words[nth % Math.max(1, words.length)] ?? { form: '' };
        const middle = cut % (form.length + 1);
        const wildcard = shape(form.slice(0, middle), form.slice(middle));
        fc.pre(/[^*]/u.test(wildcard));
        const test = wildcardTest(wildcard);
        const slot = { terms: new Set<string>(), forms: new Set<string>(), wildcard, test };
        const marks = new Highlighter([{ slots: [slot], field: null }], analysis).marks(text, body);
        expect(marks.map(({ range }) => range)).toEqual(
          words.filter((word) => test(word.form)).map(({ start, end }) => [start, end]),
        );
      }),
      { numRuns: 3000 },
    );
  });

  it('divides a phrase over the end of a paragraph between the two', () => {
    const fields = article({ body: ['the last combat', 'mission of all'] });
    const highlighter = new Highlighter([phrase('combat', 'mission')], analysis);
    expect(articleMarks(fields, highlighter).body).toEqual([[[9, 15]], [[0, 7]]]);
  });
});

/** Cut before a word, and not within one or at a space. */
const beginsCut = (text: string): boolean =>
  text.startsWith(ellipsis) && /^\S/u.test(text.slice(ellipsis.length));

describe('a snippet', () => {
  it('is the passage with most of the query, cut between words', () => {
    const filler = 'Nothing of note was said for a long while. '.repeat(20);
    const fields = article({ body: [`${filler}The flood took the bridge at night. ${filler}`] });
    const { text, marks } = snippetOf(fields, new Highlighter([phrase('flood'), phrase('bridg')], analysis));
    expect([
      marks.map(([start, end]) => text.slice(start, end)),
      beginsCut(text),
      text.endsWith(ellipsis),
    ]).toEqual([['flood', 'bridge'], true, true]);
  });

  it('begins with a word, also where it begins with a paragraph', () => {
    const fields = article({
      body: [
        `${'Nothing of note was said. '.repeat(20)}All slept.`,
        'The flood came before dawn, and took the bridge.',
      ],
    });
    const { text } = snippetOf(fields, new Highlighter([phrase('dawn')], analysis));
    expect(text).toSatisfy(beginsCut);
  });

  it('has its marks inside its text, whatever the article holds', () => {
    const words = fc.constantFrom('flood', 'bridge', 'a', '\n', '—', 'سیل', '\ud800');
    fc.assert(
      fc.property(fc.array(words, { maxLength: 200 }), (parts) => {
        const fields = article({ body: [parts.join(' ')] });
        const { text, marks } = snippetOf(
          fields,
          new Highlighter([phrase('flood'), phrase('bridg')], analysis),
        );
        expect(
          marks.every(([start, end]) =>
            /^(?:flood|bridge)(?: (?:flood|bridge))*$/u.test(text.slice(start, end)),
          ),
        ).toBe(true);
      }),
    );
  });
});
