import { parseArgs } from 'node:util';
import { messageOf } from '../contract/failure.ts';

/** The command line was not understood; the message says what would be. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

export const usage = `Usage: microfiche [--library DIR] COMMAND [--json]

  import PATH…             read folders and files into the library
  search QUERY             --limit n, --offset n, --sort relevance|newest|oldest, --grammar news|lunr
  search --queries FILE    one query a line, as id TAB query; one JSON object a line
  show ID                  the whole record of one article
  tag QUERY                --add TAG, --remove TAG (each as often as needed), for every article found;
                           * or --everything for all there are
  tags                     all tags with their counts
  stats                    articles, words, languages, index fields, sizes
  check                    --repair
  optimize                 make the index as small and as quick as it can be
  export QUERY             --format jsonl; * or --everything for all there are

Without --library the folder in MICROFICHE_LIBRARY is used, or the one that the app uses.
Exit status: 0 done, 1 the request failed, 2 wrong usage.`;

const options = {
  library: { type: 'string' },
  json: { type: 'boolean', default: false },
  help: { type: 'boolean', short: 'h', default: false },
  limit: { type: 'string' },
  offset: { type: 'string' },
  sort: { type: 'string' },
  grammar: { type: 'string' },
  queries: { type: 'string' },
  add: { type: 'string', multiple: true },
  remove: { type: 'string', multiple: true },
  repair: { type: 'boolean', default: false },
  everything: { type: 'boolean', default: false },
  format: { type: 'string' },
} as const;

const allowed = {
  import: [],
  search: ['limit', 'offset', 'sort', 'grammar', 'queries'],
  show: [],
  tag: ['add', 'remove', 'grammar', 'everything'],
  tags: [],
  stats: [],
  check: ['repair'],
  optimize: [],
  export: ['format', 'sort', 'grammar', 'everything'],
} as const satisfies Record<string, readonly (keyof typeof options)[]>;

export type Command = keyof typeof allowed;

export type CommandLine = Readonly<{
  command: Command;
  operands: readonly string[];
  library: string | null;
  json: boolean;
  limit: number;
  offset: number;
  sort: 'relevance' | 'newest' | 'oldest';
  grammar: 'news' | 'lunr';
  queries: string | null;
  add: readonly string[];
  remove: readonly string[];
  repair: boolean;
  /** `tag` and `export` are meant for every article of the library. */
  everything: boolean;
  format: string;
}>;

function isCommand(name: string): name is Command {
  return Object.hasOwn(allowed, name);
}

function wholeNumber(option: string, text: string | undefined, otherwise: number, least: number): number {
  if (text === undefined) return otherwise;
  const number = Number(text);
  if (Number.isSafeInteger(number) && number >= least && text.trim() !== '') return number;
  throw new UsageError(`--${option} takes a whole number from ${String(least)} up (got "${text}")`);
}

function oneOf<Choice extends string>(
  option: string,
  text: string | undefined,
  choices: readonly [Choice, ...Choice[]],
): Choice {
  if (text === undefined) return choices[0];
  const choice = choices.find((name) => name === text);
  if (choice !== undefined) return choice;
  throw new UsageError(`--${option} takes ${choices.join(', ')} (got "${text}")`);
}

function parsed(
  args: readonly string[],
): ReturnType<typeof parseArgs<{ options: typeof options; allowPositionals: true }>> {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true });
  } catch (error) {
    throw new UsageError(messageOf(error));
  }
}

/** Null when help was asked for. Throws a `UsageError` for what can't be understood. */
export function readCommandLine(args: readonly string[]): CommandLine | null {
  const { values, positionals } = parsed(args);
  const [command, ...operands] = positionals;
  if (values.help) return null;
  if (command === undefined) throw new UsageError('which command?');
  if (!isCommand(command)) throw new UsageError(`there is no command "${command}"`);
  const fitting: readonly string[] = ['library', 'json', 'help', ...allowed[command]];
  for (const [name, value] of Object.entries(values)) {
    if (value !== false && !fitting.includes(name)) {
      throw new UsageError(`${command} takes no --${name}`);
    }
  }
  checkOperands(command, operands, values.queries !== undefined, values.everything);
  return {
    command,
    operands,
    library: values.library ?? null,
    json: values.json,
    limit: wholeNumber('limit', values.limit, 10, 1),
    offset: wholeNumber('offset', values.offset, 0, 0),
    sort: oneOf('sort', values.sort, ['relevance', 'newest', 'oldest']),
    grammar: oneOf('grammar', values.grammar, ['news', 'lunr']),
    queries: values.queries ?? null,
    add: values.add ?? [],
    remove: values.remove ?? [],
    repair: values.repair,
    everything: values.everything,
    format: oneOf('format', values.format, ['jsonl']),
  };
}

function checkOperands(
  command: Command,
  operands: readonly string[],
  fromFile: boolean,
  everything: boolean,
): void {
  switch (command) {
    case 'import':
      if (operands.length === 0) throw new UsageError('import: which folders or files?');
      return;
    case 'search':
      if (fromFile === operands.length > 0) throw new UsageError('search takes a query, or --queries FILE');
      return;
    case 'tag':
    case 'export':
      if (operands.length === 0 && !everything) throw new UsageError(`${command}: which query?`);
      if (operands.length > 0 && everything) {
        throw new UsageError(`${command} takes a query or --everything, not both`);
      }
      return;
    case 'show':
      if (operands.length !== 1) throw new UsageError('show takes one article id');
      return;
    case 'tags':
    case 'stats':
    case 'check':
    case 'optimize':
      if (operands.length > 0)
        throw new UsageError(`${command} takes no operand (got "${operands[0] ?? ''}")`);
  }
}
