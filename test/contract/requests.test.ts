import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FailureError } from '../../electron/contract/failure.ts';
import { archiveRequests } from '../../electron/contract/requests/archive-requests.ts';
import { shellRequests } from '../../electron/contract/requests/shell-requests.ts';

const search = {
  query: 'dam',
  grammar: 'news',
  sort: 'relevance',
  filter: { tags: [4], sources: [1], untagged: false },
  offset: 0,
  limit: 50,
  typing: true,
};

function refusal(read: () => unknown): string {
  try {
    read();
  } catch (thrown) {
    if (thrown instanceof FailureError && thrown.failure.code === 'bad-request') return thrown.message;
    throw thrown;
  }
  return 'accepted';
}

const values = fc.oneof(
  fc.anything(),
  fc.jsonValue(),
  fc.record({
    ids: fc.anything(),
    selection: fc.anything(),
    limit: fc.anything(),
    paths: fc.array(fc.anything()),
  }),
);

describe('the parsers of requests', () => {
  it.each(Object.entries({ ...archiveRequests, ...shellRequests }))(
    '%s throws nothing but bad-request, whatever it is given',
    (method, parser) => {
      fc.assert(
        fc.property(values, (data) => {
          const message = refusal(() => parser(data));
          expect(message === 'accepted' || message.startsWith(`${method}: `)).toBe(true);
        }),
      );
    },
  );

  it('give back a request as it was sent, without what does not belong to it', () => {
    expect(archiveRequests.search({ ...search, extra: 1, filter: { ...search.filter, more: 2 } })).toEqual(
      search,
    );
  });

  it.each([
    [{ ...search, limit: 'x' }, 'search: limit must be a whole number from 1 to 200 (got "x")'],
    [{ ...search, limit: 201 }, 'search: limit must be a whole number from 1 to 200 (got 201)'],
    [
      { ...search, offset: 0.5 },
      'search: offset must be a whole number from 0 to 9007199254740991 (got 0.5)',
    ],
    [{ ...search, grammar: 'sql' }, 'search: grammar must be one of news, lunr (got "sql")'],
    [{ ...search, typing: undefined }, 'search: typing must be true or false (got nothing)'],
    [{ ...search, filter: null }, 'search: filter must be an object (got null)'],
    [
      { ...search, filter: { ...search.filter, tags: [1, 'Floods'] } },
      'search: filter.tags[1] must be a whole number from 0 to 9007199254740991 (got "Floods")',
    ],
    [[], 'search: must be an object (got a list of 0)'],
  ])('say what is wrong, and where (%#)', (request, message) => {
    expect(refusal(() => archiveRequests.search(request))).toBe(message);
  });

  it('read a selection as named articles or as an answer but some, never as both', () => {
    const setTags = (selection: unknown) =>
      archiveRequests.setTags({ selection, add: ['a'], remove: [] }).selection;
    expect(setTags({ ids: [1, 2] })).toEqual({ ids: [1, 2] });
    expect(setTags({ resultSet: 3, except: [4], ids: [5] })).toEqual({ resultSet: 3, except: [4] });
    expect(refusal(() => setTags({ resultSet: 3 }))).toBe(
      'setTags: selection.except must be a list of at most 1000000 items (got nothing)',
    );
  });

  it.each(['relative/path', '', 'C:relative', '/with\0nul', 'http://example.org', 7])(
    'refuse %j as a path to import',
    (path) => {
      expect(refusal(() => archiveRequests.addSources({ paths: [path] }))).toContain(
        'must be an absolute path',
      );
    },
  );

  it.each(['/home/a', 'C:\\Users\\a', 'c:/Users/a', '\\\\server\\share'])(
    'take %j as a path to import',
    (path) => {
      expect(archiveRequests.addSources({ paths: [path] })).toEqual({ paths: [path] });
    },
  );

  it.each(['../escape.jsonl', 'a/b.csv', 'a\\b.csv', 'C:x', '..', '.', '', 'a\0b'])(
    'refuse %j as the suggested name of a file',
    (suggestedName) => {
      expect(refusal(() => shellRequests.saveText({ suggestedName, text: '' }))).toContain(
        'saveText: suggestedName',
      );
    },
  );
});
