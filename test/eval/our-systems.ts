import { word } from '../../electron/words/word.ts';
import type { ArticleFields } from '../../electron/contract/article.ts';
import { articleId } from '../../electron/contract/ids.ts';
import type { Grammar } from '../../electron/contract/search.ts';
import { IndexReader } from '../../electron/engine/index/index-reader.ts';
import { IndexWriter } from '../../electron/engine/index/index-writer.ts';
import type { FieldsOf } from '../../electron/engine/query/matching/written/written-words.ts';
import { Searcher } from '../../electron/engine/query/searcher.ts';
import { openDatabase } from '../../electron/engine/sqlite.ts';
import { noSearchSets } from '../support/no-search-sets.ts';
import type { RankingSystem } from './ranking-system.ts';

/** More than any measure looks at. */
const ranked = 1000;

/** The words as a query that finds the documents with any of them. */
function anyOf(words: readonly string[], grammar: Grammar): string {
  return words.join(grammar === 'lunr' ? ' ' : ' OR ');
}

/** Both grammars of the engine over one index, by the searcher that the application has. */
export function ourSystems(documents: readonly ArticleFields[]): RankingSystem[] {
  const db = openDatabase(':memory:', { readOnly: false });
  const writer = IndexWriter.open(db);
  for (const [place, fields] of documents.entries()) {
    writer.add(articleId(place + 1), fields);
  }
  writer.commit(writer.change + 1);
  const fieldsOf: FieldsOf = (ids) =>
    new Map(
      ids.flatMap((id) => {
        const fields = documents[id - 1];
        return fields === undefined ? [] : [[id, fields]];
      }),
    );
  const searcher = new Searcher({ index: new IndexReader(db), sets: noSearchSets, fieldsOf, clock: () => 0 });
  const system = (name: string, grammar: Grammar, close: () => void): RankingSystem => ({
    name,
    rank: (words) => {
      const query = anyOf(words, grammar);
      const filter = { tags: [], sources: [], untagged: false };
      const { fault, best } = searcher.search(
        { query, grammar, sort: 'relevance', filter, typing: false },
        ranked,
      );
      if (fault !== null) throw new Error(`${name}: ${query}: ${word(fault.message)}`);
      return Array.from(best.articles);
    },
    close,
  });
  return [
    system('default grammar', 'news', () => undefined),
    system('grammar lunr', 'lunr', () => db.close()),
  ];
}
