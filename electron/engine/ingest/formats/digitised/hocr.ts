import { sentence } from '../../../../words/sentence.ts';
import { parsePage } from '../../../article/html/parse-page.ts';
import { isElement, textOf, type PageElement } from '../../../article/html/page-tree.ts';
import type { ByteSource } from '../byte-source.ts';
import type { FormatReader, FoundRecord, ReadContext, RecordFailure } from '../format-reader.ts';
import { textOfFile } from '../reading/file-text.ts';
import { headText, isMarkup } from '../reading/head-text.ts';
import { recordOf } from '../reading/record-of.ts';
import { joinedParagraphs } from './ocr-paragraphs.ts';

const ofPage = /class=["'][^"']{0,100}\bocr_page\b/;
const lineClasses = new Set([
  'ocr_line',
  'ocr_header',
  'ocr_footer',
  'ocr_caption',
  'ocr_textfloat',
  'ocrx_line',
]);
const paragraphClasses = new Set(['ocr_par', 'ocr_carea', 'ocrx_block', 'ocr_page', 'ocr_column']);

/** hOCR: pages of a scanner's text as HTML. */
export const hocr: FormatReader = {
  holds: 'one',
  sniff: (input) => {
    if (!isMarkup(input)) return 0;
    const head = headText(input);
    return head.includes('ocr') && (/name=["']ocr-system["']/.test(head) || ofPage.test(head)) ? 0.95 : 0;
  },
  read: (input, context) => [readPages(input, context)],
};

function readPages(input: ByteSource, { encoding }: ReadContext): FoundRecord | RecordFailure {
  const file = textOfFile(input, encoding, true);
  if ('code' in file) return { place: null, ...file };
  const { root } = parsePage([...file.windows()].join(''));
  const paragraphs = joinedParagraphs(paragraphsIn(root));
  if (paragraphs.length === 0) return { place: null, code: 'empty', reason: sentence('file.page-no-text') };
  return recordOf({
    key: '',
    text: paragraphs.map((text) => ({ kind: 'body', text })),
    said: {},
    encoding: file.encoding,
    original: { start: 0, end: input.size },
  });
}

/** Lines of paragraphs; where no paragraphs are marked, of columns, and else of whole pages. */
function paragraphsIn(root: PageElement): string[] {
  const paragraphs: string[] = [];
  let lines: string[] = [];
  const end = (): void => {
    if (lines.length > 0) paragraphs.push(lines.join('\n'));
    lines = [];
  };
  const into = (element: PageElement): void => {
    const classes = (element.attributes['class'] ?? '').split(/\s+/);
    if (classes.some((name) => lineClasses.has(name))) {
      const line = textOf(element).replace(/\s+/g, ' ').trim();
      if (line !== '') lines.push(line);
      return;
    }
    const isParagraph = classes.some((name) => paragraphClasses.has(name));
    if (isParagraph) end();
    for (const node of element.children) if (isElement(node)) into(node);
    if (isParagraph) end();
  };
  into(root);
  end();
  return paragraphs;
}
