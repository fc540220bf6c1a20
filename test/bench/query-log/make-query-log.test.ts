import { describe, expect, it } from 'vitest';
import { lexNewsQuery } from '../../../electron/engine/query/grammar/lexer/news-lexer.ts';
import { openCorpus } from '../corpus.ts';
import { articleAt } from '../corpus.ts';
import { queryKinds, type LoggedQuery } from './logged-query.ts';
import { makeKindLogs, makeQueryLog } from './make-query-log.ts';

const corpus = openCorpus({ kind: 'generated', seed: 3, articles: 500 });
const log = makeQueryLog(corpus, 300, 5);

function ofKind(kind: LoggedQuery['kind']): LoggedQuery[] {
  return log.queries.filter((query) => query.kind === kind);
}

describe('a query log', () => {
  it('has every kind, at least 200 queries, and is the same for the same seed', () => {
    expect(new Set(log.queries.map(({ kind }) => kind))).toEqual(new Set(queryKinds));
    expect(log.queries.length).toBeGreaterThanOrEqual(200);
    expect(makeQueryLog(corpus, 300, 5)).toEqual(log);
    expect(makeQueryLog(corpus, 300, 6)).not.toEqual(log);
  });

  it('warms up by other queries than those that are measured', () => {
    const measured = new Set(log.queries.map(({ text }) => text));
    const known = log.warmUp.filter(({ text }) => measured.has(text));
    expect(known.length / log.warmUp.length).toBeLessThan(0.1);
  });

  it('asks for words of very unlike frequencies', () => {
    const bodies = Array.from({ length: 500 }, (_, number) =>
      articleAt(corpus, number).article.text.toLowerCase(),
    );
    const articles = ofKind('term').map(({ text }) => bodies.filter((body) => body.includes(text)).length);
    expect(articles.filter((count) => count >= 75).length).toBeGreaterThanOrEqual(8);
    expect(articles.filter((count) => count > 0 && count <= 10).length).toBeGreaterThanOrEqual(8);
  });

  it('takes phrases out of the texts', () => {
    const texts = Array.from({ length: 500 }, (_, number) =>
      articleAt(corpus, number).article.fields.body.join('\n'),
    );
    for (const { text } of ofKind('phrase')) {
      const phrase = text.slice(1, -1);
      expect(texts.some((body) => body.includes(phrase))).toBe(true);
    }
  });

  it('leaves two letters or more of every wildcard but those of one letter', () => {
    for (const { text } of ofKind('wildcard')) expect(text.replaceAll('*', '').length).toBeGreaterThan(1);
    for (const { text } of ofKind('one letter')) expect(text.replaceAll('*', '')).toHaveLength(1);
    const shapes = new Set(ofKind('wildcard').map(({ text }) => text.replace(/[^*]+/gu, 'x')));
    expect(shapes).toEqual(new Set(['x*', '*x', 'x*x', '*x*']));
  });

  it('is read without faults by grammar news', () => {
    const faulty = log.queries.filter(
      ({ grammar, text }) => grammar === 'news' && lexNewsQuery(text).faults.length > 0,
    );
    expect(faulty).toEqual([]);
  });

  it('narrows by date, language, tag, place and agency', () => {
    const ways = ofKind('filter').map(({ match, narrowing }) =>
      narrowing === null && match !== null && 'field' in match ? match.field : narrowing?.by,
    );
    expect(new Set(ways)).toEqual(new Set(['days', 'language', 'tag', 'place', 'agency']));
  });
});

describe('the queries of each kind', () => {
  const kinds = makeKindLogs(corpus, 100, 5);

  it('are as many as were asked for in every kind, mistyped, by date and mixed too, and the same for the same seed', () => {
    expect([...kinds].map(([kind, queries]) => [kind, queries.length])).toEqual(
      [...queryKinds, 'unknown word', 'date sort', 'mixed'].map((kind) => [kind, 100]),
    );
    expect(makeKindLogs(corpus, 100, 5)).toEqual(kinds);
  });

  it('are put in order by date in their kind alone', () => {
    const byDate = [...kinds].filter(([, queries]) => queries.some(({ sort }) => sort !== 'relevance'));
    expect(byDate.map(([kind]) => kind)).toEqual(['date sort']);
  });
});
