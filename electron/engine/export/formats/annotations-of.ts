import { highlightAnnotation, noteAnnotation, sourceIri } from '../../../contract/web-annotations.ts';
import type { ExportedArticle } from '../exported-article.ts';

/** What people wrote on an article and marked in it, each as an annotation of the W3C's model. */
export function annotationsOf({
  notes,
  highlights,
  headline,
  url,
  sha256,
}: ExportedArticle): readonly object[] {
  const target = { source: sourceIri(url, sha256), headline };
  return [
    ...notes.map((note) => noteAnnotation(note, target)),
    ...highlights.map((highlight) => highlightAnnotation(highlight, target)),
  ];
}
