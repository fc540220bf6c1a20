import { parse } from 'csv-parse/sync';
import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { tagColours, type TagColour } from '../contract/archive-api.ts';
import { csvRow } from '../contract/csv-row.ts';
import { FailureError, messageOf } from '../contract/failure.ts';
import { isObject } from '../contract/parse.ts';
import type { Engine } from '../engine/create-engine.ts';
import type { CommandLine } from './command-line.ts';
import { plain, printJson, type Output } from './output.ts';

/** A tag as it is written to a file: nested ones have `/` in their names. */
type WrittenTag = Readonly<{ tag: string; colour: TagColour | null }>;

/** Prints all tags with their counts: for people, as JSON or as a table, of which the last two can be read back. */
export async function printTags({ api }: Engine, line: CommandLine, output: Output): Promise<void> {
  const tags = await api.listTags({});
  if (line.tagTree.format === 'csv') {
    const rows = tags.map(({ name, colour, articles }) => csvRow([name, colour, articles]));
    return output.write([csvRow(['tag', 'colour', 'articles']), ...rows].join(''));
  }
  if (line.json) {
    return printJson(
      output,
      tags.map(({ name, colour, articles }) => ({ tag: name, colour, articles })),
    );
  }
  for (const { name, articles } of tags)
    await output.write(`${String(articles).padStart(8)}  ${plain(name)}\n`);
}

/** Makes the tags of a file that are not there yet, whatever their case; those that are stay as they are. */
export async function readTags(
  { api }: Engine,
  path: string,
  line: CommandLine,
  output: Output,
): Promise<void> {
  const there = new Set((await api.listTags({})).map(({ name }) => name.toLowerCase()));
  const written = tagsOf(await readFile(resolve(path), 'utf8'), path);
  let made = 0;
  for (const { tag, colour } of written) {
    if (there.has(tag.toLowerCase())) continue;
    await api.createTag({ name: tag, colour });
    there.add(tag.toLowerCase());
    made += 1;
  }
  const report = { tags: written.length, made };
  if (line.json) await printJson(output, report);
  else await output.write(`${made} of ${written.length} tags are new\n`);
}

function tagsOf(text: string, path: string): readonly WrittenTag[] {
  try {
    const rows: unknown = /^\uFEFF?\s*\[/u.test(text)
      ? JSON.parse(text.replace(/^\uFEFF/u, ''))
      : parse(text, { columns: true, bom: true, skip_empty_lines: true, relax_column_count: true });
    if (Array.isArray(rows)) return rows.map(tagOf);
  } catch (error) {
    throw unreadable(path, messageOf(error));
  }
  throw unreadable(path, 'it is no list');
}

/** In a table, an apostrophe before what would be a formula is not of the name. */
function tagOf(row: unknown): WrittenTag {
  const given = isObject(row) ? row['tag'] : row;
  if (typeof given !== 'string' || given.trim() === '') throw new Error('a row has no name under "tag"');
  const named = isObject(row) ? row['colour'] : null;
  const colour = tagColours.find((one) => one === named) ?? null;
  return { tag: given.replace(/^'(?=[=+\-@])/u, '').trim(), colour };
}

function unreadable(path: string, why: string): FailureError {
  return new FailureError({ code: 'bad-request', message: `tags: ${path} can't be read as tags: ${why}` });
}
