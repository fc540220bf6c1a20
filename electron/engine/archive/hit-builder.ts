import type { ExtractedArticle } from '../../contract/article.ts';
import type { ArticleId } from '../../contract/ids.ts';
import type { Hit } from '../../contract/search.ts';
import { fieldNumber } from '../index/schema/fields.ts';
import type { LibraryReader } from '../library/library-reader.ts';
import type { TextReader } from '../library/texts/text-reader.ts';
import type { Highlighter } from '../query/results/highlighter.ts';
import { snippetOf } from '../query/results/snippet.ts';

export type FoundArticle = Readonly<{ id: ArticleId; score: number }>;

/** SerialQueue found articles into the rows that a list shows. */
export class HitBuilder {
  readonly #library: LibraryReader;
  readonly #texts: TextReader;

  constructor(library: LibraryReader, texts: TextReader) {
    this.#library = library;
    this.#texts = texts;
  }

  /** One row for each article, in the order given; one that was removed meanwhile, or lost its text, says so. */
  hits(found: readonly FoundArticle[], highlighter: Highlighter): Hit[] {
    const ids = found.map(({ id }) => id);
    const cards = this.#library.cards(ids);
    const articles = this.#texts.readUndamaged(ids);
    return found.map(({ id, score }) => {
      const card = cards.get(id);
      return {
        id,
        score,
        path: card?.path ?? '',
        tags: card?.tags ?? [],
        notes: card?.notes ?? 0,
        highlights: card?.highlights ?? 0,
        states: card?.states ?? [],
        missing: card?.missing ?? true,
        ...textOf(articles.get(id), card === undefined ? removedText : lostText, highlighter),
      };
    });
  }
}

type HitText = Omit<Hit, 'id' | 'score' | 'path' | 'tags' | 'notes' | 'highlights' | 'states' | 'missing'>;

const removedText: HitText = {
  headline: 'This article was removed from the library',
  headlineMarks: [],
  published: null,
  place: null,
  agency: null,
  outlet: null,
  language: 'en',
  direction: 'ltr',
  words: 0,
  snippet: { text: '', marks: [] },
};

const lostText: HitText = {
  ...removedText,
  headline: 'The text of this article is damaged and has to be read again from its file',
};

function textOf(
  article: ExtractedArticle | undefined,
  otherwise: HitText,
  highlighter: Highlighter,
): HitText {
  if (article === undefined) return otherwise;
  const { fields } = article;
  return {
    headline: fields.headline,
    headlineMarks: highlighter.ranges(fields.headline, fieldNumber('headline') ?? 0),
    published: fields.published,
    place: fields.place,
    agency: fields.agency,
    outlet: fields.outlet,
    language: fields.language,
    direction: fields.direction,
    words: fields.words,
    snippet: snippetOf(fields, highlighter),
  };
}
