import {
  emptyRow,
  rowFields,
  rowFilters,
  type QueryRow,
  type QueryRows,
  type RowField,
} from '../../../../contract/query-rows.ts';
import { writeRows } from '../../../../contract/write-rows.ts';
import { parseNewsQuery } from '../news-parser.ts';
import { noteField } from '../field-names.ts';
import type { QueryNode } from '../query-node.ts';
import { writeQuery } from '../write-query.ts';
import { rangeOfDays } from './range-of-days.ts';

/** Words and values of one field. */
type Items = Readonly<{ field: RowField | null; texts: readonly string[] }>;

/** Days are told apart by their number: which day it is makes no difference to what is read back. */
const anyDay = 0;

function nodesOf(query: string): readonly QueryNode[] | null {
  const { node, faults } = parseNewsQuery(query, { today: anyDay, typing: false });
  return faults.length > 0 ? null : partsOf(node);
}

function partsOf(node: QueryNode): readonly QueryNode[] {
  return node.kind === 'all' ? node.nodes : [node];
}

/** A query as rows: as few as write the same query. What no row can say is a row of text, at worst the whole. */
export function readRows(query: string): QueryRows {
  if (query.trim() === '') return { rows: [], isStrict: false };
  const whole: QueryRows = { rows: [{ ...emptyRow, kind: 'text', words: query.trim() }], isStrict: false };
  const nodes = nodesOf(query);
  if (nodes === null) return whole;
  const { node } = parseNewsQuery(query, { today: anyDay, typing: false });
  const isStrict = node.kind === 'all' && !node.implicit;
  const rows = inRuns(nodes).flatMap((run) => rowsOf(run, isStrict));
  const read: QueryRows = { rows, isStrict };
  return isSame(nodesOf(writeRows(read)), nodes) ? read : whole;
}

/** Plain words of one field that follow each other are one row. */
function inRuns(nodes: readonly QueryNode[]): readonly (readonly QueryNode[])[] {
  const runs: QueryNode[][] = [];
  for (const node of nodes) {
    const last = runs.at(-1);
    const before = last?.[0];
    const isRun =
      before !== undefined && itemOf(before) !== null && itemOf(before)?.field === itemOf(node)?.field;
    if (isRun) last?.push(node);
    else runs.push([node]);
  }
  return runs;
}

/** The nodes as one row where one writes the same, or each as a row of its own. */
function rowsOf(run: readonly QueryNode[], isStrict: boolean): readonly QueryRow[] {
  const [node] = run;
  if (node === undefined) return [];
  const row = run.length > 1 ? together(run) : rowOf(node);
  if (row !== null && isSame(nodesOf(writeRows({ rows: [row], isStrict })), run)) return [row];
  if (run.length > 1) return run.flatMap((one) => rowsOf([one], isStrict));
  return [{ ...emptyRow, kind: 'text', words: writeQuery(node, 'typed') }];
}

function together(run: readonly QueryNode[]): QueryRow | null {
  const items = run.map(itemOf);
  const field = items[0]?.field ?? null;
  return written('all', { field, texts: items.map((item) => item?.texts[0] ?? '') });
}

function rowOf(node: QueryNode): QueryRow | null {
  if (node.kind === noteField) {
    const row = rowOf(node.node);
    return row?.field === null ? { ...row, field: noteField } : null;
  }
  if (node.kind === 'phrase') {
    const field = fieldOf(node.field);
    return field === undefined ? null : { ...emptyRow, kind: 'phrase', field, words: node.text };
  }
  if (node.kind === 'days') {
    const range = rangeOfDays(node);
    return range === null ? null : { ...emptyRow, kind: 'days', ...range };
  }
  if (node.kind === 'near') return nearRow(node);
  const isNot = node.kind === 'not';
  const items = itemsOf(isNot ? node.node : node);
  if (items === null) return null;
  if (isNot) return written('none', items);
  return written(items.texts.length > 1 ? 'any' : 'all', items);
}

function nearRow({ left, right, nearness, negated }: QueryNode & { kind: 'near' }): QueryRow | null {
  const [one, other] = [itemsOf(left), itemsOf(right)];
  if (negated || one === null || other === null || one.field !== other.field) return null;
  const { within, ordered } = nearness;
  const reach = within === 'sentence' ? 's' : within === 'paragraph' ? 'p' : within;
  const words = one.texts.join(' ');
  return { kind: 'near', field: one.field, words, other: other.texts.join(' '), reach, isOrdered: ordered };
}

function written(kind: 'all' | 'any' | 'none', { field, texts }: Items): QueryRow {
  const isFilter = rowFilters.some((name) => name === field);
  return { ...emptyRow, kind, field, words: texts.join(isFilter ? ', ' : ' ') };
}

/** One thing, or any of several of one field. */
function itemsOf(node: QueryNode): Items | null {
  if (node.kind !== 'any') return itemOf(node);
  const items = node.nodes.map(itemOf);
  const [first] = items;
  if (first === undefined || first === null) return null;
  if (items.some((item) => item?.field !== first.field)) return null;
  return { field: first.field, texts: items.flatMap((item) => item?.texts ?? []) };
}

function itemOf(node: QueryNode): Items | null {
  const item = textOf(node);
  const field = item === null ? undefined : fieldOf(item.field);
  return item === null || field === undefined ? null : { field, texts: [item.text] };
}

/** What is typed of a word, a phrase or a value; what says more of it is seen when it is read back. */
function textOf(node: QueryNode): Readonly<{ field: string | null; text: string }> | null {
  switch (node.kind) {
    case 'word':
      return { field: node.field, text: node.text };
    case 'phrase':
      return { field: node.field, text: `"${node.text}"` };
    case 'tag':
    case 'source':
    case 'folder':
    case 'format':
      return { field: node.kind, text: node.name };
    case 'is':
      return { field: 'is', text: node.state };
    case 'has':
      return { field: 'has', text: node.what };
    case 'named':
      return { field: node.filter.name, text: node.value };
    case 'words':
      return { field: 'words', text: node.text.slice('words:'.length) };
    case 'everything':
    case 'nothing':
    case 'all':
    case 'any':
    case 'not':
    case 'required':
    case 'near':
    case 'atleast':
    case 'note':
    case 'days':
      return null;
  }
}

/** Undefined for a field that no row has. */
function fieldOf(name: string | null): RowField | null | undefined {
  return name === null ? null : [...rowFields, ...rowFilters].find((field) => field === name);
}

/** Whether they ask the same: days by their numbers, and whatever was still being typed. */
function isSame(read: readonly QueryNode[] | null, meant: readonly QueryNode[]): boolean {
  return read !== null && essence(read) === essence(meant);
}

function essence(nodes: readonly QueryNode[]): string {
  return JSON.stringify(nodes, function (this: unknown, key: string, value: unknown) {
    if (key === 'unfinished') return undefined;
    const isOfDays = typeof this === 'object' && this !== null && 'kind' in this && this.kind === 'days';
    return isOfDays && key === 'text' ? undefined : value;
  });
}
