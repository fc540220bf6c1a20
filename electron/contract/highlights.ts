import type { ArticleFields, Direction, TextRange } from './article.ts';
import type { Note } from './note.ts';
import type { ArticleSelection } from './search.ts';
import type { ArticleId, HighlightId, SourceId } from './ids.ts';

/** Names in the palette of the window, which has a value and a letter of each for every theme. */
export const highlightColours = ['yellow', 'green', 'blue', 'pink', 'violet'] as const;
export type HighlightColour = (typeof highlightColours)[number];

/** The longest passage that can be highlighted, in UTF-16 code units. */
export const maxPassageLength = 20_000;

/** A passage by its words and those around it: the TextQuoteSelector of the W3C's Web Annotation model. */
export type TextQuote = Readonly<{ exact: string; prefix: string; suffix: string }>;

/** A passage that a person marked, as it was then. */
export type MarkedPassage = Readonly<{
  id: HighlightId;
  article: ArticleId;
  colour: HighlightColour;
  /** Empty for none. */
  note: string;
  quote: TextQuote;
  /** Where it stood in the article's reading text: the TextPositionSelector of the same model. */
  position: TextRange;
  createdAtMs: number;
  changedAtMs: number;
}>;

/** How a passage was found in the text as it is now: where it was, by its words alone, by those around it, or by words like its own. */
export type FoundBy = 'position' | 'words' | 'surroundings' | 'likeness';

/** Where a passage is in the reading text now; null where it can't be found. */
export type Anchor = Readonly<{ range: TextRange; by: FoundBy }>;

export type AnchoredHighlight = MarkedPassage & Readonly<{ anchor: Anchor | null }>;

/** What a person wrote on an article and in it. */
export type Annotations = Readonly<{
  article: ArticleId;
  notes: readonly Note[];
  /** In the order in which they stand; those that can't be found at the end. */
  highlights: readonly AnchoredHighlight[];
}>;

/** What stands in the reading text of an article, in its order. */
export type ReadingPart = Readonly<{
  kind: 'headline' | 'standfirst' | 'body' | 'caption' | 'furniture';
  /** Among those of its kind. */
  index: number;
  start: number;
  end: number;
}>;

/**
 * What passages of an article are numbered over: headline, standfirst, paragraphs, captions and lines of furniture, a line feed between
 * two of them.
 */
export function readingTextOf(fields: ArticleFields): string {
  return textsOf(fields)
    .map(([, text]) => text)
    .join('\n');
}

/** Where each text of an article is in its reading text. */
export function readingPartsOf(fields: ArticleFields): readonly ReadingPart[] {
  const parts: ReadingPart[] = [];
  const counts = new Map<ReadingPart['kind'], number>();
  let start = 0;
  for (const [kind, text] of textsOf(fields)) {
    const index = counts.get(kind) ?? 0;
    counts.set(kind, index + 1);
    parts.push({ kind, index, start, end: start + text.length });
    start += text.length + 1;
  }
  return parts;
}

function textsOf(fields: ArticleFields): (readonly [ReadingPart['kind'], string])[] {
  const { headline, standfirst, body, captions, furniture } = fields;
  return [
    ['headline', headline],
    ...(standfirst === null ? [] : [['standfirst', standfirst] as const]),
    ...body.map((text) => ['body', text] as const),
    ...captions.map(({ text }) => ['caption', text] as const),
    ...furniture.map((text) => ['furniture', text] as const),
  ];
}

/** A passage of the reading text as the window shows it. */
export type Passage = Readonly<{ start: number; end: number; exact: string }>;

/** Which notes are asked for; what is empty or null narrows nothing. */
export type AnnotationFilter = Readonly<{
  /** Notes on whole articles have none, and are left out where colours are chosen. */
  colours: readonly HighlightColour[];
  /** Names of tags that the article carries, or of those that they are nested in. */
  tags: readonly string[];
  sources: readonly SourceId[];
  /** Days on which they were last changed, `YYYY-MM-DD` in universal time. */
  from: string | null;
  to: string | null;
  /** In passage or note, in any case. */
  text: string;
}>;

/** Narrows nothing. */
export const noAnnotationFilter: AnnotationFilter = {
  colours: [],
  tags: [],
  sources: [],
  from: null,
  to: null,
  text: '',
};

/** Those changed last first, or those of an article together in the order in which they stand. */
export const annotationOrders = ['newest', 'article'] as const;
export type AnnotationOrder = (typeof annotationOrders)[number];

export type ListedAnnotation = Readonly<{
  headline: string;
  /** Of the article. */
  direction: Direction;
  language: string;
  /** The address of the article, or a name made of the content of its file. */
  source: string;
  annotation:
    Readonly<{ kind: 'note'; note: Note }> | Readonly<{ kind: 'highlight'; highlight: AnchoredHighlight }>;
}>;

export interface HighlightsApi {
  /** What a person wrote on these articles and in them; those without anything are left out. */
  annotations(request: Readonly<{ ids: readonly ArticleId[] }>): Promise<readonly Annotations[]>;
  /** Highlights and notes of all articles, or of those within a selection. */
  listAnnotations(
    request: Readonly<{
      filter: AnnotationFilter;
      order: AnnotationOrder;
      within: ArticleSelection | null;
      offset: number;
      limit: number;
    }>,
  ): Promise<Readonly<{ total: number; annotations: readonly ListedAnnotation[] }>>;
}

export interface HighlightingApi {
  /** Fails with `bad-request` where the article has no such passage any more. */
  addHighlight(
    request: Readonly<{ article: ArticleId; passage: Passage; colour: HighlightColour; note: string }>,
  ): Promise<MarkedPassage>;
  changeHighlight(
    request: Readonly<{ highlight: HighlightId; colour: HighlightColour; note: string }>,
  ): Promise<MarkedPassage>;
  /** Says by hand where a passage is that was not found, or not where it is meant. */
  placeHighlight(request: Readonly<{ highlight: HighlightId; passage: Passage }>): Promise<MarkedPassage>;
  /** Those that are gone already are done. */
  deleteHighlights(request: Readonly<{ highlights: readonly HighlightId[] }>): Promise<void>;
}
