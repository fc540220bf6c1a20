import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foreignQuery } from '../../../../electron/engine/query/foreign/foreign-query.ts';
import { parseNewsQuery } from '../../../../electron/engine/query/grammar/news-parser.ts';
import { word } from '../../../../electron/words/word.ts';

const context = { today: 19_753, typing: false };

function notes(query: string): string[] {
  return foreignQuery(query)?.differs.slice(0, -1).map(word) ?? [];
}

/** As people in newsrooms, law firms and monitoring desks write them. */
const nexis: readonly (readonly [query: string, ours: string])[] = [
  ['kadhimi AND NOT basra', 'kadhimi NOT basra'],
  ['strike but not baseball', 'strike NOT baseball'],
  ['oil /5 price', 'oil w/5 price'],
  [
    'merger w/s (antitrust or competition) and not state',
    '(merger w/s (antitrust OR competition)) NOT state',
  ],
  ['merger /s antitrust', 'merger w/s antitrust'],
  ['chevron /p ecuador', 'chevron w/p ecuador'],
  ['prime +2 minister', 'prime pre/2 minister'],
  ['dog onear/3 bite', 'dog pre/3 bite'],
  ['HEADLINE(oil w/5 price)', 'headline:(oil w/5 price)'],
  ['headline(opec) and date aft 1/1/2020', 'headline:opec AND after:2020-01-01'],
  ['hlead(allcaps(RICO) and atleast5(allcaps(RICO)))', 'hlead(allcaps(RICO) AND atleast5(allcaps(RICO)))'],
  ['BYLINE(maggie haberman) AND trump', 'byline:"maggie haberman" AND trump'],
  ['DATELINE(baghdad) and withdraw!', 'place:baghdad AND withdraw!'],
  ['wom*n w/3 suffrage and not ohio', '(wom?n w/3 suffrage) NOT ohio'],
  ['PUBLICATION(new york times) AND climate change', 'outlet:"new york times" AND "climate change"'],
  ['apple or google and antitrust and not europe', '(apple OR google) AND antitrust NOT europe'],
  ['bush not w/5 kate', 'bush NOT w/5 kate'],
  ['bush not w/seg kate', 'bush NOT w/1000 kate'],
  ['asbestos w/seg lawsuit', 'asbestos w/1000 lawsuit'],
  ['date(geq (1/1/2020) and leq (12/31/2020)) and opec', 'date:2020-01-01..2020-12-31 AND opec'],
  ['opec and date >= 2019', 'opec AND date:2019..'],
  ['opec and date bef 3/2018', 'opec AND before:2018-03'],
  ['length > 1200 and fracking', 'words:>1200 AND fracking'],
  ['SUBJECT(mergers) and bayer', 'mergers AND bayer'],
  [
    '"supreme court" pre/3 (rul! or decid!) and not state',
    '("supreme court" pre/3 (rul! OR decid!)) NOT state',
  ],
  ['GRAPHIC(flood) or headline(flood)', 'caption:flood OR headline:flood'],
];

const factiva: readonly (readonly [query: string, ours: string])[] = [
  ['hd=oil', 'headline:oil'],
  ['hd=(oil or gas) and strike', 'headline:(oil OR gas) AND strike'],
  ['hlp="climate change" and la=en', 'hlead("climate change") AND language:en'],
  ['oil adj3 price', 'oil pre/3 price'],
  ['oil near5 price', 'oil w/5 price'],
  ['oil w/3 price and wc>1000', '(oil pre/3 price) AND words:>1000'],
  ['by=smith and art=bridge', 'byline:smith AND caption:bridge'],
  ['ipo/F50/ and wc>500', 'first50(ipo) AND words:>500'],
  ['atleast3 fracking and rst=tnyt', 'atleast3(fracking)'],
  [
    '(merger or takeover) same bayer not monsanto and hd=bayer',
    '((merger OR takeover) w/p bayer) NOT monsanto AND headline:bayer',
  ],
  ['climate change and la=en', '"climate change" AND language:en'],
  ['apple and google or hd=amazon', '(apple AND google) OR headline:amazon'],
  ['date from 20200101 to 20201231 and opec', 'date:2020-01-01..2020-12-31 AND opec'],
  ['opec and date after -30', 'opec AND date:-30d'],
  ['earn$3 and co=micsft', 'earn*'],
  ['sn="financial times" and brexit', 'outlet:"financial times" AND brexit'],
  ['lp=(port near3 strike)', 'lead(port w/3 strike)'],
];

describe('a query of another service', () => {
  it.each(nexis)('of Nexis, %s, is ours as %s', (query, ours) => {
    expect(foreignQuery(query)).toMatchObject({ service: 'Nexis', query: ours });
  });

  it.each(factiva)('of Factiva, %s, is ours as %s', (query, ours) => {
    expect(foreignQuery(query)).toMatchObject({ service: 'Factiva', query: ours });
  });

  it.each([...nexis, ...factiva])('%s becomes a query without a fault', (_, ours) => {
    expect(parseNewsQuery(ours, context).faults).toEqual([]);
  });

  it('says what it does not ask in the same way', () => {
    expect(notes('apple or google and antitrust and not europe')).toEqual([
      'OR is read before AND there; here brackets say so.',
    ]);
    expect(notes('oil w/3 price and rst=tnyt')).toEqual([
      'w/5 asks for this order there; here pre/5 does.',
      'rst=tnyt is a code that only the service knows; it was left out.',
    ]);
    expect(notes('wom*n /3 suffrage act')).toEqual([
      '* is one letter there; here ? is.',
      'Words with no operator between them are a phrase there; here they stand in quotation marks.',
    ]);
  });

  it.each([
    ['oil price'],
    ['oil AND price OR "gas price"'],
    ['oil w/5 price date:2020'],
    ['headline:(oil OR gas) NOT strike'],
    ['atleast3(oil OR gas)'],
    ['caps(Polish) hlead(strike)'],
    ['and/or 24/7 km/h 9/11'],
    ['not only oil and gas'],
    ['What is in the body (of the article)?'],
    ['2+2 A+ C++'],
    ['tag:film language:(en OR ar)'],
  ])('is not seen in ours: %s', (query) => {
    expect(foreignQuery(query)).toBeNull();
  });

  it('is read to its end whatever is pasted', () => {
    const piece = fc.constantFrom(
      'hd=',
      'headline(',
      '(',
      ')',
      '"',
      ' and not ',
      '/5',
      ' or ',
      'oil',
      '*',
      'date ',
      '-30',
      '$',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
        const found = foreignQuery(pieces.join(''));
        expect(found === null || found.query !== '').toBe(true);
      }),
    );
  });
});
