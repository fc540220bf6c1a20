import type { ArticleFields, Block, BlockKind, ReadArticle } from '../../contract/article.ts';

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

/** A string of a field: the number of the block that it is, a range of the text where it stands, or the string. */
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

/** Shorter strings take less room than the range would. */
const shortestRange = 12;

/** An article as it is stored: UTF-8 JSON, which also keeps unpaired surrogates (ECMA-262, well-formed JSON). */
export function encodeRecord({ text, blocks, fields }: ReadArticle): Uint8Array<ArrayBuffer> {
  const flat = blocks.flatMap(({ kind, start, end }) => [kinds.indexOf(kind), end - start]);
  const blockAt = new Map(blocks.map(({ start }, number) => [start, number]));
  let from = 0;
  const store = (value: string): StoredString => {
    if (value.length < shortestRange) return value;
    // Fields mostly follow the order of the text, so that the next string is found near the last one.
    const ahead = text.indexOf(value, from);
    const start = ahead >= 0 ? ahead : text.lastIndexOf(value, from);
    if (start < 0) return value;
    from = start + value.length;
    const number = blockAt.get(start);
    return number !== undefined && blocks[number]?.end === from ? number : [start, from];
  };
  const stored: StoredRecord = {
    text,
    blocks: flat,
    fields: {
      ...fields,
      headline: store(fields.headline),
      standfirst: fields.standfirst === null ? null : store(fields.standfirst),
      captions: fields.captions.map(({ text: caption, credit }) => ({ text: store(caption), credit })),
      body: fields.body.map(store),
      furniture: fields.furniture.map(store),
    },
  };
  return new TextEncoder().encode(JSON.stringify(stored));
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
    const block = blocks[stored];
    return text.slice(block?.start, block?.end);
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
