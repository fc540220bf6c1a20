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
import { exportOptions, type ExportOptions } from './export-options.ts';
import { notesFormat, type NotesFormat } from './notes-format.ts';
import { packOptions, type PackOptions } from './pack-options.ts';
import { tagTreeOptions, type TagTreeOptions } from './exchange-options.ts';
import { isActOnSearches, oneOf, UsageError, wholeNumber } from './option-values.ts';

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
  'with-sources': { type: 'boolean', default: false },
  'only-work': { type: 'boolean', default: false },
  'dry-run': { type: 'boolean', default: false },
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
  mark: ['add', 'remove', 'grammar', 'everything'],
  correct: ['grammar', 'everything', 'as-read', ...correctableFields],
  corrections: ['undo'],
  encoding: [],
  encodings: [],
  furniture: ['hide', 'show', 'line'],
  sources: [],
  columns: ['as', 'guess'],
  labels: ['tag', 'label'],
  notes: ['format', 'grammar'],
  tags: ['format', 'from'],
  stats: [],
  check: ['repair'],
  optimize: [],
  pack: ['with-sources', 'only-work'],
  unpack: [],
  merge: ['dry-run', 'undo'],
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
  notes: NotesFormat;
  tagTree: TagTreeOptions;
  /** The periods of `trends`; null for those that are few enough. */
  by: TrendUnit | null;
  concordance: ConcordanceOptions | null;
  collocates: CollocatesOptions | null;
  exporting: ExportOptions | null;
  packing: PackOptions | null;
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
  if (command === 'merge') checkMerge(operands, values);
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
    notes: notesFormat(command, values.format),
    tagTree: tagTreeOptions(command, values),
    by: values.by === undefined ? null : oneOf('by', values.by, trendUnits),
    concordance: command === 'concordance' ? concordanceOptions(values) : null,
    collocates: command === 'collocates' ? collocatesOptions(values) : null,
    exporting: command === 'export' ? exportOptions(values) : null,
    packing: command === 'pack' || command === 'merge' ? packOptions(values) : null,
  };
}

function correctedIn(values: Readonly<Partial<Record<CorrectableField, string>>>): CorrectedFields {
  const named = correctableFields.filter((field) => values[field] !== undefined);
  return Object.fromEntries(named.map((field) => [field, values[field] === '' ? null : values[field]]));
}

const onlyOperand = {
  pack: 'file',
  unpack: 'file',
  show: 'article id',
  batch: 'file of queries',
  furniture: 'source',
  columns: 'file',
  labels: 'source',
};

function checkMerge(
  operands: readonly string[],
  { undo, 'dry-run': dryRun }: Readonly<{ undo: boolean; 'dry-run': boolean }>,
): void {
  if (undo && (operands.length > 0 || dryRun)) throw new UsageError('merge --undo takes nothing else');
  if (!undo && operands.length !== 1) throw new UsageError('merge takes one file');
}

function checkOperands(
  command: Command,
  operands: readonly string[],
  fromFile: boolean,
  everything: boolean,
): void {
  switch (command) {
    case 'notes':
      return;
    case 'import':
      if (operands.length === 0) throw new UsageError('import: which folders or files?');
      return;
    case 'search':
      if (fromFile === operands.length > 0) throw new UsageError('search takes a query, or --queries FILE');
      return;
    case 'tag':
    case 'mark':
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
      if (operands.length > 0) return;
      throw new UsageError(`${command}: which query?`);
    case 'suggest':
      if (operands.length === 1) return;
      throw new UsageError('suggest takes the beginning of a word or of a query');
    case 'searches':
      if (!isActOnSearches(operands)) throw new UsageError('searches takes nothing, list, new, or run NAME');
      return;
    case 'merge':
      return;
    case 'show':
    case 'batch':
    case 'pack':
    case 'unpack':
    case 'furniture':
    case 'columns':
    case 'labels':
      if (operands.length !== 1) throw new UsageError(`${command} takes one ${onlyOperand[command]}`);
      return;
    case 'sources':
      if (operands.length > 1) throw new UsageError('sources takes one source at most');
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
