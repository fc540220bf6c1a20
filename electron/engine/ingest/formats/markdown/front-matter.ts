import type { Cell, TableRow } from '../../../../contract/table-columns.ts';
import { rowOfObject } from '../tables/json-rows.ts';

/** A text that begins with data of itself between two lines of `---` (YAML) or `+++` (TOML), and what stands after it. */
export type FrontMatter = Readonly<{ data: TableRow; body: string }>;

const longest = 65_536;
const opening = /^\ufeff?(---|\+\+\+)[^\S\n]*\r?\n/;
const field = /^\s{0,3}["']?([\p{L}\p{M}\w .:-]{1,60}?)["']?\s*[:=]\s*(.*)$/u;
const linked = /^\[\[([^\]|]+)(?:\|([^\]]+))?\]\]$/u;

/** Splits a text; null when nothing of itself stands in front of it. */
export async function frontMatter(text: string): Promise<FrontMatter | null> {
  const first = opening.exec(text);
  if (first === null) return null;
  const [line, mark = ''] = first;
  const closing = new RegExp(
    `\\r?\\n${mark === '---' ? '(?:---|\\.\\.\\.)' : '\\+\\+\\+'}[^\\S\\n]*(?:\\r?\\n|$)`,
  );
  const inside = text.slice(line.length - 1, line.length + longest);
  const last = closing.exec(inside);
  if (last === null) return null;
  const written = inside.slice(1, last.index);
  const body = text.slice(line.length - 1 + last.index + last[0].length);
  const data = mark === '---' ? ((await yamlOf(written)) ?? linesOf(written)) : linesOf(written);
  return { data: unlinked(data), body };
}

async function yamlOf(written: string): Promise<TableRow | null> {
  const { parse } = await import('yaml');
  try {
    return rowOfObject(parse(written, { schema: 'failsafe', logLevel: 'error', uniqueKeys: false }));
  } catch {
    // People write colons and marks that YAML takes for its own: its lines still say what they hold.
    return null;
  }
}

function linesOf(written: string): TableRow {
  const cells: [string, string][] = [];
  for (const line of written.split(/\r?\n/)) {
    const [, name, value = ''] = field.exec(line.slice(0, 2_000)) ?? [];
    if (name !== undefined) cells.push([name, value.trim().replace(/^(["'])(.*)\1$/u, '$2')]);
  }
  return Object.fromEntries(cells);
}

/** Without the brackets in which notes name each other. */
function unlinked(data: TableRow): TableRow {
  const plain = (text: string): string =>
    text.trim().replace(linked, (_, name: string, shown?: string) => shown ?? name);
  const cell = (value: Cell): Cell => (typeof value === 'string' ? plain(value) : value.map(plain));
  return Object.fromEntries(Object.entries(data).map(([name, value]) => [name, cell(value)]));
}
