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

/** A record as JSON: blocks touch and cover the text, so that the kind and the end of each suffice. */
type StoredRecord = Readonly<{ text: string; blocks: readonly number[]; fields: ArticleFields }>;

/** An article as it is stored: UTF-8 JSON, which also keeps unpaired surrogates (ECMA-262, well-formed JSON). */
export function encodeRecord({ text, blocks, fields }: ReadArticle): Uint8Array<ArrayBuffer> {
  const flat = blocks.flatMap(({ kind, end }) => [kinds.indexOf(kind), end]);
  const stored: StoredRecord = { text, blocks: flat, fields };
  return new TextEncoder().encode(JSON.stringify(stored));
}

/** The article that `encodeRecord` stored. */
export function decodeRecord(bytes: Uint8Array): ReadArticle {
  const { text, blocks: flat, fields } = JSON.parse(new TextDecoder().decode(bytes)) as StoredRecord;
  const blocks: Block[] = [];
  let start = 0;
  for (let at = 0; at + 1 < flat.length; at += 2) {
    const end = flat[at + 1] ?? start;
    blocks.push({ kind: kinds[flat[at] ?? -1] ?? 'body', start, end });
    start = end;
  }
  return { text, blocks, fields };
}
