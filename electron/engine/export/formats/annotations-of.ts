import type { ExportedArticle } from '../exported-article.ts';

/**
 * What people wrote about an article, each as an annotation of the W3C's model. A mark in its text is one more with a `selector` in its
 * target.
 */
export function annotationsOf({ notes, ...article }: ExportedArticle): readonly object[] {
  const target = {
    source: article.url ?? `urn:sha256:${article.sha256}`,
    ...(article.headline === '' ? {} : { 'dc:title': article.headline }),
  };
  return notes.map(({ id, text, createdAtMs, changedAtMs }) => ({
    id: `urn:microfiche:note:${String(id)}`,
    type: 'Annotation',
    motivation: 'commenting',
    created: new Date(createdAtMs).toISOString(),
    modified: new Date(changedAtMs).toISOString(),
    body: { type: 'TextualBody', value: text, format: 'text/plain' },
    target,
  }));
}
