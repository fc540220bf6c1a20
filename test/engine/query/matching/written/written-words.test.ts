import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { bodyField, fieldNumber } from '../../../../../electron/engine/index/schema/fields.ts';
import { article } from '../../../../support/article-fields.ts';
import { smallArchive } from '../../small-archive.ts';

const articles = [
  article({ headline: 'US sends envoys', body: ['The envoys of the US met us. He sent his résumé.'] }),
  article({ headline: 'Join us', body: ['Resume the talks, said the man of the EU; RESUME them.'] }),
  article({ headline: 'Résumé of a talk', body: ['Re\u0301sume\u0301s are read. McKenzie met Mckenzie.'] }),
  article({ headline: 'İstanbul’da', body: ['Istanbul ve istanbul, ISTANBUL, ışık ve isik. İSTANBUL.'] }),
  article({ headline: 'أحمد في بغداد', body: ['قال احمد إن إحمد كَتَبَ وكتب.'] }),
  article({ headline: 'Ёлка', body: ['Елка и ёлка, ЁЛКА; Москва́ и москва. Й и И.'] }),
  article({ headline: 'IT WHO US WE ARE', body: ['it is who we are'], furniture: ['About US', 'about us'] }),
  article({ headline: 'Colours', body: ['A colour, Colour’s end; the colours of colouring. U.S. and U.S'] }),
];
const archive = smallArchive(articles, { read: [1, 2, 3] }, [], 3);
afterAll(() => archive.close());

function found(query: string): number[] {
  return archive.found(query).sort((a, b) => a - b);
}

function marked(query: string): string[][] {
  const { highlighter } = archive.answer(query);
  return found(query).map((id) => {
    const fields = articles[id - 1] ?? article({});
    const texts = [
      [fieldNumber('headline') ?? -1, fields.headline] as const,
      [bodyField, fields.body[0] ?? ''] as const,
    ];
    return texts.flatMap(([field, text]) =>
      highlighter.ranges(text, field).map(([start, end]) => text.slice(start, end)),
    );
  });
}

describe('words as written', () => {
  it.each([
    ['capitals', 'exact(US)', [1, 7]],
    ['small letters', 'exact(us)', [1, 2]],
    ['initials with points, which are another spelling', 'exact(U.S.)', [8]],
    ['marks', 'exact(Résumé)', [3]],
    ['marks, however they are encoded', 'exact(Re\u0301sume\u0301s)', [3]],
    ['no marks', 'exact(Resume)', [2]],
    ['no other form', 'exact(colour)', [8]],
    ['a possessive, which belongs to the word', 'exact(Colour)', []],
    ['either apostrophe', "exact(Colour's)", [8]],
    ['mixed case', 'exact(McKenzie)', [3]],
    ['mixed case that nobody has', 'exact(MCKenzie)', []],
    ['a dotted capital of Turkish', 'exact(İstanbul’da)', [4]],
    ['a dotless capital of Turkish', 'exact(Istanbul)', [4]],
    ['a dotless letter of Turkish', 'exact(ışık)', [4]],
    ['no dotless letter', 'exact(işik)', []],
    ['a hamza', 'exact(أحمد)', [5]],
    ['no hamza', 'exact(احمد)', [5]],
    ['another letter', 'exact(آحمد)', []],
    ['harakat', 'exact(كَتَبَ)', [5]],
    ['harakat that nobody wrote', 'exact(كُتب)', []],
    ['ё', 'exact(ёлка)', [6]],
    ['ё in capitals', 'exact(ЁЛКА)', [6]],
    ['stress', 'exact(Москва́)', [6]],
    ['no stress', 'exact(Москва)', []],
    ['stop words, which count as well', 'exact(WHO)', [7]],
    ['and beside other words', 'exact(The) envoys', [1]],
    ['wildcards', 'exact(R?*s)'.replace('?', ''), [3]],
    ['a wildcard in capitals', 'exact(RES*)', [2]],
    ['a wildcard with marks', 'exact(*umé)', [1, 3]],
    ['AND in the brackets', 'exact(US AND résumé)', [1]],
    ['OR and NOT', 'exact((US OR RESUME) AND NOT The)', [2, 7]],
    ['NOT before it', 'resume NOT exact(Resume)', [1, 3]],
    ['a phrase', 'exact("the US met us")', [1]],
    ['a phrase that is written otherwise', 'exact("the us met US")', []],
    ['a phrase with slack', 'exact("US us"~1)', [1]],
    ['nearness', 'exact(US) w/2 exact(us)', [1]],
    ['nearness to a word in any form', 'exact(US) w/3 envoy', [1]],
    ['one sentence', 'exact(EU) w/s exact(RESUME)', [2]],
    ['a field', 'headline:exact(us)', [2]],
    ['a field in the brackets', 'exact(headline:US)', [1, 7]],
    ['a field that is only searched by name', 'furniture:exact(US)', [7]],
    ['a filter', 'tag:read exact(US)', [1]],
    ['the name in capitals', 'EXACT(US)', [1, 7]],
  ])('finds %s: %s', (_, query, expected) => {
    expect(found(query)).toEqual(expected);
  });

  it.each([
    ['exact(US)', [['US', 'US'], ['US']]],
    ['exact(Résumé)', [['Résumé']]],
    ['exact("US met us")', [['US met us']]],
    ['exact(*umé)', [['résumé'], ['Résumé']]],
    ['exact(احمد)', [['احمد']]],
    ['exact(U.S.)', [['U.S.', 'U.S']]],
  ])('are what is marked: %s', (query, expected) => {
    expect(marked(query)).toEqual(expected);
  });

  it('are said in the reading, which reads the same again', () => {
    const { reading, fault } = archive.answer('headline:exact(US "met us"~2 OR NOT Rés*^2)');
    expect(fault).toBeNull();
    expect(reading).toBe('(headline:exact(US) AND headline:exact("met us"~2)) OR NOT headline:exact(Rés*^2)');
    expect(archive.answer(reading).reading).toBe(reading);
  });

  it('are begun by what is still being typed', () => {
    const { reading, best } = archive.answer('exact(Rés', { typing: true });
    expect(reading).toBe('exact(Rés…)');
    expect(Array.from(best.articles)).toEqual([3]);
  });

  it.each([
    ['exakt(US)', 'exact(US)', 'there is no operator “exakt”; it was read as exact'],
    ['Exat(US)', 'exact(US)', 'there is no operator “Exat”; it was read as exact'],
  ])('are what a name one letter away asks for: %s', (query, meant, message) => {
    const { fault, reading } = archive.answer(query);
    expect(fault).toMatchObject({ message, query: meant });
    expect(reading).toBe(meant);
  });

  it.each([
    ['exact()', 'the words that belong into the brackets are missing'],
    ['exact(US', 'this bracket is not closed'],
    ['exact(resume~1)', 'in exact(…) a word has no edit distance'],
  ])('say what is wrong with %s', (query, message) => {
    expect(archive.answer(query).fault?.message).toEqual(message);
  });

  it('are hinted at where the bracket stands apart', () => {
    expect(archive.answer('exact (US)').hints).toMatchObject([{ query: 'exact(US)' }]);
    expect(archive.answer('exact OR (US)').hints).toEqual([]);
  });

  it('are not found in an article that has lost its text', () => {
    const lost = smallArchive(articles, {}, [1]);
    expect(lost.found('exact(US)')).toEqual([7]);
    lost.close();
  });
});

describe('what has to be true as well', () => {
  const small = smallArchive(
    Array.from({ length: 12 }, (_, at) =>
      article({ headline: at % 2 === 0 ? 'Résumé' : 'Resume', body: [at % 3 === 0 ? 'dam' : 'ferry', 'US'] }),
    ),
    { read: [1, 2] },
  );
  afterAll(() => small.close());

  it.each([
    ['exact(Résumé) dam', [1, 7]],
    ['dam exact(Résumé)', [1, 7]],
    ['exact(Resume) AND (tag:read OR dam) AND NOT ferry', [4, 10]],
    ['tag:read NOT exact(Resume)', [1]],
    ['dam (exact(Resume) OR exact(Résumé)) exact(US)', [1, 4, 7, 10]],
    ['(dam exact(Résumé)) OR (ferry exact(Résumé))', [1, 3, 5, 7, 9, 11]],
    ['exact(Résumé)', [1, 3, 5, 7, 9, 11]],
  ])('is looked at first: %s', (query, expected) => {
    expect(small.found(query).sort((one, other) => one - other)).toEqual(expected);
  });

  it('leaves fewer texts to be read, each once', () => {
    const fresh = smallArchive(
      Array.from({ length: 12 }, (_, at) =>
        article({ headline: 'Résumé', body: [at < 3 ? 'dam' : 'ferry'] }),
      ),
    );
    fresh.textsRead();
    expect(fresh.found('exact(Résumé) dam')).toHaveLength(3);
    expect(fresh.textsRead()).toEqual([1, 2, 3]);
    expect(fresh.found('dam exact(Résumé) Résumé')).toHaveLength(3);
    expect(fresh.textsRead()).toEqual([]);
    expect(fresh.found('exact(Résumé)')).toHaveLength(12);
    expect(fresh.textsRead()).toHaveLength(12);
    expect(fresh.found('ferry exact(Résumé)')).toHaveLength(9);
    expect(fresh.textsRead()).toEqual([]);
    fresh.close();
  });

  it('makes no word unknown that other articles may have', () => {
    const together = { say: 'read.not-together' };
    expect(small.answer('dam AND ferry AND exact(Résumé)').notices).toContainEqual(together);
    expect(small.answer('dam AND ferry AND exact(nobody)').notices).not.toContainEqual(together);
  });
});

describe('a plain evaluator', () => {
  const spellings = [
    ...[
      'us',
      'US',
      'Us',
      'uS',
      'resume',
      'résumé',
      'Résumé',
      're\u0301sume\u0301',
      'RÉSUMÉ',
      'RESUME',
      'résume',
    ],
    ...[
      'istanbul',
      'İstanbul',
      'Istanbul',
      'ISTANBUL',
      'İSTANBUL',
      'ıstanbul',
      'the',
      'The',
      'THE',
      '7G',
      'G7',
      'g7',
    ],
    ...[
      'أحمد',
      'احمد',
      'إحمد',
      'أَحمد',
      'كتاب',
      'كِتاب',
      'ёлка',
      'елка',
      'Ёлка',
      'ЁЛКА',
      'йод',
      'иод',
      'McKay',
      'Mckay',
    ],
    ...[
      'it',
      'IT',
      'straße',
      'strasse',
      'STRASSE',
      'Æsop',
      'aesop',
      'ΑΘΉΝΑ',
      'Αθήνα',
      'αθηνα',
      'o’clock',
      'O’Clock',
    ],
  ];
  const spelling = fc.constantFrom(...spellings);
  const text = fc.array(spelling, { maxLength: 6 });

  it('finds the same articles, alone, in phrases, near one another and under NOT', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(text, text), { minLength: 1, maxLength: 6 }),
        fc.array(fc.tuple(spelling, spelling), { minLength: 1, maxLength: 4 }),
        (texts, queries) => {
          const small = smallArchive(
            texts.map(([headline, body]) =>
              article({ headline: headline.join(' '), body: [body.join(' ')] }),
            ),
          );
          const ids = (holds: (words: readonly string[]) => boolean): number[] =>
            texts.flatMap((fields, at) =>
              fields.some((words) => holds(words.map(composed))) ? [at + 1] : [],
            );
          const sorted = (query: string): number[] => small.found(query).sort((a, b) => a - b);
          for (const [one, other] of queries) {
            const [a, b] = [composed(one), composed(other)];
            const alone = ids((words) => words.includes(a));
            expect(sorted(`exact(${one})`)).toEqual(alone);
            expect(sorted(`* NOT exact(${one})`)).toEqual(
              texts.map((_, at) => at + 1).filter((id) => !alone.includes(id)),
            );
            expect(sorted(`exact("${one} ${other}")`)).toEqual(
              ids((words) => words.some((word, at) => word === a && words[at + 1] === b)),
            );
            expect(sorted(`exact(${one} w/2 ${other})`)).toEqual(
              ids((words) =>
                words.some(
                  (word, at) =>
                    word === a && [at - 2, at - 1, at + 1, at + 2].some((place) => words[place] === b),
                ),
              ),
            );
          }
          small.close();
        },
      ),
      { numRuns: 12 },
    );
  });
});

function composed(word: string): string {
  return word.normalize('NFC');
}
