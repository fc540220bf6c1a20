import type { ArticleFields, Block, ExtractedArticle } from '../../../contract/article.ts';
import { unwrap } from '../../article/text/lines.ts';
import { blockKinds } from './block-kinds.ts';

/**
 * A string of a field: the number of the block that it is; `-1 - number` where the block is broken into lines, for
 * which the string has spaces; the string; or, in the oldest records only, a range of the text.
 */
type StoredString = string | number | readonly [start: number, end: number];

type StoredFields = Omit<ArticleFields, 'headline' | 'standfirst' | 'captions' | 'body' | 'furniture'> &
  Readonly<{
    headline: StoredString;
    standfirst: StoredString | null;
    captions: readonly Readonly<{ text: StoredString; credit: string | null }>[];
    body: readonly StoredString[];
    furniture: readonly StoredString[];
  }>;

/** Blocks touch and cover the text, so that the kind and the length of each suffice. */
type StoredRecord = Readonly<{ text: string; blocks: readonly number[]; fields: StoredFields }>;

/** The article of a record of version 1 of `text.sqlite`, which is UTF-8 JSON. */
export function decodeOldRecord(bytes: Uint8Array): ExtractedArticle {
  const { text, blocks: flat, fields } = JSON.parse(new TextDecoder().decode(bytes)) as StoredRecord;
  const blocks: Block[] = [];
  let start = 0;
  for (let at = 0; at + 1 < flat.length; at += 2) {
    const end = start + (flat[at + 1] ?? 0);
    blocks.push({ kind: blockKinds[flat[at] ?? -1] ?? 'body', start, end });
    start = end;
  }
  const load = (stored: StoredString): string => {
    if (typeof stored === 'string') return stored;
    if (typeof stored !== 'number') return text.slice(stored[0], stored[1]);
    const block = blocks[stored < 0 ? -1 - stored : stored];
    const written = text.slice(block?.start, block?.end);
    return stored < 0 ? unwrap(written) : written;
  };
  return {
    text,
    blocks,
    fields: {
      ...fields,
      headline: load(fields.headline),
      standfirst: fields.standfirst === null ? null : load(fields.standfirst),
      captions: fields.captions.map(({ text: caption, credit }) => ({ text: load(caption), credit })),
      body: fields.body.map(load),
      furniture: fields.furniture.map(load),
    },
  };
}
