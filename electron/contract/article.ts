/** A half-open range `[start, end)` of UTF-16 code units. */
export type TextRange = readonly [start: number, end: number];

export type Direction = 'ltr' | 'rtl';

/**
 * What a stretch of an article's text is. `space` is white space between the others; a credit is its own
 * block next to its caption, and a dateline its own block in front of the body paragraph that it opens.
 */
export type BlockKind =
  | 'headline'
  | 'standfirst'
  | 'byline'
  | 'published'
  | 'dateline'
  | 'caption'
  | 'credit'
  | 'body'
  | 'furniture'
  | 'space';

/** One stretch of the decoded text. The blocks of an article are in order, touch, and cover the whole text. */
export type Block = Readonly<{ kind: BlockKind; start: number; end: number }>;

/** Date evidence, best first. */
export type DateEvidence =
  | 'json-ld'
  | 'meta'
  | 'metadata'
  | 'published-line'
  | 'dateline'
  | 'url'
  | 'path'
  | 'file-time'
  | 'correction';

/**
 * What nobody said of a date: its year, taken from `from`, or its day and month, which could be the other way round
 * in what `from` says.
 */
export type DateGuess = Readonly<{ part: 'year' | 'day-month'; from: DateEvidence }>;

export type Published = Readonly<{
  /** ISO 8601, as exact as `precision` says: `2021`, `2021-07`, `2021-07-26` or `2021-07-26T14:30`. */
  date: string;
  precision: 'year' | 'month' | 'day' | 'minute';
  from: DateEvidence;
  /** 0 to 1. */
  confidence: number;
  /** Absent where nothing is guessed. */
  guess?: DateGuess;
}>;

export type Caption = Readonly<{ text: string; credit: string | null }>;

/** What was read out of one article's text. Absent fields are null, never an empty string. */
export type ArticleFields = Readonly<{
  headline: string;
  standfirst: string | null;
  byline: string | null;
  place: string | null;
  agency: string | null;
  published: Published | null;
  captions: readonly Caption[];
  /** Paragraphs, without the dateline. */
  body: readonly string[];
  /** Lines. */
  furniture: readonly string[];
  /** BCP 47, `und` when unknown. */
  language: string;
  direction: Direction;
  outlet: string | null;
  section: string | null;
  url: string | null;
  /** Words of headline, standfirst and body. */
  words: number;
}>;

/** Of an article that nothing was read out of. */
export const blankFields: ArticleFields = {
  headline: '',
  standfirst: null,
  byline: null,
  place: null,
  agency: null,
  published: null,
  captions: [],
  body: [],
  furniture: [],
  language: 'und',
  direction: 'ltr',
  outlet: null,
  section: null,
  url: null,
  words: 0,
};

/** An article as read: the decoded text, what each stretch of it is, and the fields. */
export type ExtractedArticle = Readonly<{ text: string; blocks: readonly Block[]; fields: ArticleFields }>;
