import type { BlockText, SaidFields, TextBlock } from '../../../article/record-text.ts';
import type { FoundRecord, OriginalRef } from '../format-reader.ts';

type Parts = Readonly<{
  /** Empty where the format has no name for it. */
  key: string;
  text: BlockText;
  /** Empty texts say nothing. */
  said: Partial<SaidFields>;
  encoding: string;
  original?: OriginalRef;
  declaredWords?: number | null;
}>;

/** A record as readers give it, of what was found and what was not. */
export function recordOf({ key, text, said, encoding, original, declaredWords }: Parts): FoundRecord {
  return {
    key: key === '' ? null : key,
    text:
      typeof text === 'string'
        ? text
        : withByline(withHeadline(text, said.headline ?? ''), said.byline ?? ''),
    said: Object.fromEntries(Object.entries(said).filter(([, value]) => value !== '')),
    encoding,
    original: original ?? 'text',
    ...(declaredWords == null || !(declaredWords > 0) ? {} : { declaredWords }),
  };
}

/** A text that begins with its headline has it once. */
function withHeadline(blocks: readonly TextBlock[], headline: string): readonly TextBlock[] {
  const at = blocks.findIndex(({ kind }) => kind === 'body');
  const first = blocks[at];
  if (first === undefined || headline === '' || first.text.trim() !== headline.trim()) return blocks;
  return blocks.with(at, { kind: 'headline', text: first.text });
}

/** A text whose first paragraph is who wrote it has that once as well: "By Mina Okoro". */
function withByline(blocks: readonly TextBlock[], byline: string): readonly TextBlock[] {
  const at = blocks.findIndex(({ kind }) => kind === 'body');
  const first = blocks[at];
  const bare = (text: string): string =>
    text
      .trim()
      .replace(/^(?:by|von|par|por|di|door)\s+/i, '')
      .toLowerCase();
  if (first === undefined || byline === '' || bare(first.text) !== bare(byline)) return blocks;
  return blocks.with(at, { kind: 'byline', text: first.text });
}

/** Whether a record has a text or a headline: one without is no article. */
export function isArticle({ text, said }: FoundRecord): boolean {
  return text.length > 0 || said.headline !== undefined;
}
