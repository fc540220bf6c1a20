import { describe, expect, it } from 'vitest';
import { splitParagraphs } from '../../../../electron/engine/article/paragraphs/paragraphs.ts';
import { fieldsOf } from '../article-context.ts';

describe('readArticle', () => {
  it.each(['-', '\u2010', '\u00ac'])('ends no paragraph within a word that is broken by %j', (hyphen) => {
    const { body } = fieldsOf([
      'Harbour plan',
      '',
      `The adminis${hyphen}`,
      `tration of the port was asked by the council on Monday for a re${hyphen}`,
      'port.',
    ]);
    expect(body).toEqual(['The administration of the port was asked by the council on Monday for a report.']);
  });

  it('sees no broken word where a line ends in a dash, or the next begins with a capital', () => {
    const lines = ['Seen from the mole -', 'a first look', 'Vice-', 'Admiral Marsh', 'Low tide at 5-', 'six'];
    const paragraphs = splitParagraphs(lines.join('\n')).map(({ view }) => view);
    expect(paragraphs).toEqual(lines);
  });

  it('takes the agency of a line under the byline', () => {
    const { byline, agency } = fieldsOf([
      'Harbour plan',
      '',
      'By Edda Marsh',
      'The Associated Press',
      '',
      'The plan of the port was read on Monday.',
    ]);
    expect([byline, agency]).toEqual(['Edda Marsh', 'Associated Press']);
  });
});
