import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldSpelling } from '../../../../electron/engine/article/text/fold-spelling.ts';
import {
  furnitureKey,
  furnitureOf,
  furnitureOpening,
  opensFurniture,
  opensLongFurniture,
} from '../../../../electron/engine/article/page/furniture.ts';

const anyLine = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 100 }),
  fc.string({ unit: fc.constantFrom(..."aÉ1٢½.,'’# -\u200c\u0301𝐀𝟙ﷺ\ud800"), maxLength: 30 }),
);

describe('furnitureKey', () => {
  it('leaves out case, accents, punctuation, numbers and the spelling of letters', () => {
    const lines = ['  12 Comments!', 'Publicité', 'مقالاتٌ ذات صلة', 'بابەتی پێشوو', 'Editor’s Picks'];
    expect(lines.map(furnitureKey)).toEqual([
      '# comments',
      'publicite',
      'مقالات ذات صله',
      'بابهتي پێشوو',
      'editors picks',
    ]);
  });

  it('is of any line what three expressions make of its spelling', () => {
    fc.assert(
      fc.property(anyLine, (line) => {
        const numbered = foldSpelling(line)
          .replace(/'/g, '')
          .replace(/\p{N}+(?:[.,]\p{N}+)*/gu, ' # ');
        expect(furnitureKey(line)).toBe(numbered.replace(/[^\p{L}#]+/gu, ' ').trim());
      }),
    );
  });
});

describe('furnitureOpening', () => {
  it('is the first word of the key of any line', () => {
    fc.assert(
      fc.property(anyLine, (line) => {
        expect(furnitureOpening(line)).toBe(furnitureKey(line).split(' ', 1)[0]);
      }),
    );
  });
});

describe('opensFurniture', () => {
  const opened = ['share', 'Related', 'PREVIOUS', '12', '#', '«إعلان»', 'مقالات', 'Publicité', '\u0640', 'ⓐ'];
  const anyOpening = fc.tuple(
    fc.constantFrom('', '“', '- ', '\u200c', '™ ', 'ⓐ '),
    fc.constantFrom(...opened),
    anyLine,
  );

  it('answers for the first word of any line as for that word alone', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          anyLine,
          anyOpening.map((parts) => parts.join(' ')),
        ),
        (line) => {
          expect(opensFurniture(line)).toBe(opensFurniture(furnitureOpening(line)));
        },
      ),
    );
    expect(['Share this', '“PREVIOUS Article”', 'Weather', '  '].map(opensFurniture)).toEqual([
      true,
      true,
      true,
      false,
    ]);
  });
});

describe('furnitureOf', () => {
  it.each([
    ['Previous Article', 'neighbour'],
    ['المقال التالي', 'neighbour'],
    ['Related Posts', 'list'],
    ['مقالات ذات صلة', 'list'],
    ['34 Comments', 'end'],
    ['Total', 'edge'],
    ['ADVERTISEMENT', 'line'],
    ['This website uses cookies to improve your experience while you are here.', 'line'],
    ['The minister shared his plans with the press', null],
  ])('tells what %s is', (line, kind) => {
    expect(furnitureOf(furnitureKey(line))).toBe(kind);
    expect(kind === null || opensFurniture(line)).toBe(true);
  });
});

it.each([
  [
    'This website uses cookies so that the harbour office can count who looks at the tables of the tide and',
    true,
  ],
  [
    '* By continuing to use this page of the harbour office you let it count who looks at the tables of',
    true,
  ],
  [
    'The mole was repaired on Monday after four weeks of work by divers, who replaced stones that the sea',
    false,
  ],
  [
    'By Tuesday the divers will have left the town above the mole, which the sea had broken in the spring',
    false,
  ],
])('a long line is looked at as furniture by its first two words: %s', (line, opens) => {
  expect(opensLongFurniture(line)).toBe(opens);
});
