import type { ExtractedArticle } from '../../contract/article.ts';
import type { ArticleId } from '../../contract/ids.ts';
import { extendedAnalysis } from '../analysis/analysis.ts';
import { segmentWork } from '../index/segment-work.ts';
import type { IngestedPart } from './commits/committer.ts';
import { TextPacker } from './texts/text-packer.ts';

// All of it in one module: each that is loaded later costs whoever opens a library a file or two to look for.

/** What builds and merges the segments of an archive. */
export const extendedWork = segmentWork(extendedAnalysis);

/** Articles that are known already, as a commit takes them in. */
export function ingestedPart(articles: ReadonlyMap<ArticleId, ExtractedArticle>): IngestedPart {
  const segment = extendedWork.newBuilder();
  for (const { fields } of articles.values()) segment.add(fields);
  return {
    segment: segment.finish(),
    texts: new TextPacker().pack([...articles.values()]),
    ids: Int32Array.from(articles.keys()),
  };
}
