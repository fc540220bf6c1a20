import type { ArticleFields, Block, ExtractedArticle, Published } from '../../../contract/article.ts';
import type { CorrectableField, CorrectedBlocks } from '../../../contract/corrections.ts';
import { unwrap } from '../../article/text/lines.ts';

/** What a person says of a field, or what was read there: as it is kept in the library, in JSON. */
export type FieldValue = string | null | Published | BlockFields;
/** Body and furniture as they were read, or which of them are on the wrong side. */
export type BlockFields =
  CorrectedBlocks | Readonly<{ body: readonly string[]; furniture: readonly string[] }>;
export type CorrectedField = CorrectableField | 'blocks';

const rightToLeft = new Set(['ar', 'fa', 'ckb', 'ur', 'he', 'yi', 'ps', 'sd', 'ug', 'dv', 'syr']);
const precisions: Readonly<Record<number, Published['precision']>> = { 4: 'year', 7: 'month', 10: 'day' };

/** What a field of an article is now. */
export function valueOf({ fields }: ExtractedArticle, field: CorrectedField): FieldValue {
  if (field === 'blocks') return { body: fields.body, furniture: fields.furniture };
  return fields[field];
}

/** The article with a field as a person says, or as it was read before. */
export function withValue(
  article: ExtractedArticle,
  field: CorrectedField,
  value: FieldValue,
): ExtractedArticle {
  const changed =
    field === 'blocks'
      ? withBlocks(article, value as BlockFields)
      : { ...article, fields: { ...article.fields, ...fieldOf(field, value as string | Published | null) } };
  return counted(changed, article);
}

function fieldOf(field: CorrectableField, value: string | Published | null): Partial<ArticleFields> {
  if (typeof value === 'object')
    return field === 'headline' || field === 'language' ? {} : { [field]: value };
  if (field === 'published') return { published: publishedOf(value) };
  if (field === 'language') {
    const language = value.split('-', 1)[0] ?? value;
    return { language: value, direction: rightToLeft.has(language) ? 'rtl' : 'ltr' };
  }
  return { [field]: value };
}

function publishedOf(date: string): Published {
  return { date, precision: precisions[date.length] ?? 'minute', from: 'correction', confidence: 1 };
}

function withBlocks(article: ExtractedArticle, value: BlockFields): ExtractedArticle {
  if ('body' in value) {
    const kinds = new Map<string, Block['kind']>([
      ...value.body.map((text) => [text, 'body'] as const),
      ...value.furniture.map((text) => [text, 'furniture'] as const),
    ]);
    const { body, furniture } = value;
    return {
      ...article,
      blocks: relabelled(article, (text) => kinds.get(text)),
      fields: { ...article.fields, body, furniture },
    };
  }
  const { toBody, toFurniture } = value;
  const { body, furniture } = article.fields;
  const wanted = new Map<string, Block['kind']>([
    ...toBody.filter((text) => furniture.includes(text)).map((text) => [text, 'body'] as const),
    ...toFurniture.filter((text) => body.includes(text)).map((text) => [text, 'furniture'] as const),
  ]);
  const moved = (text: string): boolean => wanted.has(text);
  const order = placesOf(article);
  const sorted = (texts: readonly string[]): string[] =>
    texts
      .map((text, at) => ({ text, place: order.get(text) ?? at }))
      .sort((a, b) => a.place - b.place)
      .map(({ text }) => text);
  return {
    ...article,
    blocks: relabelled(article, (text) => wanted.get(text)),
    fields: {
      ...article.fields,
      body: sorted([...body.filter((text) => !moved(text)), ...furniture.filter(moved)]),
      furniture: sorted([...furniture.filter((text) => !moved(text)), ...body.filter(moved)]),
    },
  };
}

/** Where each block of body and furniture stands, by what it reads. */
function placesOf({ text, blocks }: ExtractedArticle): ReadonlyMap<string, number> {
  return new Map(blocks.map(({ start, end }) => [unwrap(text.slice(start, end)), start]));
}

function relabelled(
  { text, blocks }: ExtractedArticle,
  kindOf: (text: string) => Block['kind'] | undefined,
): readonly Block[] {
  return blocks.map((block) => {
    if (block.kind !== 'body' && block.kind !== 'furniture') return block;
    const kind = kindOf(unwrap(text.slice(block.start, block.end)));
    return kind === undefined ? block : { ...block, kind };
  });
}

/** With as many words more or less as headline and body have now. */
function counted(article: ExtractedArticle, before: ExtractedArticle): ExtractedArticle {
  const words = before.fields.words + wordsIn(article) - wordsIn(before);
  return { ...article, fields: { ...article.fields, words: Math.max(0, words) } };
}

function wordsIn({ fields }: ExtractedArticle): number {
  return [fields.headline, ...fields.body].join('\n').match(/[\p{L}\p{N}]+/gu)?.length ?? 0;
}
