import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readableFormats } from '../../../electron/engine/ingest/formats/readable-formats.ts';
import { isArticleFile } from '../../../electron/engine/ingest/files/crawl.ts';
import { hasEnding, openingOf } from '../../../electron/engine/ingest/files/skipped-kind.ts';
import { defaultLimits } from '../../../electron/engine/ingest/files/file-to-ingest.ts';
import { FileIngester } from '../../../electron/engine/ingest/ingest-file.ts';
import type { ExtractedArticle } from '../../../electron/contract/article.ts';
import { word } from '../../../electron/words/word.ts';

/** What is known to be right of one article. Null: it has none, or nobody said. */
export type TrueArticle = Readonly<{
  headline: string | null;
  published: string | null;
  outlet: string | null;
  byline: string | null;
  place: string | null;
  /** The first and the last words of the body. */
  bodyStart: string | null;
  bodyEnd: string | null;
  /** Of the body, between white space. */
  words: number;
  id?: string;
  /** Which file of the set it is in. */
  file?: string;
}>;

/** Files of one format with the truth about some of their articles. */
export type FormatSet = Readonly<{
  name: string;
  files: readonly string[];
  /** How many articles are in the files. */
  articlesInFile: number;
  articles: readonly TrueArticle[];
}>;

/** An article as it was read. `key` is what it was called by, empty for a file that is one. */
export type ReadSetArticle = Readonly<{ file: string; key: string; article: ExtractedArticle }>;

export type SetReading = Readonly<{
  articles: readonly ReadSetArticle[];
  /** Files and records that could not be read, each as a line. */
  failures: readonly string[];
}>;

/** The sets of a folder: every folder in it with a `truth.json`, or one of them. */
export async function readFormatSets(dir: string, only: string | null): Promise<FormatSet[]> {
  const sets: FormatSet[] = [];
  for (const name of (await readdir(dir)).sort()) {
    if (only !== null && name !== only) continue;
    const truth = JSON.parse(await readFile(join(dir, name, 'truth.json'), 'utf8')) as Omit<
      FormatSet,
      'name'
    >;
    sets.push({ ...truth, name });
  }
  if (sets.length === 0) throw new Error(`${dir}: ${only ?? 'a folder with a truth.json'} is not there`);
  return sets;
}

/** Reads the files of a set as an import does. */
export async function readSet(dir: string, set: FormatSet): Promise<SetReading> {
  const ingester = new FileIngester();
  const context = {
    formats: readableFormats,
    maxFileBytes: defaultLimits.maxFileBytes,
    today: new Date().toISOString().slice(0, 10),
  };
  const articles: ReadSetArticle[] = [];
  const failures: string[] = [];
  for (const name of set.files) {
    const path = join(dir, set.name, name);
    if (!isArticleFile(path, hasEnding(path) ? '' : await openingOf(path), readableFormats)) {
      failures.push(`${name}: no reader takes a file of this name`);
      continue;
    }
    for await (const result of ingester.ingest({ path, name, known: null, encoding: null }, context)) {
      if (result.kind === 'read') articles.push({ file: name, key: '', article: result.article });
      else if (result.kind === 'record')
        articles.push({ file: name, key: result.record, article: result.article });
      else if (result.kind === 'record-failed')
        failures.push(`${name}: ${result.record}: ${result.code}, ${word(result.reason)}`);
      else if (result.kind === 'failed') failures.push(`${name}: ${result.code}, ${word(result.reason)}`);
      else if (result.kind === 'ended' && result.warning !== null)
        failures.push(`${name}: ${word(result.warning)}`);
    }
  }
  return { articles, failures };
}
