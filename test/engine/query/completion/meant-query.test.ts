import { afterAll, describe, expect, it } from 'vitest';
import { articleId } from '../../../../electron/contract/ids.ts';
import { extendedAnalysis } from '../../../../electron/engine/analysis/analysis.ts';
import { IndexReader } from '../../../../electron/engine/index/index-reader.ts';
import { IndexWriter } from '../../../../electron/engine/index/index-writer.ts';
import { meantQuery } from '../../../../electron/engine/query/completion/meant-query.ts';
import { openDatabase } from '../../../../electron/engine/sqlite.ts';
import { word } from '../../../../electron/words/word.ts';
import { article } from '../../../support/article-fields.ts';

const db = openDatabase(':memory:', { readOnly: false });
const writer = IndexWriter.open(db);
for (let nth = 1; nth <= 30; nth += 1) {
  const rare = nth === 1 ? 'A kadimi, a dame and a ferrry.' : 'Nothing else.';
  writer.add(articleId(nth), article({ body: [`Kadhimi opened the dams and a ferry. ${rare}`] }));
  if (nth === 12) writer.commit(1);
}
writer.commit(2);
const index = new IndexReader(db);
afterAll(() => db.close());

function meant(query: string, isTyping = false) {
  return index.snapshot((snapshot) => meantQuery(snapshot, query, isTyping, extendedAnalysis));
}

describe('a word that few articles have', () => {
  it('is said with the near one that many have, and the query with that', () => {
    const hint = meant('opened AND kadimi');
    expect([hint?.at, hint?.length, hint?.query, word(hint?.message ?? '')]).toEqual([
      11,
      6,
      'opened AND kadhimi',
      'Did you mean “kadhimi”? “kadimi” is in 1 article, “kadhimi” in 30.',
    ]);
  });

  it.each([
    ['Kadhmi', 'kadhimi'],
    ['"kadhini opened" ferrry', '"kadhimi opened" ferry'],
    ['headline:(kadhmi OR dam)', 'headline:(kadhimi OR dam)'],
    ['kadhmi w/5 opend', 'kadhimi w/5 opened'],
  ])('%s means %s', (query, other) => {
    expect(meant(query)?.query).toBe(other);
  });

  it.each([
    ['is left where nothing is near', 'zeppelin'],
    ['is left where it is as frequent', 'kadhimi dams'],
    ['is left as the value of a filter', 'tag:kadhmi source:(kadhmi OR opend)'],
    ['is left where the way it is written is asked for', 'exact(Kadhmi)'],
    ['is left as a pattern', 'kadhm* kadhmi~1'],
    ['is left in an address and a number', 'kadhmi.example k4dhimi'],
    ['is left where it is short', 'dme'],
  ])('%s', (_, query) => {
    expect(meant(query)).toBeNull();
  });

  it('is left while it is typed', () => {
    expect([meant('opend kadhmi', true)?.query, meant('kadhmi', true)]).toEqual(['opened kadhmi', null]);
  });
});
