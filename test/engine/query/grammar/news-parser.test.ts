import { word } from '../../../../electron/words/word.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseNewsQuery } from '../../../../electron/engine/query/grammar/news-parser.ts';
import { formatQuery } from '../../../../electron/engine/query/query-reading.ts';

const context = { today: 19_753, typing: false };

function read(query: string): string {
  return formatQuery(parseNewsQuery(query, context).node);
}

function faults(query: string): string[] {
  return parseNewsQuery(query, context).faults.map(
    ({ at, length, message }) => `${query.slice(at, at + length)} | ${word(message)}`,
  );
}

describe('grammar news', () => {
  it.each([
    ['oil price', 'oil AND price'],
    ['oil OR gas price', 'oil OR (gas AND price)'],
    ['(oil OR gas) AND price', '(oil OR gas) AND price'],
    ['oil NOT gas', 'oil AND NOT gas'],
    ['oil -gas', 'oil AND NOT gas'],
    ['+oil gas', 'oil AND gas'],
    ['"combat mission" withdraw*', '"combat mission" AND withdraw*'],
    ['“combat mission”', '"combat mission"'],
    ['headline:(dam OR flood)', 'headline:dam OR headline:flood'],
    ['headline:"dam burst"^2 caption:river', 'headline:"dam burst"^2 AND caption:river'],
    ['kadimi~1^3', 'kadimi~1^3'],
    ['tag:"human rights" source:esta', 'tag:"human rights" AND source:esta'],
    ['date:2021-06..2021-08 before:2022 after:-30d', 'date:2021-06..2021-08 AND before:2022 AND after:-30d'],
    ['words:>800 language:ar', 'words:>800 AND language:ar'],
    ['al-Kadhimi', 'al-Kadhimi'],
    ['oil w/5 gas', 'oil w/5 gas'],
    ['oil NEAR/5 gas', 'oil w/5 gas'],
    ['oil pre/3 "gas price" w/s pipeline', '(oil pre/3 "gas price") w/s pipeline'],
    ['oil w/p (gas OR coal) price', '(oil w/p (gas OR coal)) AND price'],
    ['oil OR gas w/5 price AND coal', 'oil OR ((gas w/5 price) AND coal)'],
    ['body:oil w/2 -gas', 'body:oil AND NOT gas'],
    ['oil pre/s gas', 'oil pre/s gas'],
    ['oil PRE/P gas', 'oil pre/p gas'],
    ['oil w/p gas', 'oil w/p gas'],
    ['"oil price"~3', '"oil price"~3'],
    ['"oil price"~3^2', '"oil price"~3^2'],
    ['note: this', 'note: AND this'],
    ['Baneh: watchdog', 'Baneh: AND watchdog'],
    ['https://paper.example/a', 'https://paper.example/a'],
    ['18:30 24/7 9/11 and/or km/h n/s', '18:30 AND 24/7 AND 9/11 AND and/or AND km/h AND n/s'],
    ['tag:"say \\"no\\""', 'tag:"say \\"no\\""'],
    ['tag:«say "no"»', 'tag:"say \\"no\\""'],
    ['oil NOT w/5 gas', 'oil NOT w/5 gas'],
    ['oil NOT PRE/s gas AND coal', '(oil NOT pre/s gas) AND coal'],
    ['(oil OR gas) w/5 (coal w/p "north sea")', '(oil OR gas) w/5 (coal w/p "north sea")'],
    ['atleast3(oil OR gas)', 'atleast3(oil OR gas)'],
    ['ATLEAST3(oil gas)', 'atleast3(oil) AND atleast3(gas)'],
    [
      'lead(oil gas) hlead("oil price") first50(dam)',
      '(lead(oil) AND lead(gas)) AND hlead("oil price") AND first50(dam)',
    ],
    ['lead:oil', 'lead(oil)'],
    ['caps(Polish) allcaps(RICO) nocaps(turkey)', 'caps(Polish) AND allcaps(RICO) AND nocaps(turkey)'],
    [
      'hlead(allcaps(RICO) AND atleast5(allcaps(RICO)))',
      'hlead(allcaps(RICO)) AND atleast5(hlead(allcaps(RICO)))',
    ],
    ['headline:caps(Polish OR exact(Czech))', 'headline:caps(Polish) OR headline:exact(Czech)'],
    ['withdraw! wom?n *wright', 'withdraw* AND wom?n AND *wright'],
    ['oh!', 'oh*'],
    ['a!', 'a!'],
    ['what became of the dam?', 'what AND became AND of AND the AND dam'],
    ['"dam?" river?', '"dam?" AND river?'],
    ['article(s) lead(s)', 'article AND s AND lead AND s'],
    ['note:(oil OR "gas price") note:dam', 'note:(oil OR "gas price") AND note:dam'],
    ['outlet:"Daily Dam" section:world', 'outlet:"daily dam" AND section:world'],
    ['folder:1987 format:PDF', 'folder:1987 AND format:pdf'],
    ['is:starred is:Untagged has:note', 'is:starred AND is:untagged AND has:note'],
    ['year:2015 year:2010..2015', 'year:2015 AND year:2010..2015'],
    ['tag:(film OR NOT "human rights")', 'tag:film OR NOT tag:"human rights"'],
    ['language:(en ar)', 'language:en AND language:ar'],
    ['tag:hum*', 'tag:hum*'],
    ['constructor', 'constructor'],
    ['oil toString', 'oil AND toString'],
    ['', 'everything'],
    ['*', 'everything'],
    ['and or not', 'and AND or AND not'],
  ])('reads %s as %s', (query, reading) => {
    expect(read(query)).toBe(reading);
  });

  it('reads a query that was pasted with marks of direction as the one without them', () => {
    const parts = [
      'headline:',
      'oil',
      ' AND ',
      ' w/5 ',
      '(gas OR coal)',
      ' NOT ',
      '"port strike"~3',
      ' date:2021',
      ' -',
      '*',
    ];
    const marks =
      '\u061c\u200b\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060\u2066\u2067\u2068\u2069\ufeff';
    const mark = fc.constantFrom('', '', ...marks);
    const part = fc.tuple(mark, fc.constantFrom(...parts), mark);
    fc.assert(
      fc.property(fc.array(part, { maxLength: 8 }), (pasted) => {
        const plain = pasted.map(([, text]) => text).join(' ');
        const marked = pasted.map((each) => each.join('')).join(' ');
        expect(read(marked)).toBe(read(plain));
        const seen = new RegExp(`[${marks}]`, 'g');
        expect(faults(marked).map((fault) => fault.replace(seen, ''))).toEqual(faults(plain));
      }),
    );
  });

  it.each([
    ['\u202btag:\u200ffilm\u202c', 'tag:film'],
    ['headline\u200e:oil', 'headline:oil'],
    ['\u2066NOT\u2069 oil', 'NOT oil'],
    ['oil \u200ew/5\u200f gas', 'oil w/5 gas'],
    ['oil\u200b^2', 'oil^2'],
    ['"a\u200eb"', '"a\u200eb"'],
    ['tag:"\u200fb"', 'tag:"\u200fb"'],
    ['می\u200cخواهم', 'می\u200cخواهم'],
    ['a\u200eb', 'a\u200eb'],
  ])('reads %j as %j', (query, reading) => {
    expect(read(query)).toBe(reading);
  });

  it.each([
    ['"combat mission', '"combat mission', 'this quotation mark is not closed', '"combat mission…"'],
    ['oil w/2000 gas', 'w/2000', 'words can be 1,000 apart at most', 'oil w/1000 gas'],
    ['(oil OR gas', '(', 'this bracket is not closed', 'oil OR gas'],
    ['oil) gas', ')', 'there is no opening bracket for this one', 'oil AND gas'],
    ['oil AND', 'AND', 'AND stands between two words', 'oil'],
    ['OR oil', 'OR', 'OR stands between two words', 'oil'],
    ['oil NOT', 'NOT', 'a word belongs behind this', 'oil'],
    ['word~9', '~9', 'an edit distance is 2 at most', 'word'],
    ['word^', '^', 'a number belongs behind ^', 'word'],
    ['oil headline:', 'headline:', 'what to look for in headline is missing', 'oil'],
    ['headlin:oil', 'headlin:', 'there is no field “headlin”; headline is one', 'oil'],
    ['xyzzy:(oil gas)', 'xyzzy:', 'there is no field “xyzzy”', 'oil AND gas'],
    ['constructor:oil', 'constructor:', 'there is no field “constructor”', 'oil'],
    ['__proto__:oil', '__proto__:', 'there is no field “__proto__”', 'oil'],
    ['oil w/0 gas', 'w/0', 'words are 1 apart at least', 'oil w/1 gas'],
    ['oil nea/4 gas', 'nea/4', 'there is no operator “nea/4”; it was read as w/4', 'oil w/4 gas'],
    ['oil adj5 gas', 'adj5', 'there is no operator “adj5”; it was read as pre/5', 'oil pre/5 gas'],
    ['oil n/5 gas', 'n/5', 'there is no operator “n/5”; it was read as w/5', 'oil w/5 gas'],
    [
      'headline(oil)',
      'headline',
      'a field has a colon before its bracket; this was read as headline:',
      'headline:oil',
    ],
    ['exakt(oil)', 'exakt', 'there is no operator “exakt”; it was read as exact', 'exact(oil)'],
    ['atlest3(oil)', 'atlest3', 'there is no operator “atlest3”; it was read as atleast3', 'atleast3(oil)'],
    ['atleast(oil)', 'atleast', 'a number belongs behind atleast; it was read as atleast2', 'atleast2(oil)'],
    ['atleast9999(oil)', 'atleast9999', 'atleast takes a number from 1 to 1,000', 'atleast1000(oil)'],
    ['atleast2(tag:oil)', 'atleast2', 'only mentions of words and phrases can be counted', 'tag:oil'],
    ['lead()', 'lead', 'the words that belong into the brackets are missing', 'everything'],
    ['year:soon oil', 'year:soon', '“soon” is no year: 2015 or 2010..2015 would be', 'oil'],
    [
      'is:stared oil',
      'is:stared',
      'articles are not “stared”, but read, unread, starred, queued, excluded, untagged, missing, undated, corrected',
      'oil',
    ],
    ['has:notes oil', 'has:notes', 'articles do not have “notes”, but note, highlight, tag, date', 'oil'],
    ['"oil price"~900', '~900', 'the slack of a phrase is 100 at most', '"oil price"~100'],
    [
      'date:2022..2020',
      'date:2022..2020',
      '2022..2020 runs backwards; it was read as 2020..2022',
      'date:2020..2022',
    ],
    ['words:900..80', 'words:900..80', '900..80 runs backwards; it was read as 80..900', 'words:80..900'],
    [
      'date:soon oil',
      'date:soon',
      '“soon” is no date: 2021, 2021-06, 2021-06-30, 2021-06..2021-08, today or -30d would be',
      'oil',
    ],
    [
      'words:many',
      'words:many',
      '“many” is no number of words: >800, <200 or 200..800 would be',
      'everything',
    ],
  ])('says what is wrong with %s and reads the rest', (query, marked, message, reading) => {
    expect([faults(query), read(query)]).toEqual([[`${marked} | ${message}`], reading]);
  });

  it.each(['a OR b AND c', 'a OR b c', 'x (a b OR c)'])('warns where AND and OR mix: %s', (query) => {
    expect(parseNewsQuery(query, context).notices).toEqual([
      'AND was read before OR; brackets would say which is meant.',
    ]);
  });

  it('writes what may still go on with an ellipsis, and not what is finished', () => {
    const typed = (query: string): string =>
      formatQuery(parseNewsQuery(query, { ...context, typing: true }).node);
    expect(['oil dat', 'oil dat ', 'dat*', 'oil "dat', 'date:2021'].map(typed)).toEqual([
      'oil AND dat…',
      'oil AND dat',
      'dat*',
      'oil AND "dat…"',
      'date:2021',
    ]);
  });

  it.each([
    ['headlin:oil', 'headline:oil'],
    ['oil w/0 gas', 'oil w/1 gas'],
    ['oil nea/5 gas', 'oil w/5 gas'],
    ['date:2022..2020 oil', 'date:2020..2022 oil'],
    ['oil words:90..10', 'oil words:10..90'],
  ])('offers what was meant by %s', (query, meant) => {
    expect(parseNewsQuery(query, context).faults[0]?.query).toBe(meant);
    expect(parseNewsQuery(meant, context).faults).toEqual([]);
  });

  it.each([
    ['oil and gas', 'oil AND gas'],
    ['oil or gas not coal', 'oil OR gas NOT coal'],
    ['headline: oil', 'headline:oil'],
    ['(oil) and "gas price"', '(oil) AND "gas price"'],
  ])('hints at what %s may mean', (query, meant) => {
    const { hints, faults: wrong } = parseNewsQuery(query, context);
    expect([hints.map((hint) => hint.query), wrong]).toEqual([[meant], []]);
  });

  it.each(['and oil', 'oil and', '"oil and gas"', 'Baneh: watchdog', 'oil And gas', 'oil NOT gas'])(
    'has no hint for %s',
    (query) => {
      expect(parseNewsQuery(query, context).hints).toEqual([]);
    },
  );

  it('names a value that the archive has not, and reads the rest', () => {
    const known = {
      tag: () => ({ known: false, nearest: 'human rights' }),
      source: () => ({ known: true, nearest: null }),
      folder: () => ({ known: true, nearest: null }),
      format: () => ({ known: true, nearest: null }),
      named: () => ({ known: true, value: 'ckb', nearest: null }),
    };
    const { node, faults: wrong } = parseNewsQuery('oil tag:humn source:esta language:Sorani', {
      ...context,
      known,
    });
    expect([formatQuery(node), wrong]).toEqual([
      'oil AND source:esta AND language:ckb',
      [
        {
          at: 4,
          length: 8,
          message: 'there is no tag “humn”; “human rights” is near',
          query: 'oil tag:"human rights" source:esta language:Sorani',
        },
      ],
    ]);
  });

  it('finds a reading, and faults inside the query, for any text', () => {
    const pieces = fc.constantFrom(
      '(',
      ')',
      '"',
      ' ',
      'AND',
      'OR',
      'NOT',
      '-',
      '+',
      '~',
      '^',
      '9',
      ':',
      '*',
      'tag:',
      'date:',
      'a',
      '”',
      '\u0000',
      '\ud800',
    );
    fc.assert(
      fc.property(
        fc.array(fc.oneof(pieces, fc.string({ unit: 'binary', maxLength: 4 })), { maxLength: 40 }),
        (parts) => {
          const query = parts.join('');
          const parsed = parseNewsQuery(query, context);
          expect(typeof formatQuery(parsed.node)).toBe('string');
          for (const { at, length } of parsed.faults) {
            expect(at >= 0 && length > 0 && at < Math.max(1, query.length)).toBe(true);
          }
        },
      ),
      { numRuns: 1000 },
    );
  });

  it('refuses brackets that go deeper than it can follow', () => {
    expect(faults('('.repeat(50_000))[0]).toContain('brackets go 100 deep at most');
  });
});
