import { describe, expect, it } from 'vitest';
import { readArticle } from '../../../../electron/engine/article/read-article.ts';
import { readRecord } from '../../../../electron/engine/article/read-record.ts';
import { withValue } from '../../../../electron/engine/library/corrections/corrected-article.ts';
import { evidenceOf } from '../../../../electron/engine/library/corrections/evidence-of.ts';

const context = { path: 'crane.txt', fileTimeMs: Date.UTC(2026, 1, 26), today: '2026-03-01' };
const text = [
  'Crane sold for scrap',
  '',
  'By Mina Okoro',
  '',
  'PORT ESTA, Feb 26 (Reuters) - The last steam crane of the harbour was sold on Monday, the port said in a statement.',
  '',
  'The buyer will take it apart before the winter comes, and the quay will then be cleared of its rails.',
  '',
  '© Esta Courier. All rights reserved.',
].join('\n');
const article = readArticle(text, context);
const dateline = 'PORT ESTA, Feb 26 (Reuters) -';

describe('the evidence of fields', () => {
  it('names the line that each was read from, and what is guessed', () => {
    expect(evidenceOf(article, [])).toEqual({
      headline: { from: 'headline', says: null, isGuess: false },
      byline: { from: 'byline', says: 'By Mina Okoro', isGuess: false },
      place: { from: 'dateline', says: dateline, isGuess: false },
      agency: { from: 'dateline', says: dateline, isGuess: false },
      outlet: { from: 'line', says: '© Esta Courier. All rights reserved.', isGuess: false },
      published: {
        from: 'dateline',
        says: dateline,
        isGuess: true,
        guess: { part: 'year', from: 'file-time' },
      },
      language: { from: 'writing', says: null, isGuess: true },
    });
  });

  it('is that of what was read, also where it was corrected', () => {
    const corrected = withValue(withValue(article, 'published', '1987-02-26'), 'place', null);
    const corrections = (['published', 'place'] as const).map((field) => ({
      field,
      value: null,
      was: article.fields[field],
    }));
    expect(evidenceOf(corrected, corrections)).toEqual(evidenceOf(article, []));
  });

  it('calls a headline that nobody wrote a guess', () => {
    const untitled = readRecord([{ kind: 'body', text: 'The ferry is green now.' }], {}, context);
    expect(evidenceOf(untitled, []).headline).toEqual({ from: 'opening', says: null, isGuess: true });
  });

  it('finds in the metadata of a page what none of its lines say', () => {
    const page = readRecord(
      [
        { kind: 'headline', text: 'Ferry repainted' },
        { kind: 'body', text: 'The ferry is green now.' },
      ],
      { outlet: 'Esta Courier', place: 'Port Esta' },
      context,
    );
    const metadata = { from: 'metadata', says: null, isGuess: false };
    expect(evidenceOf(page, [])).toMatchObject({ outlet: metadata, place: metadata });
  });
});
