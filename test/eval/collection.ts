import { readdir, readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { ArticleFields } from '../../electron/contract/article.ts';
import { article } from '../support/article-fields.ts';
import type { Judgements } from './metrics.ts';

export type Topic = Readonly<{ id: string; text: string; judgements: Judgements }>;

/** A test collection in memory; the id of a document is its place in `documents`, plus one. */
export type Collection = Readonly<{
  name: string;
  documents: readonly ArticleFields[];
  /** Only those with a relevant document: no ranking can do well or badly at the others. */
  topics: readonly Topic[];
}>;

const emptyLine = /\n[^\S\n]*\n/;

/**
 * The fields of a document: what stands before the first empty line is the headline and the rest is the body; without
 * an empty line all of it is body. Lines of authors between the two stay in the body.
 */
export function documentFields(text: string): ArticleFields {
  const parts = text.trim().split(emptyLine);
  const headline = parts.length > 1 ? (parts[0] ?? '') : '';
  const body = (parts.length > 1 ? parts.slice(1) : parts).join('\n\n');
  return article({ headline: headline.replace(/\s+/g, ' ').trim(), body: [body] });
}

/** Reads `topic 0 document grade` lines, as TREC writes them. Grades of zero and below are no judgement of relevance. */
export function parseJudgements(text: string): Map<string, Map<string, number>> {
  const byTopic = new Map<string, Map<string, number>>();
  for (const line of text.split('\n')) {
    const [topic, , document, grade] = line.trim().split(/\s+/);
    if (topic === undefined || document === undefined || !(Number(grade) > 0)) continue;
    const judged = byTopic.get(topic) ?? new Map<string, number>();
    byTopic.set(topic, judged.set(document, Number(grade)));
  }
  return byTopic;
}

export function parseTopics(text: string): { id: string; text: string }[] {
  return text.split('\n').flatMap((line) => {
    const tab = line.indexOf('\t');
    return tab < 0 ? [] : [{ id: line.slice(0, tab).trim(), text: line.slice(tab + 1).trim() }];
  });
}

/**
 * Words of a topic as every system is asked for them, in order: letters, digits and the apostrophes between, in lower
 * case, since capital AND, OR and NOT are operators and some topics are all capitals.
 */
export function topicWords(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}\p{M}]+(?:['’][\p{L}\p{M}]+)*/gu) ?? [];
}

function inNumericOrder(a: string, b: string): number {
  return a.localeCompare(b, 'en', { numeric: true });
}

/** Reads `docs/*.txt`, `queries.tsv` (id, tab, text) and `qrels.txt` (TREC) of a folder. */
export async function readCollection(dir: string): Promise<Collection> {
  const files = (await readdir(join(dir, 'docs')))
    .filter((name) => name.endsWith('.txt'))
    .sort(inNumericOrder);
  const documents: ArticleFields[] = [];
  for (const file of files) documents.push(documentFields(await readFile(join(dir, 'docs', file), 'utf8')));
  const ids = new Map(files.map((file, place) => [basename(file, '.txt'), place + 1]));
  const judged = parseJudgements(await readFile(join(dir, 'qrels.txt'), 'utf8'));
  const topics = parseTopics(await readFile(join(dir, 'queries.tsv'), 'utf8')).flatMap(({ id, text }) => {
    const judgements = new Map<number, number>();
    for (const [document, grade] of judged.get(id) ?? []) {
      const known = ids.get(document);
      if (known === undefined)
        throw new Error(`${dir}: topic ${id} judges document ${document}, which is not there`);
      judgements.set(known, grade);
    }
    return judgements.size === 0 ? [] : [{ id, text, judgements }];
  });
  return { name: basename(dir), documents, topics };
}
