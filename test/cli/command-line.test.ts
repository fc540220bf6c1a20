import { describe, expect, it } from 'vitest';
import { readCommandLine } from '../../electron/cli/command-line.ts';
import { UsageError } from '../../electron/cli/option-values.ts';

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
      packing: null,
      queries: null,
      add: [],
      remove: [],
      repair: false,
      fields: {},
      asRead: false,
      undo: false,
      hide: false,
      show: false,
      lines: [],
      columns: [],
      guess: false,
      tagged: false,
      labels: [],
      everything: false,
      facets: false,
      by: null,
      concordance: null,
      collocates: null,
      exporting: null,
      notes: 'text',
      tagTree: { format: 'text', from: null },
    });
  });

  it('reads what is corrected, and nothing for an empty text', () => {
    const line = readCommandLine(['correct', 'crane', '--published', '1987', '--place', '']);
    expect(line?.fields).toEqual({ published: '1987', place: null });
  });

  it('reads how hits are shown, all of them for a table', () => {
    expect(readCommandLine(['concordance', 'oil', '--left', '7', '--sort', 'L2'])).toMatchObject({
      limit: 100,
      concordance: { sort: 'L2', left: 7, right: 10, format: 'text' },
    });
    expect(readCommandLine(['collocates', 'oil', '--format', 'csv', '--right', '0'])).toMatchObject({
      limit: Number.MAX_SAFE_INTEGER,
      collocates: { sort: 'log-likelihood', left: 5, right: 0, atLeast: 3, format: 'csv' },
    });
  });

  it('reads what is taken out', () => {
    expect(readCommandLine(['export', 'oil'])?.exporting).toEqual({
      ...{ format: 'jsonl', fields: null, layout: 'one', path: null, originals: false },
    });
    const given = ['--format', 'csv', '--fields', 'headline,body', '--out', '/o.csv', '--originals'];
    expect(readCommandLine(['export', 'oil', ...given])?.exporting).toEqual({
      ...{ format: 'csv', fields: ['headline', 'body'], layout: 'one', path: '/o.csv', originals: true },
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
    [
      ['search', 'oil', '--sort', 'best'],
      '--sort takes relevance, newest, oldest, longest, outlet, added, queue (got "best")',
    ],
    [['concordance'], 'concordance: which query?'],
    [['trends'], 'trends: which query?'],
    [['trends', 'oil', '--by', 'week'], '--by takes day, month, year (got "week")'],
    [['batch'], 'batch takes one file of queries'],
    [['concordance', 'oil', '--left', '4'], '--left takes a whole number from 5 to 20 (got "4")'],
    [
      ['concordance', 'oil', '--sort', 'L4'],
      '--sort takes answer, L1, L2, L3, R1, R2, R3, newest, oldest, outlet (got "L4")',
    ],
    [['collocates', 'oil', '--format', 'jsonl'], '--format takes text, csv (got "jsonl")'],
    [['stats', '--limit', '3'], 'stats takes no --limit'],
    [['show', '1', '2'], 'show takes one article id'],
    [['furniture'], 'furniture takes one source'],
    [
      ['export', 'oil', '--format', 'jsonl', '--each', '--out', 'o'],
      '--format jsonl has no file for each article',
    ],
    [
      ['export', 'oil', '--originals'],
      'export: --out where? What is more than one file takes a place on the disk',
    ],
    [['tags', 'oil'], 'tags takes no operand (got "oil")'],
  ])('refuses %j', (args, message) => {
    expect(() => readCommandLine(args)).toThrow(new UsageError(message));
  });

  it('refuses an option that it does not know', () => {
    expect(() => readCommandLine(['stats', '--colour'])).toThrow(UsageError);
  });
});
