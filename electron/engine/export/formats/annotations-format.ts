import { harmlessJson } from '../../../contract/harmless-json.ts';
import { collectionFoot, collectionHead } from '../../../contract/annotation-exports.ts';
import type { ExportedArticle } from '../exported-article.ts';
import { annotationsOf } from './annotations-of.ts';
import type { FormatOf } from './article-format.ts';

/** A collection of annotations (https://www.w3.org/TR/annotation-model/#collections) with one page, in JSON-LD. */
export const annotations: FormatOf = () => {
  let total = 0;
  return {
    head: collectionHead,
    article: (article: ExportedArticle) => {
      const items = annotationsOf(article).map(
        (one) => `${total++ === 0 ? '' : ',\n'}${harmlessJson(JSON.stringify(one))}`,
      );
      return items.join('');
    },
    foot: () => collectionFoot(total),
  };
};
