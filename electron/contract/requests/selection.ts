import { isObject, listOf, record } from '../parse.ts';
import type { ArticleSelection } from '../search.ts';
import { anArticle, aResultSet, maxIds } from './id-parsers.ts';

const namedArticles = record({ ids: listOf(anArticle, maxIds) });
const allBut = record({ resultSet: aResultSet, except: listOf(anArticle, maxIds) });

/** Articles by id, or all of an answer but some; what names a result set is read as the latter. */
export function aSelection(data: unknown, at: string): ArticleSelection {
  return isObject(data) && 'resultSet' in data ? allBut(data, at) : namedArticles(data, at);
}
