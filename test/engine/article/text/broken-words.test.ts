import { describe, expect, it } from 'vitest';
import { joinLines } from '../../../../electron/engine/article/text/broken-words.ts';

describe('joinLines', () => {
  it.each([
    ['the light-\nhouse was shut', 'the lighthouse was shut'],
    ['the light\u00ad\nhouse was shut', 'the lighthouse was shut'],
    ['die Hafen¬\nbehörde tagt', 'die Hafenbehörde tagt'],
    ['the light‐\r\n  house was shut', 'the lighthouse was shut'],
    ['a long-\nterm plan', 'a long-term plan'],
    ['between 1999-\nand now', 'between 1999- and now'],
    ['from Lower-\nFenwick to Orne', 'from Lower- Fenwick to Orne'],
    ['the sea -\nand the wind', 'the sea - and the wind'],
    ['two lines\nas one', 'two lines as one'],
  ])('reads %j', (stretch, line) => {
    expect(joinLines(stretch, stretch)).toBe(line);
  });

  it('keeps the hyphen of a word that the text writes with one elsewhere', () => {
    const text = 'The harbour-master spoke. The harbour-\nmaster left.';
    expect(joinLines(text, text)).toBe('The harbour-master spoke. The harbour-master left.');
  });
});
