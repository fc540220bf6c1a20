import { describe, expect, it } from 'vitest';
import { readCommandLine, UsageError } from '../../electron/cli/command-line.ts';

describe('the command line', () => {
  it('reads options before and behind the command', () => {
    expect(readCommandLine(['--library', '/l', 'search', 'oil price', '--limit', '5', '--json'])).toEqual({
      command: 'search',
      operands: ['oil price'],
      library: '/l',
      json: true,
      limit: 5,
      offset: 0,
      sort: 'relevance',
      grammar: 'news',
      queries: null,
      add: [],
      remove: [],
      repair: false,
      everything: false,
      format: 'jsonl',
    });
  });

  it('takes several tags', () => {
    expect(readCommandLine(['tag', 'oil', '--add', 'a', '--add', 'b', '--remove', 'c'])).toMatchObject({
      add: ['a', 'b'],
      remove: ['c'],
    });
  });

  it('gives nothing to run when help is asked for', () => {
    expect(readCommandLine(['search', '--help'])).toBeNull();
  });

  it.each([
    [[], 'which command?'],
    [['find', 'oil'], 'there is no command "find"'],
    [['import'], 'import: which folders or files?'],
    [['search'], 'search takes a query, or --queries FILE'],
    [['search', 'oil', '--queries', 'f'], 'search takes a query, or --queries FILE'],
    [['search', 'oil', '--limit', 'many'], '--limit takes a whole number from 1 up (got "many")'],
    [['search', 'oil', '--sort', 'best'], '--sort takes relevance, newest, oldest (got "best")'],
    [['stats', '--limit', '3'], 'stats takes no --limit'],
    [['show', '1', '2'], 'show takes one article id'],
    [['export', 'oil', '--format', 'csv'], '--format takes jsonl (got "csv")'],
    [['tags', 'oil'], 'tags takes no operand (got "oil")'],
  ])('refuses %j', (args, message) => {
    expect(() => readCommandLine(args)).toThrow(new UsageError(message));
  });

  it('refuses an option that it does not know', () => {
    expect(() => readCommandLine(['stats', '--colour'])).toThrow(UsageError);
  });
});
