import { readFile } from 'node:fs/promises';
import { decodeText, isDecodeFailure } from '../engine/ingest/encodings/encodings.ts';
import { word } from '../words/word.ts';
import { UsageError } from './option-values.ts';

/** A line of a file of queries: what it is called, and what is asked. */
export type NamedQuery = Readonly<{ id: string; query: string }>;

/** The lines of a file of queries that are not empty. Fails with a `UsageError` that names the file. */
export async function readLines(path: string): Promise<readonly string[]> {
  return (await textOf('batch', path))
    .split(/\r?\n/u)
    .flatMap((row) => (row.trim() === '' ? [] : [row.trim()]));
}

/** Reads `id TAB query` lines in whatever encoding an editor wrote them. Fails with a `UsageError` that names file and line. */
export async function readQueries(path: string): Promise<readonly NamedQuery[]> {
  const text = await textOf('--queries', path);
  return text.split(/\r?\n/u).flatMap((row, at) => {
    if (row.trim() === '') return [];
    const tab = row.indexOf('\t');
    if (tab < 0) throw new UsageError(`--queries: ${path}:${String(at + 1)} is not "id TAB query"`);
    return [{ id: row.slice(0, tab), query: row.slice(tab + 1) }];
  });
}

/** In whatever encoding an editor wrote it. */
async function textOf(asked: string, path: string): Promise<string> {
  const bytes = await readFile(path).catch((error: unknown) => {
    throw new UsageError(`${asked}: ${path} can't be read (${String(error)})`);
  });
  const decoded = decodeText(bytes);
  if (isDecodeFailure(decoded))
    throw new UsageError(`${asked}: ${path} can't be read (${word(decoded.reason)})`);
  return decoded.text;
}
