import fc from 'fast-check';
import { word } from '../../electron/words/word.ts';
import type { QueryNode } from '../../electron/engine/query/grammar/query-node.ts';
import { writeQuery } from '../../electron/engine/query/grammar/write-query.ts';
import { notesWork } from '../../electron/engine/query/notes/note-index.ts';
import { smallArchive, type SmallArchive } from '../engine/query/small-archive.ts';
import { folders, formats, inventedArticle, tags, type InventedArticle } from './invented-archive.ts';
import { plainAnswer } from './plain-evaluator.ts';
import { tree } from './query-trees.ts';

/** Queries that are asked of one archive. */
export const queriesOfArchive = 40;

/** Numbers of the articles with each of some values. */
function numbersBy(
  articles: readonly InventedArticle[],
  prefix: string,
  valuesOf: (article: InventedArticle) => readonly string[],
): [string, number[]][] {
  const values = [...new Set(articles.flatMap(valuesOf))];
  return values.map((value) => [
    `${prefix}${value}`,
    articles.flatMap((article, nth) => (valuesOf(article).includes(value) ? [nth + 1] : [])),
  ]);
}

/** A tag and those that it is nested in. */
function withParents(tag: string): string[] {
  return tag.split('/').map((_, at, parts) => parts.slice(0, at + 1).join('/'));
}

function archiveOf(articles: readonly InventedArticle[]): SmallArchive {
  const none = [...tags, ...folders.flatMap((name) => [`source ${name}`, `folder ${name}`])];
  const sets: Readonly<Record<string, readonly number[]>> = Object.fromEntries<readonly number[]>([
    ...[...none, ...formats.map((name) => `format ${name}`)].map((key): [string, number[]] => [key, []]),
    ...numbersBy(articles, '', (one) => one.tags.flatMap(withParents)),
    ...numbersBy(articles, 'source ', ({ folder }) => [folder]),
    ...numbersBy(articles, 'folder ', ({ folder }) => [folder]),
    ...numbersBy(articles, 'format ', ({ format }) => [format]),
    ...numbersBy(articles, 'is ', ({ marks }) => marks),
  ]);
  const notes = articles.flatMap((one, nth) => one.notes.map((text) => ({ article: nth + 1, text })));
  return smallArchive(
    articles.map(({ fields }) => fields),
    sets,
    [],
    2,
    notes,
  );
}

/** Asks archives of a few articles and the plain evaluator the same; throws with the first difference, made small. */
export async function compareAnswers(archives: number, seed: number): Promise<void> {
  await notesWork.wait();
  let difference = '';
  const property = fc.property(
    fc.array(inventedArticle, { minLength: 1, maxLength: 6 }),
    fc.array(tree, { minLength: queriesOfArchive, maxLength: queriesOfArchive }),
    (articles, asked) => {
      const archive = archiveOf(articles);
      try {
        for (const node of asked) {
          const found = differenceIn(archive, articles, node);
          if (found !== null) difference = `${found}: ${JSON.stringify(articles)}`;
          if (found !== null) return false;
        }
      } finally {
        archive.close();
      }
      return true;
    },
  );
  const { failed, errorInstance } = fc.check(property, { numRuns: archives, seed });
  if (failed) throw new Error(difference, { cause: errorInstance });
}

/** In words; null for none. */
function differenceIn(
  archive: SmallArchive,
  articles: readonly InventedArticle[],
  node: QueryNode,
): string | null {
  // Words that no article has together would be looked for one by one.
  const strict: QueryNode = node.kind === 'all' ? { ...node, implicit: false } : node;
  const query = writeQuery(strict, 'typed');
  const { best, fault, reading } = archive.answer(query);
  if (fault !== null) {
    const message = word(fault.message);
    return /^no article is (?:in|of) the/.test(message) ? null : `${query} is faulty: ${message}`;
  }
  const found = Array.from(best.articles, (id) => id - 1).sort((a, b) => a - b);
  const expected = plainAnswer(strict, articles);
  return found.join() === expected.join()
    ? null
    : `${query}, read as ${reading}, finds ${found.join()} instead of ${expected.join()}`;
}
