import { FailureError } from '../../contract/failure.ts';
import { sentence } from '../../words/sentence.ts';
import type { ArticleId } from '../../contract/ids.ts';

export function articleMissing(id: ArticleId): FailureError {
  return new FailureError({
    code: 'article-missing',
    message: sentence('trouble.no-article', { id }),
    id,
  });
}
