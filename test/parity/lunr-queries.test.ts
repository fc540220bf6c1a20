import { describe, expect, it } from 'vitest';
import { lunrParts } from '../../electron/engine/analysis/lunr-parts.ts';
import { inventedCorpus } from './parity-corpus.ts';
import { lunrQueryOf, parityKinds, WordSupply, type ParityKind } from './lunr-queries.ts';
import { seededRandom } from './random-corpus.ts';

const corpus = inventedCorpus(40, 1, seededRandom(1));
const articles = Array.from({ length: 40 }, (_, number) => corpus.fieldsAt(number));
const words = new WordSupply(articles);

function queriesOf(kind: ParityKind): string[] {
  const random = seededRandom(7);
  return Array.from({ length: 120 }, () => lunrQueryOf(kind, words, random));
}

function clausesOf(kind: ParityKind): string[] {
  return queriesOf(kind).flatMap((query) => query.split(' '));
}

describe('queries in the grammar of Lunr', () => {
  it.each(parityKinds)('of the kind “%s” are mostly such that Lunr takes them', (kind) => {
    const fields = ['headline', 'standfirst', 'byline', 'place', 'agency', 'caption', 'body'];
    const taken = queriesOf(kind).filter((text) => {
      try {
        new lunrParts.QueryParser(text, new lunrParts.Query(fields)).parse();
        return true;
      } catch {
        // What Lunr refuses is counted, and compared with nothing.
        return false;
      }
    });
    expect(taken.length).toBeGreaterThan(100);
  });

  it('have what their kind says', () => {
    expect(clausesOf('negated only').every((clause) => clause.startsWith('-'))).toBe(true);
    expect(clausesOf('leading wildcard').every((clause) => clause.startsWith('*'))).toBe(true);
    expect(clausesOf('trailing wildcard').every((clause) => /^[^*]+\*$/u.test(clause))).toBe(true);
    expect(clausesOf('inner wildcard').every((clause) => /^[^*]+\*[^*]*\*?$/u.test(clause))).toBe(true);
    expect(clausesOf('fuzzy 1').every((clause) => clause.endsWith('~1'))).toBe(true);
    expect(clausesOf('fuzzy 2').every((clause) => clause.endsWith('~2'))).toBe(true);
    expect(clausesOf('fields').every((clause) => clause.includes(':'))).toBe(true);
    expect(clausesOf('boosts').some((clause) => clause.endsWith('^0'))).toBe(true);
    expect(new Set(clausesOf('presence').map((clause) => /^[+-]?/u.exec(clause)?.[0]))).toEqual(
      new Set(['+', '-', '']),
    );
  });

  it('ask mostly for words that the articles have', () => {
    const text = articles
      .map(({ body, headline }) => [headline, ...body].join(' '))
      .join(' ')
      .toLowerCase();
    const known = clausesOf('single term').filter((word) => text.includes(word.toLowerCase()));
    expect(known.length).toBeGreaterThan(80);
  });
});
