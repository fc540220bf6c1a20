import { describe, expect, it } from 'vitest';
import { joinLines } from '../../../../electron/engine/article/text/broken-words.ts';

describe('joinLines', () => {
  it.each([
    ['the light-\nhouse was shut', 'the lighthouse was shut'],
    ['the light\u00ad\nhouse was shut', 'the lighthouse was shut'],
    ['die Hafen¬\nbehörde tagt', 'die Hafenbehörde tagt'],
    ['the light‐\r\n  house was shut', 'the lighthouse was shut'],
    ['a long-\nterm plan', 'a long-term plan'],
    ['an in-\ncrease of over-\nsight', 'an increase of oversight'],
    ['the re-\nport to the pre-\nsident', 'the report to the president'],
    ['a far-\nreaching re-\nelection', 'a far-reaching re-election'],
    ['the inter-\nnational mid-\ndle class', 'the international middle class'],
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

  it('takes no longer for each broken word of a long text', () => {
    const lines = Array.from({ length: 40_000 }, (_, nth) => `wort${letters(nth)}-\nteil und`);
    const text = `${lines.join(' ')} wort${letters(7)}teil wort${letters(39_999)}-teil`;
    const joined = joinLines(text, text);
    expect(joined.split(' ').slice(0, 3)).toEqual(['wortaaaateil', 'und', 'wortaaabteil']);
    expect(joined).toContain(`wort${letters(39_999)}-teil und`);
  });
});

/** A number in letters. */
function letters(number: number): string {
  return [17_576, 676, 26, 1]
    .map((step) => String.fromCharCode(97 + (Math.floor(number / step) % 26)))
    .join('');
}
