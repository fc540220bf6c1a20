import type { BlockKind, Published } from '../../contract/article.ts';

/** A stretch of text of which its format says what it is: a paragraph, a list item, a table cell, a caption. */
export type TextBlock = Readonly<{ kind: Exclude<BlockKind, 'space'>; text: string }>;

/**
 * The text of a record: as one string where the format says nothing of its lines, which is how a flattened page comes and what
 * `article/page` takes apart; otherwise in blocks, in reading order.
 */
export type BlockText = string | readonly TextBlock[];

/** What a format itself says of an article; what it does not say is read out of the text, or stays unknown. */
export type SaidFields = Readonly<{
  headline: string;
  standfirst: string;
  byline: string;
  place: string;
  agency: string;
  /** A date as the format writes it, in any form that `saidDate` reads, or one that the reader has made itself. */
  published: string | Published;
  /** BCP 47. */
  language: string;
  outlet: string;
  section: string;
  url: string;
}>;
