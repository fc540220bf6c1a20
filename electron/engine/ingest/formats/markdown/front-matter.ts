import type { Cell, TableRow } from '../../../../contract/table-columns.ts';
import { rowOfObject } from '../tables/json-rows.ts';

/** A text that begins with data of itself between two lines of `---` (YAML) or `+++` (TOML), and what stands after it. */
export type FrontMatter = Readonly<{ data: TableRow; body: string }>;

const longest = 65_536;
const opening = /^\ufeff?(---|\+\+\+)[^\S\n]*\r?\n/;
const field = /^\s{0,3}["']?([\p{L}\p{M}\w .:-]{1,60}?)["']?\s*[:=]\s*(.*)$/u;
/** Names that a text itself does not begin a line with, as long as it is not about that. */
const labelled =
  /^(title|url source|url|source|author|byline|date|published(?: time)?|site(?: name)?|language|warning|number of pages|excerpt): +(\S.*)$/i;
const beforeText = /^markdown content: *$/i;
const linked = /^\[\[([^\]|]+)(?:\|([^\]]+))?\]\]$/u;

/** Splits a text; null when nothing of itself stands in front of it. */
export async function frontMatter(text: string): Promise<FrontMatter | null> {
  const first = opening.exec(text);
  if (first === null) return labelledLines(text);
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

/** Lines "Title: …", "URL Source: …" in front of a text, as programs write that fetch pages; null for fewer than two. */
function labelledLines(text: string): FrontMatter | null {
  const cells: [string, string][] = [];
  let at = 0;
  for (const line of text.slice(0, longest).matchAll(/^\ufeff?([^\r\n]*)(?:\r?\n|$)/gmu)) {
    const [whole, written = ''] = line;
    const [, name, value = ''] = labelled.exec(written) ?? [];
    if (name !== undefined) cells.push([/^url/i.test(name) ? 'url' : name, value.trim()]);
    else if (written.trim() !== '' && !beforeText.test(written)) break;
    at = line.index + whole.length;
    if (beforeText.test(written) || whole === '') break;
  }
  return cells.length < 2 ? null : { data: Object.fromEntries(cells), body: text.slice(at) };
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
