import { sentence } from '../../../../words/sentence.ts';
import { decodeText, decodeTextAs, isDecodeFailure } from '../../encodings/encodings.ts';
import type { ByteSource } from '../byte-source.ts';
import type { FormatReader, FoundRecord, ReadContext, RecordFailure } from '../format-reader.ts';
import { extensionOf } from '../format-table.ts';
import { columnsOf } from '../tables/json-rows.ts';
import { linkedParagraphs } from './linked-paragraphs.ts';
import { guessColumns } from '../tables/guess-columns.ts';
import { rolesIn } from '../column-roles.ts';
import { saidByRow } from '../tables/row-record.ts';
import { frontMatter } from './front-matter.ts';
import { frontMatterTags } from './front-matter-tags.ts';
import { markdownBlocks } from './markdown-blocks.ts';
import { isWholePage } from './whole-page.ts';

const markdownExtensions = new Set(['md', 'markdown', 'mdown', 'mkd']);
const opening = /^---[ \t]*\r?\n[A-Za-z][\w -]{0,40}:/;
const closing = /\n---[ \t]*\r?\n/;
const sniffedBytes = 4_096;

/** A text in Markdown, with or without data of itself in front: notes, clipped pages, posts of a site. */
export const markdown: FormatReader = {
  holds: 'one',
  sniff: (input, path) => {
    if (markdownExtensions.has(extensionOf(path))) return 0.5;
    if (input.head()[0] !== 0x2d) return 0;
    const head = input.head().toString('latin1', 0, sniffedBytes);
    return opening.test(head) && closing.test(head) ? 0.4 : 0;
  },
  async *read(input, context) {
    yield await readMarkdown(input, context);
  },
};

async function readMarkdown(input: ByteSource, context: ReadContext): Promise<FoundRecord | RecordFailure> {
  const bytes = input.whole();
  const decoded = context.encoding === null ? decodeText(bytes) : decodeTextAs(bytes, context.encoding);
  if (isDecodeFailure(decoded)) return { place: null, ...decoded };
  const { encoding } = decoded;
  const { data, body } = (await frontMatter(decoded.text)) ?? { data: {}, body: decoded.text };
  const page = isWholePage(body) ? linkedParagraphs(body) : null;
  const { headline, blocks } = page === null ? markdownBlocks(body) : { headline: null, blocks: page };
  const roles = rolesIn(guessColumns(columnsOf([data]), [data], context.today));
  const said = saidByRow(data, { roles, dayFirst: null, isDateDoubtful: false, today: context.today });
  const own = said.headline ?? headline;
  if (own === null && blocks.length === 0)
    return { place: null, code: 'empty', reason: sentence('file.no-text') };
  // A heading of its own beside the headline that it is said to have is the first line of the text.
  const isOther =
    typeof blocks !== 'string' &&
    headline !== null &&
    said.headline !== undefined &&
    headline !== said.headline;
  const labels = frontMatterTags(data);
  return {
    ...(labels.length === 0 ? {} : { labels }),
    key: null,
    text: isOther ? [{ kind: 'body', text: headline }, ...blocks] : blocks,
    said: { ...said, ...(own === null ? {} : { headline: own }) },
    encoding,
    original: { start: 0, end: input.size },
  };
}
