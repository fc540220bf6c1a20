import { describe, expect, it } from 'vitest';
import { fieldsOf } from '../article-context.ts';

const navigation = ['Home', 'World', 'Sports', 'Subscribe', 'Log in'];
const text = [
  'The old mole was repaired on Monday after four weeks of work by divers from the town above it.',
  'They replaced a hundred stones that the sea had carried off in the long storms of the spring.',
  'The money for the work came from the berthing fees of the fishing boats, the harbour office said.',
];

function headlineOf(above: readonly string[], below: readonly string[] = []): string {
  return fieldsOf([...navigation, ...above, ...text, ...below].flatMap((line) => [line, ''])).headline;
}

describe('the headline of a page', () => {
  it('is the title and not the longer standfirst between it and the byline', () => {
    const deck =
      'Divers and masons from the town worked four weeks on the old mole, which the sea had broken.';
    expect(headlineOf(['Mole repaired before the storms', deck, 'By Ann Lee'])).toBe(
      'Mole repaired before the storms',
    );
  });

  it('is the title above the byline and not one of the titles above that', () => {
    const others = ['Why the sea came so far into the town', 'Divers wanted for the fishing boats'];
    expect(headlineOf([...others, 'Divers repair the mole before the storms', 'By Ann Lee'])).toBe(
      'Divers repair the mole before the storms',
    );
  });

  it('is none of a list of stories with their dates', () => {
    const list = [
      'Sea takes stones of the promenade',
      'Divers wanted for the harbour school',
      'Town pays for a new fish market',
    ];
    const dated = list.flatMap((title, at) => [title, `${String(at + 3)} May 2021`]);
    expect(headlineOf(['Divers repair the mole before the storms', ...dated])).toBe(
      'Divers repair the mole before the storms',
    );
  });

  it('does not stand under the text', () => {
    expect(
      headlineOf(['Masons end work'], ['Mole, divers, stones, sea, spring', 'Related', 'Choir sings']),
    ).toBe('Masons end work');
  });
});
