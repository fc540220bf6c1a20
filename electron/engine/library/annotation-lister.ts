import {
  readingTextOf,
  type AnchoredHighlight,
  type Annotations,
  type ListedAnnotation,
} from '../../contract/highlights.ts';
import { sourceIri } from '../../contract/web-annotations.ts';
import type { AnnotationsAsked } from './highlights/annotation-reader.ts';
import type { ArticleFields } from '../../contract/article.ts';
import { articleId, type ArticleId } from '../../contract/ids.ts';
import type { HighlightRow } from './checksums.ts';
import type { ArticleCard, LibraryReader } from './library-reader.ts';
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

  list(asked: AnnotationsAsked): ListedAnnotations {
    const { tags } = asked.filter;
    const tagIds = tags.length === 0 ? null : this.#library.tagIds(tags, true);
    const { total, keys } = this.#library.annotations.list(asked, tagIds);
    const ids = [...new Set(keys.map(({ article }) => articleId(article)))];
    const texts = this.#texts.readUndamaged(ids);
    const cards = this.#library.cards(ids);
    const written = new Map(
      ids.map((id) => [id as number, this.#annotationsOf(id, texts.get(id)?.fields, cards.get(id))]),
    );
    const annotations = keys.flatMap(({ kind, id, article }): ListedAnnotation[] => {
      const own = written.get(article);
      if (own === undefined) return [];
      const note = kind === 'note' ? own.notes.find((one) => one.id === id) : undefined;
      if (note !== undefined) return [{ ...own.of, annotation: { kind: 'note', note } }];
      const highlight = own.highlights.find((one) => one.id === id);
      return highlight === undefined ? [] : [{ ...own.of, annotation: { kind: 'highlight', highlight } }];
    });
    return { total, annotations };
  }

  #annotationsOf(id: ArticleId, fields: ArticleFields | undefined, card: ArticleCard | undefined) {
    const { annotations } = this.#library;
    const { headline = '', direction = 'ltr', language = 'und', url = null } = fields ?? {};
    return {
      of: { headline, direction, language, source: sourceIri(url, card?.sha256 ?? '') },
      notes: annotations.notes(id),
      highlights: anchored(annotations.highlights(id), fields),
    };
  }
}

type ListedAnnotations = Readonly<{ total: number; annotations: readonly ListedAnnotation[] }>;

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
