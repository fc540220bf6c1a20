import { describe, expect, it } from 'vitest';
import { readRecord } from '../../../electron/engine/article/read-record.ts';
import type { BlockText, SaidFields } from '../../../electron/engine/article/record-text.ts';
import { missedFormatAims, totalOf } from './format-report.ts';
import type { FormatSet, ReadSetArticle, TrueArticle } from './format-sets.ts';
import { judgeSet } from './judge-set.ts';

const mole: TrueArticle = {
  headline: 'Mole repaired',
  published: '2021-07-26T14:30:00Z',
  outlet: 'Harbour Post (HP)',
  byline: 'By Mina Okoro',
  place: 'ESTA',
  bodyStart: 'The old mole was repaired on Monday',
  bodyEnd: 'in the storms of the spring.',
  words: 30,
};
const brief: TrueArticle = {
  headline: 'Ferry late',
  published: null,
  outlet: null,
  byline: null,
  place: null,
  bodyStart: null,
  bodyEnd: null,
  words: 0,
};
const set: FormatSet = { name: 'made-up', files: ['wire.xml'], articlesInFile: 2, articles: [mole, brief] };
const first = 'The old mole was repaired on Monday after four weeks of work by divers.';
const second = 'They replaced a hundred stones that the sea had carried off in the storms of the spring.';

function articleOf(text: BlockText, said: Partial<SaidFields>): ReadSetArticle {
  const context = { path: 'wire.xml', fileTimeMs: 0, today: '2030-01-01' };
  return { file: 'wire.xml', key: '', article: readRecord(text, said, context) };
}

function body(...paragraphs: string[]): BlockText {
  return paragraphs.map((text) => ({ kind: 'body', text }));
}

const said = {
  headline: 'Mole repaired',
  published: '2021-07-26T14:30:00Z',
  outlet: 'Harbour Post',
  byline: 'Mina Okoro',
  place: 'ESTA',
};
const right = articleOf(body(first, second), said);
const late = articleOf(body(), { headline: 'Ferry late' });

describe('the figures of formats', () => {
  it('are best for a set that is read right', () => {
    const score = judgeSet(set, [late, right]);
    expect(score).toMatchObject({ there: 2, found: 2, missing: 0, invented: 0, faults: [] });
    expect(score.fields.headline).toEqual({ right: 2, wrong: 0, missing: 0 });
    expect(score.fields.place).toEqual({ right: 1, wrong: 0, missing: 0 });
    expect(score.fields.body).toEqual({ right: 1, wrong: 0, missing: 0 });
    expect(missedFormatAims(totalOf([score, score]))).toEqual([]);
  });

  it('count every field of an article as missing that was not read', () => {
    const score = judgeSet(set, []);
    expect(score).toMatchObject({ there: 2, found: 0, missing: 2, invented: 0 });
    expect(score.fields.headline.missing).toBe(2);
    expect(score.fields.body.missing).toBe(1);
  });

  it('count articles that are not in the files, and what was made up of fields', () => {
    const score = judgeSet(set, [
      right,
      articleOf(body(), { headline: 'Ferry late', outlet: 'Post' }),
      right,
    ]);
    expect(score.invented).toBe(1);
    expect(score.fields.outlet).toEqual({ right: 1, wrong: 1, missing: 0 });
  });

  it.each([
    ['a menu around the body', [first, second, 'Home News Sport Weather Contact us Imprint']],
    ['a paragraph that is lost', [second]],
    ['words that are lost in the middle', [first.replace(' after four weeks', ''), second]],
  ])('find %s', (_, paragraphs) => {
    const score = judgeSet(set, [articleOf(body(...paragraphs), said), late]);
    expect(score.fields.body).toEqual({ right: 0, wrong: 1, missing: 0 });
    expect(score.faults.map(({ field }) => field)).toEqual(['body']);
  });

  it('tell a date without its time from a wrong one', () => {
    const dated = (published: string) =>
      judgeSet(set, [articleOf(body(first, second), { ...said, published }), late]).fields.published;
    expect(dated('2021-07-26')).toEqual({ right: 0, wrong: 0, missing: 1 });
    expect(dated('2021-07-27T14:30')).toEqual({ right: 0, wrong: 1, missing: 0 });
  });
});

describe('a truth that its own files speak against', () => {
  const bare: TrueArticle = { ...brief, headline: 'Ferry late' };
  const dc = '<item><dc:creator>Mina Okoro</dc:creator><p>Esta. – The ferry was late.</p></item>';

  it('is counted by the marks of its files', () => {
    const two = '<DOC>\n<DOCNO> 1 </DOCNO></DOC><DOC>\n<DOCNO> 2 </DOCNO></DOC>';
    const score = judgeSet({ ...set, articlesInFile: 4 }, [right, late], new Map([['wire.xml', two]]));
    expect(score).toMatchObject({ there: 2, found: 2, missing: 0, invented: 0 });
    expect(score.disputed).toEqual(['articles: the truth has 4, the files 2 (<DOC> with a <DOCNO>)']);
  });

  it('judges neither the author nor the place that the file names', () => {
    const read = articleOf(body(), { headline: 'Ferry late', byline: 'Mina Okoro', place: 'Esta' });
    const one = { ...set, articlesInFile: 1, articles: [bare] };
    expect(judgeSet(one, [read], new Map([['wire.xml', dc]]))).toMatchObject({
      faults: [],
      disputed: [
        'Ferry late: byline: the truth has none, the file names Mina Okoro',
        'Ferry late: place: the truth has none, a paragraph of the file opens with Esta',
      ],
    });
    expect(judgeSet(one, [read]).faults).toHaveLength(2);
  });

  it('judges no body whose words were counted with the markup between them', () => {
    const counted = { ...mole, words: 36 };
    const one = { ...set, articlesInFile: 1, articles: [counted] };
    const file = `{"content": "${first}", "subtype": "paragraph", "type": "html"}, {"content": "${second}"`;
    expect(judgeSet(one, [right], new Map([['wire.xml', file]])).fields.body.wrong).toBe(0);
    expect(judgeSet(one, [right]).fields.body.wrong).toBe(1);
  });
});
