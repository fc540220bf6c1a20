import {
  readingTextOf,
  type AnchoredHighlight,
  type AnnotationFilter,
  type Annotations,
  type ListedAnnotation,
} from '../../contract/highlights.ts';
import type { ArticleFields } from '../../contract/article.ts';
import { articleId, type ArticleId } from '../../contract/ids.ts';
import type { HighlightRow } from './checksums.ts';
import type { LibraryReader } from './library-reader.ts';
import type { TextReader } from './texts/text-reader.ts';
import { anchorOf } from './highlights/anchor.ts';
import { highlightOf, selectorsOfRow } from './highlights/highlight-rows.ts';

/** What people wrote on articles and marked in them, with where it is in their texts now. */
export class AnnotationLister {
  readonly #library: LibraryReader;
  readonly #texts: TextReader;

  constructor(library: LibraryReader, texts: TextReader) {
    this.#library = library;
    this.#texts = texts;
  }

  /** Highlights of an article that reads so, in the order in which they stand; those that can't be found at the end. */
  highlightsIn(article: ArticleId, fields: ArticleFields): readonly AnchoredHighlight[] {
    return anchored(this.#library.annotations.highlights(article), fields);
  }

  of(ids: readonly ArticleId[]): readonly Annotations[] {
    const { annotations } = this.#library;
    const texts = this.#texts.readUndamaged(ids);
    return ids
      .map((article) => ({
        article,
        notes: annotations.notes(article),
        highlights: anchored(annotations.highlights(article), texts.get(article)?.fields),
      }))
      .filter(({ notes, highlights }) => notes.length + highlights.length > 0);
  }

  list(
    filter: AnnotationFilter,
    offset: number,
    limit: number,
  ): Readonly<{ total: number; annotations: readonly ListedAnnotation[] }> {
    const tags = filter.tags.length === 0 ? null : this.#library.tagIds(filter.tags, true);
    const { total, keys } = this.#library.annotations.list(filter, tags, offset, limit);
    const ids = [...new Set(keys.map(({ article }) => articleId(article)))];
    const texts = this.#texts.readUndamaged(ids);
    const written = new Map(ids.map((id) => [id as number, this.#annotationsOf(id, texts.get(id)?.fields)]));
    const annotations = keys.flatMap(({ kind, id, article }): ListedAnnotation[] => {
      const own = written.get(article);
      const headline = own?.headline ?? '';
      const note = kind === 'note' ? own?.notes.find((one) => one.id === id) : undefined;
      if (note !== undefined) return [{ headline, annotation: { kind: 'note', note } }];
      const highlight = own?.highlights.find((one) => one.id === id);
      return highlight === undefined ? [] : [{ headline, annotation: { kind: 'highlight', highlight } }];
    });
    return { total, annotations };
  }

  #annotationsOf(id: ArticleId, fields: ArticleFields | undefined) {
    const { annotations } = this.#library;
    return {
      headline: fields?.headline ?? '',
      notes: annotations.notes(id),
      highlights: anchored(annotations.highlights(id), fields),
    };
  }
}

function anchored(
  rows: readonly HighlightRow[],
  fields: ArticleFields | undefined,
): readonly AnchoredHighlight[] {
  if (rows.length === 0) return [];
  const text = fields === undefined ? '' : readingTextOf(fields);
  const place = ({ anchor }: AnchoredHighlight): number => anchor?.range[0] ?? Infinity;
  return rows
    .map((row) => ({ ...highlightOf(row), anchor: anchorOf(text, selectorsOfRow(row)) }))
    .sort((a, b) => (place(a) === place(b) ? a.id - b.id : place(a) - place(b)));
}
