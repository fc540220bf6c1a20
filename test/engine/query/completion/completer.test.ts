import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { articleId } from '../../../../electron/contract/ids.ts';
import { extendedAnalysis } from '../../../../electron/engine/analysis/analysis.ts';
import { IndexReader } from '../../../../electron/engine/index/index-reader.ts';
import { IndexWriter } from '../../../../electron/engine/index/index-writer.ts';
import { articleQuery } from '../../../../electron/engine/query/completion/article-query.ts';
import { Completer } from '../../../../electron/engine/query/completion/completer.ts';
import { openDatabase, type Database } from '../../../../electron/engine/sqlite.ts';
import { article } from '../../../support/article-fields.ts';

const articles = [
  article({
    headline: 'Strikes at the port',
    body: ['Dockers strike. The striking dockers met.'],
    language: 'en',
  }),
  article({
    headline: 'Strike ends',
    body: ['The dockers went back.'],
    language: 'en',
    outlet: 'Esta Courier',
  }),
  article({ headline: 'Strings', body: ['A violin and the port.'], language: 'ar', place: 'Basra' }),
  article({ headline: 'Résumé', body: ['A string quartet.'], language: 'ckb' }),
];

let db: Database;
let index: IndexReader;

beforeAll(() => {
  db = openDatabase(':memory:', { readOnly: false });
  const writer = IndexWriter.open(db);
  for (const [at, fields] of articles.entries()) {
    writer.add(articleId(at + 1), fields);
    if (at === 1) writer.commit(1);
  }
  writer.commit(2);
  index = new IndexReader(db);
});
afterAll(() => db.close());

const completer = new Completer(extendedAnalysis, {
  tags: () => [
    { name: 'Human rights', articles: 3 },
    { name: 'Energy/Strikes', articles: 2 },
  ],
  sources: () => [{ name: 'esta', articles: 4 }],
  folders: () => [{ name: '1987', articles: null }],
  formats: () => [{ name: 'txt', articles: null }],
  named: (snapshot, column) =>
    snapshot.segments.flatMap((segment) =>
      segment
        .named(column)
        .names.filter((name) => name !== '')
        .map((name) => ({ name, articles: 1 })),
    ),
});

function suggested(query: string, caret = query.length): string[] {
  const found = index.snapshot((snapshot) => completer.suggest(snapshot, { query, caret }));
  return found.suggestions.map(
    ({ text, articles: count }) =>
      `${query.slice(0, found.from)}${text}${query.slice(found.to)}${count === null ? '' : ` ${String(count)}`}`,
  );
}

describe('completion', () => {
  it.each([
    [
      'words with the articles that each finds, which has its other forms too',
      'stri',
      ['strike 2', 'string 2', 'tag:Energy/Strikes 2'],
    ],
    ['the last word alone', 'port stri', ['port strike 2', 'port string 2', 'port tag:Energy/Strikes 2']],
    ['letters as they were typed', 'Stri', ['Strike 2', 'String 2', 'tag:Energy/Strikes 2']],
    ['a word in a field', 'headline:stri', ['headline:strike 2', 'headline:string 2']],
    ['a word in a bracket', '(port OR dock', ['(port OR dockers 2']],
    ['fields and operators', 'stan', ['standfirst:']],
    ['operators', 'AN', ['AND']],
    ['operators with brackets', 'atl', ['atleast3(']],
    ['tags by any of their words', 'tag:ri', ['tag:"Human rights" 3']],
    ['tags in quotation marks', 'tag:"hum', ['tag:"Human rights" 3']],
    ['languages by name', 'language:eng', ['language:english 1']],
    ['outlets', 'outlet:es', ['outlet:"Esta Courier" 1']],
    ['places', 'place:bas', ['place:Basra 1']],
    ['folders', 'folder:19', ['folder:1987']],
    ['sources', 'source:e', ['source:esta 4']],
    ['states', 'is:un', ['is:unread', 'is:untagged', 'is:undated']],
    ['nothing in quotation marks', '"port stri', []],
    ['nothing of an unknown field', 'xyzzy:stri', []],
    ['nothing before two letters', 's', []],
  ])('offers %s', (_, query, expected) => {
    expect(suggested(query)).toEqual(expected);
  });

  it('goes on where the caret is, and nowhere within a word', () => {
    expect(suggested('dock port', 4)).toEqual(['dockers port 2']);
    expect(suggested('dockers', 4)).toEqual([]);
  });

  it('makes a query of the words that tell an article from others', () => {
    const made = articles.map((fields) =>
      index.snapshot((snapshot) => articleQuery(snapshot, fields, extendedAnalysis)),
    );
    expect(made.map((query) => query.split(' OR ').sort())).toEqual([
      ['Dockers', 'Strikes', 'port'],
      ['Strike', 'dockers'],
      ['Strings', 'port'],
      ['string'],
    ]);
  });
});
