import { expect, test } from 'vitest';
import { documentOf } from '../../../../../electron/engine/ingest/formats/office/document-source.ts';
import { byteSource, readFormat } from '../../../../support/read-format.ts';
import { docxOf, wordParagraph, zipOf } from '../../../../support/zip-of.ts';

async function textOf(bytes: Buffer): Promise<string[]> {
  const texts: string[] = [];
  const source = await documentOf(byteSource(bytes));
  for await (const { text } of source?.paragraphs(null) ?? []) texts.push(text);
  return texts;
}

const run = (inside: string): string => `<w:r>${inside}</w:r>`;
const t = (text: string): string => run(`<w:t xml:space="preserve">${text}</w:t>`);

test('what a reader sees of a document of Word is its text, once', async () => {
  const box = `<mc:AlternateContent><mc:Choice><w:txbxContent>${wordParagraph('In a box.')}</w:txbxContent></mc:Choice><mc:Fallback><w:txbxContent>${wordParagraph('In a box.')}</w:txbxContent></mc:Fallback></mc:AlternateContent>`;
  const field = `<w:fldSimple w:instr=" DATE "><w:r><w:t>26 July</w:t></w:r></w:fldSimple>`;
  const complex = `${run('<w:fldChar w:fldCharType="begin"/>')}${run('<w:instrText> HYPERLINK "https://a.example" </w:instrText>')}${run('<w:fldChar w:fldCharType="separate"/>')}${t('a link')}${run('<w:fldChar w:fldCharType="end"/>')}`;
  const contents = `<w:p>${run('<w:fldChar w:fldCharType="begin"/>')}${run('<w:instrText> TOC \\o "1-3" </w:instrText>')}${run('<w:fldChar w:fldCharType="separate"/>')}${t('Chapter 3')}${run('<w:fldChar w:fldCharType="end"/>')}</w:p>`;
  const body = [
    contents,
    `<w:p><w:ins>${t('Ferry ')}</w:ins><w:del>${run('<w:delText>boat</w:delText>')}</w:del>${t('stops')}${run('<w:tab/>')}${run('<w:rPr><w:vanish/></w:rPr><w:t>hidden</w:t>')}${t('&amp; waits')}<w:moveFrom>${t('gone')}</w:moveFrom></w:p>`,
    `<w:p>${t('By')}${run('<w:br/>')}${t('Okoro')}${run('<w:noBreakHyphen/>')}${t('Vale, ')}${field}${t(', ')}${complex}${run('<w:footnoteReference w:id="1"/>')}</w:p>`,
    `<w:p>${box}${t('Around the box.')}</w:p>`,
    `<w:tbl><w:tr><w:tc>${wordParagraph('One')}</w:tc><w:tc>${wordParagraph('Two')}</w:tc></w:tr></w:tbl>`,
    `<w:p><w:r><w:ruby><w:rt><w:r><w:t>とう</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>東</w:t></w:r></w:rubyBase></w:ruby></w:r></w:p>`,
  ].join('');
  const notes = {
    name: 'word/footnotes.xml',
    content: `<w:footnotes>${wordParagraph('A note.')}</w:footnotes>`,
  };
  expect(await textOf(docxOf(body, notes))).toEqual([
    'Chapter 3',
    'Ferry stops\t& waits',
    'By\nOkoro-Vale, 26 July, a link',
    'In a box.',
    'Around the box.',
    'One',
    'Two',
    '東',
    'A note.',
  ]);
});

test('a document of Word is one article, its title the headline, without the table of contents', async () => {
  const styles = {
    name: 'word/styles.xml',
    content: '<w:styles><w:style w:styleId="Titel"><w:name w:val="Title"/></w:style></w:styles>',
  };
  const body =
    `<w:p><w:pPr><w:pStyle w:val="Titel"/></w:pPr>${t('Ferry stops at noon')}</w:p>` +
    wordParagraph('By Mina Okoro') +
    wordParagraph('July 26, 2021') +
    wordParagraph(
      'The ferry to the islands stopped on Friday and will not sail before June, its owner said in a letter.',
    ) +
    wordParagraph(
      'Islanders wait for the next boat, which is due in the summer, and buy what the shops still have.',
    );
  const { format, articles } = await readFormat('a.docx', docxOf(body, styles));
  expect(format).toBe('docx');
  expect(articles).toMatchObject([
    { headline: 'Ferry stops at noon', byline: 'Mina Okoro', published: { date: '2021-07-26' } },
  ]);
});

test('an OpenDocument text is one article, notes behind the text', async () => {
  const content = `<?xml version="1.0"?><office:document-content><office:automatic-styles><style:style style:name="T1"><style:text-properties fo:font-weight="bold"/></style:style></office:automatic-styles>
<office:body><office:text><text:tracked-changes><text:p>gone</text:p></text:tracked-changes><text:table-of-content><text:p>Ferry stops 1</text:p></text:table-of-content>
<text:h text:outline-level="1">Ferry stops at noon</text:h><text:p>By Mina Okoro</text:p>
<text:p>The  ferry<text:s text:c="2"/>to the islands<text:line-break/>stopped on Friday<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>Its owner says so.</text:p></text:note-body></text:note> and will not sail before June, its owner said in a letter.<office:annotation><text:p>check</text:p></office:annotation></text:p></office:text></office:body></office:document-content>`;
  const bytes = zipOf(
    { name: 'mimetype', content: 'application/vnd.oasis.opendocument.text', isStored: true },
    { name: 'content.xml', content },
  );
  expect(await textOf(bytes)).toEqual([
    'Ferry stops 1',
    'Ferry stops at noon',
    'By Mina Okoro',
    'The ferry  to the islands\nstopped on Friday and will not sail before June, its owner said in a letter.',
    'Its owner says so.',
  ]);
  const { format, articles } = await readFormat('a.odt', bytes);
  expect([format, articles[0]?.headline, articles[0]?.byline]).toEqual([
    'odt',
    'Ferry stops at noon',
    'Mina Okoro',
  ]);
});

test('a damaged document is said to be one', async () => {
  const whole = docxOf(wordParagraph('The ferry stopped.'));
  await expect(readFormat('a.docx', whole.subarray(0, 200))).rejects.toThrow(
    'it is no document, or a damaged one',
  );
});
