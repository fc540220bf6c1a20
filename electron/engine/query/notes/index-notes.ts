import type { ArticleFields } from '../../../contract/article.ts';
import { articleId } from '../../../contract/ids.ts';
import { IndexWriter } from '../../index/index-writer.ts';
import { openDatabase, type Database } from '../../sqlite.ts';

/** An index in memory of some articles by their ids. */
export function indexNotes(articles: ReadonlyMap<number, ArticleFields>): Database {
  const db = openDatabase(':memory:', { readOnly: false });
  const writer = IndexWriter.open(db);
  for (const [article, fields] of articles) writer.add(articleId(article), fields);
  writer.commit(1);
  return db;
}
