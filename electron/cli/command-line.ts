import { parseArgs } from 'node:util';
import { correctableFields, type CorrectableField, type CorrectedFields } from '../contract/corrections.ts';
import { trendUnits, type TrendUnit } from '../contract/trends-api.ts';
import { messageOf } from '../contract/failure.ts';
import { sortOrders, type SortOrder } from '../contract/search.ts';
import {
  collocatesOptions,
  concordanceOptions,
  usualRows,
  type CollocatesOptions,
  type ConcordanceOptions,
} from './hits-options.ts';
import { exportOptions, formatList, type ExportOptions } from './export-options.ts';
import { tagTreeOptions, type TagTreeOptions } from './exchange-options.ts';
import { isActOnSearches, oneOf, UsageError, wholeNumber } from './option-values.ts';

export const usage = `Usage: microfiche [--library DIR] COMMAND [--json]

  import PATH…             read folders and files into the library
  search QUERY             --limit n, --offset n, --sort relevance|newest|oldest|longest|outlet|added, --grammar news|lunr
  search QUERY --facets    with what the articles of the answer have in common
  search --queries FILE    one query a line, as id TAB query; one JSON object a line
  concordance QUERY        every hit with the words around it; --left n, --right n (5 to 20), --sort answer|L1|L2|L3|R1|R2|R3|
                           newest|oldest|outlet, --limit n, --offset n, --format text|csv
  collocates QUERY         words that stand near the hits more often than elsewhere; --left n, --right n (0 to 20), --at-least n,
                           --sort log-likelihood|mutual-information|together|word, --limit n, --offset n, --format text|csv
  suggest PREFIX           what may be meant by the end of a query: words, fields, tags and names, with how many articles
  trends QUERY…            each query counted over time; --by day|month|year
  searches                 saved searches, what each finds and what of it is new; "searches new" those with something new
  searches run NAME        what a saved search finds; --limit n, --offset n
  batch FILE               one query a line, each with its count
  show ID                  the whole record of one article
  tag QUERY                --add TAG, --remove TAG (each as often as needed), for every article found;
                           * or --everything for all there are
  correct QUERY            --headline, --byline, --place, --agency, --outlet, --section, --published, --language ("" for none):
                           what every article found has there; --as-read gives back what was read
  corrections              what was corrected; --undo takes back the newest act
  encoding PATH NAME       read a file, or all in a folder, in an encoding; "guess" leaves it to the bytes again
  encodings                what was chosen so far
  furniture SOURCE         lines that recur in the texts of a source; --hide has all of them, or each --line TEXT, read as
                           furniture of its pages, and --show as text again
  sources                  what was read of each, or of one SOURCE: formats, encodings, labels, and what could not be read, by reason
  columns FILE             how the columns of a table are read, with three rows; --as NAME=ROLE (as often as needed) has them read so in
                           all tables of the source with these columns, --guess as they look again
  labels SOURCE            labels of mail and tags of notes; --tag makes all of them, or each --label TEXT, tags
  tags                     all tags with their counts, --format csv as a table; --from FILE makes those of a table or of JSON
  stats                    articles, words, languages, index fields, sizes
  check                    --repair
  optimize                 make the index as small and as quick as it can be
  help query               how a query is written, on one page
  export QUERY             --format ${formatList}, --fields NAME,NAME…, --out FILE, --each for a
                           file an article in a folder --out, --originals to copy the files along; * or --everything for all

A query has words, "phrases", AND OR NOT and brackets, a w/5 b, fields such as headline:oil, filters such as date:2021-06, and
more: microfiche help query.

Without --library the folder in MICROFICHE_LIBRARY is used, or the one that the app uses.
Exit status: 0 done, 1 the request failed or check found problems, 2 wrong usage. A reader that closes the output
early, such as head, is no failure.`;

const options = {
  library: { type: 'string' },
  json: { type: 'boolean', default: false },
  help: { type: 'boolean', short: 'h', default: false },
  limit: { type: 'string' },
  offset: { type: 'string' },
  sort: { type: 'string' },
  left: { type: 'string' },
  right: { type: 'string' },
  'at-least': { type: 'string' },
  grammar: { type: 'string' },
  queries: { type: 'string' },
  add: { type: 'string', multiple: true },
  remove: { type: 'string', multiple: true },
  repair: { type: 'boolean', default: false },
  headline: { type: 'string' },
  byline: { type: 'string' },
  place: { type: 'string' },
  agency: { type: 'string' },
  outlet: { type: 'string' },
  section: { type: 'string' },
  published: { type: 'string' },
  language: { type: 'string' },
  'as-read': { type: 'boolean', default: false },
  undo: { type: 'boolean', default: false },
  hide: { type: 'boolean', default: false },
  show: { type: 'boolean', default: false },
  line: { type: 'string', multiple: true },
  as: { type: 'string', multiple: true },
  guess: { type: 'boolean', default: false },
  tag: { type: 'boolean', default: false },
  label: { type: 'string', multiple: true },
  everything: { type: 'boolean', default: false },
  format: { type: 'string' },
  fields: { type: 'string' },
  out: { type: 'string' },
  each: { type: 'boolean', default: false },
  originals: { type: 'boolean', default: false },
  from: { type: 'string' },
  facets: { type: 'boolean', default: false },
  by: { type: 'string' },
} as const;

const allowed = {
  import: [],
  search: ['limit', 'offset', 'sort', 'grammar', 'queries', 'facets'],
  trends: ['by', 'grammar'],
  searches: ['limit', 'offset'],
  batch: ['grammar'],
  concordance: ['limit', 'offset', 'sort', 'left', 'right', 'grammar', 'format'],
  collocates: ['limit', 'offset', 'sort', 'left', 'right', 'at-least', 'grammar', 'format'],
  suggest: [],
  show: [],
  tag: ['add', 'remove', 'grammar', 'everything'],
  correct: ['grammar', 'everything', 'as-read', ...correctableFields],
  corrections: ['undo'],
  encoding: [],
  encodings: [],
  furniture: ['hide', 'show', 'line'],
  sources: [],
  columns: ['as', 'guess'],
  labels: ['tag', 'label'],
  tags: ['format', 'from'],
  stats: [],
  check: ['repair'],
  optimize: [],
  export: ['format', 'fields', 'out', 'each', 'originals', 'sort', 'grammar', 'everything'],
} as const satisfies Record<string, readonly (keyof typeof options)[]>;

export type Command = keyof typeof allowed;

export type CommandLine = Readonly<{
  command: Command;
  operands: readonly string[];
  library: string | null;
  json: boolean;
  limit: number;
  offset: number;
  sort: SortOrder;
  grammar: 'news' | 'lunr';
  queries: string | null;
  add: readonly string[];
  remove: readonly string[];
  repair: boolean;
  /** What `correct` says; null for nothing there. */
  fields: CorrectedFields;
  asRead: boolean;
  undo: boolean;
  hide: boolean;
  show: boolean;
  lines: readonly string[];
  /** What `columns` has read otherwise: `NAME=ROLE`. */
  columns: readonly string[];
  guess: boolean;
  /** Labels become tags. */
  tagged: boolean;
  labels: readonly string[];
  /** `tag` and `export` are meant for every article of the library. */
  everything: boolean;
  /** `search` tells what its answer has in common. */
  facets: boolean;
  tagTree: TagTreeOptions;
  /** The periods of `trends`; null for those that are few enough. */
  by: TrendUnit | null;
  concordance: ConcordanceOptions | null;
  collocates: CollocatesOptions | null;
  exporting: ExportOptions | null;
}>;

function isCommand(name: string): name is Command {
  return Object.hasOwn(allowed, name);
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
  const showsHits = command === 'concordance' || command === 'collocates';
  const usualLimit = showsHits ? usualRows(values.format) : 10;
  return {
    command,
    operands,
    library: values.library ?? null,
    json: values.json,
    limit: wholeNumber('limit', values.limit, usualLimit, 1),
    offset: wholeNumber('offset', values.offset, 0, 0),
    sort: showsHits ? 'relevance' : oneOf('sort', values.sort, sortOrders),
    grammar: oneOf('grammar', values.grammar, ['news', 'lunr']),
    queries: values.queries ?? null,
    add: values.add ?? [],
    remove: values.remove ?? [],
    repair: values.repair,
    fields: correctedIn(values),
    asRead: values['as-read'],
    undo: values.undo,
    hide: values.hide,
    show: values.show,
    lines: values.line ?? [],
    columns: values.as ?? [],
    guess: values.guess,
    tagged: values.tag,
    labels: values.label ?? [],
    everything: values.everything,
    facets: values.facets,
    tagTree: tagTreeOptions(command, values),
    by: values.by === undefined ? null : oneOf('by', values.by, trendUnits),
    concordance: command === 'concordance' ? concordanceOptions(values) : null,
    collocates: command === 'collocates' ? collocatesOptions(values) : null,
    exporting: command === 'export' ? exportOptions(values) : null,
  };
}

function correctedIn(values: Readonly<Partial<Record<CorrectableField, string>>>): CorrectedFields {
  const named = correctableFields.filter((field) => values[field] !== undefined);
  return Object.fromEntries(named.map((field) => [field, values[field] === '' ? null : values[field]]));
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
    case 'correct':
    case 'export':
      if (operands.length === 0 && !everything) throw new UsageError(`${command}: which query?`);
      if (operands.length > 0 && everything) {
        throw new UsageError(`${command} takes a query or --everything, not both`);
      }
      return;
    case 'trends':
    case 'concordance':
    case 'collocates':
      if (operands.length === 0) throw new UsageError(`${command}: which query?`);
      return;
    case 'suggest':
      if (operands.length !== 1) throw new UsageError('suggest takes the beginning of a word or of a query');
      return;
    case 'searches':
      if (!isActOnSearches(operands)) throw new UsageError('searches takes nothing, list, new, or run NAME');
      return;
    case 'show':
      if (operands.length !== 1) throw new UsageError('show takes one article id');
      return;
    case 'batch':
      if (operands.length !== 1) throw new UsageError('batch takes one file of queries');
      return;
    case 'furniture':
      if (operands.length !== 1) throw new UsageError('furniture takes one source');
      return;
    case 'sources':
      if (operands.length > 1) throw new UsageError('sources takes one source at most');
      return;
    case 'columns':
      if (operands.length !== 1) throw new UsageError('columns takes one file');
      return;
    case 'labels':
      if (operands.length !== 1) throw new UsageError('labels takes one source');
      return;
    case 'encoding':
      if (operands.length !== 2) throw new UsageError('encoding takes a path and a name, or "guess"');
      return;
    case 'encodings':
    case 'corrections':
    case 'tags':
    case 'stats':
    case 'check':
    case 'optimize':
      if (operands.length > 0)
        throw new UsageError(`${command} takes no operand (got "${operands[0] ?? ''}")`);
  }
}
