import type { ArticleFields, Block, BlockKind, ReadArticle } from '../../contract/article.ts';
import { unwrap } from '../article/lines.ts';

/** Places in this list are stored: kinds are only ever added at its end. */
const kinds: readonly BlockKind[] = [
  'headline',
  'standfirst',
  'byline',
  'published',
  'dateline',
  'caption',
  'credit',
  'body',
  'furniture',
  'space',
];

/**
 * A string of a field: the number of the block that it is; `-1 - number` where the block is broken into lines, for
 * which the string has spaces; the string; or, in older records only, a range of the text.
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

/** A record as JSON: blocks touch and cover the text, so that the kind and the length of each suffice. */
type StoredRecord = Readonly<{ text: string; blocks: readonly number[]; fields: StoredFields }>;

const encoder = new TextEncoder();
/** Of shorter strings the number saves too little. */
const shortestNumbered = 12;

/** An article as it is stored: UTF-8 JSON, which also keeps unpaired surrogates (ECMA-262, well-formed JSON). */
export function encodeRecord(article: ReadArticle): Uint8Array<ArrayBuffer> {
  const { text, blocks, fields } = article;
  const flat: number[] = [];
  for (const { kind, start, end } of blocks) flat.push(kinds.indexOf(kind), end - start);
  const captions = storing(article, 'caption', 'credit');
  const stored: StoredRecord = {
    text,
    blocks: flat,
    fields: {
      ...fields,
      headline: storing(article, 'headline')(fields.headline),
      standfirst: fields.standfirst === null ? null : storing(article, 'standfirst')(fields.standfirst),
      captions: fields.captions.map(({ text: caption, credit }) => ({ text: captions(caption), credit })),
      body: fields.body.map(storing(article, 'body')),
      furniture: fields.furniture.map(storing(article, 'furniture')),
    },
  };
  return encoder.encode(JSON.stringify(stored));
}

/**
 * How to store strings that come in the order of the blocks of some kinds. Looking only at those blocks, and on
 * from the last one, takes a time that grows with the text; searching the text for each string would not.
 */
function storing(
  { text, blocks }: ReadArticle,
  ...of: readonly BlockKind[]
): (value: string) => StoredString {
  let next = 0;
  return (value) => {
    if (value.length < shortestNumbered) return value;
    for (let number = next; number < blocks.length; number++) {
      const block = blocks[number];
      if (block === undefined || !of.includes(block.kind)) continue;
      const isWhole = block.end - block.start === value.length && text.startsWith(value, block.start);
      if (!isWhole && unwrap(text.slice(block.start, block.end)) !== value) continue;
      next = number + 1;
      return isWhole ? number : -1 - number;
    }
    return value;
  };
}

/** The article that `encodeRecord` stored. */
export function decodeRecord(bytes: Uint8Array): ReadArticle {
  const { text, blocks: flat, fields } = JSON.parse(new TextDecoder().decode(bytes)) as StoredRecord;
  const blocks: Block[] = [];
  let start = 0;
  for (let at = 0; at + 1 < flat.length; at += 2) {
    const end = start + (flat[at + 1] ?? 0);
    blocks.push({ kind: kinds[flat[at] ?? -1] ?? 'body', start, end });
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
