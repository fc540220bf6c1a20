import type { ExportFormat } from '../../../contract/export-api.ts';
import { annotations } from './annotations-format.ts';
import type { FileFormatOf, FormatOf } from './article-format.ts';
import { biblatex } from './biblatex-format.ts';
import { cslJson } from './csl-json-format.ts';
import { csv } from './csv-format.ts';
import { html, htmlFiles } from './html-format.ts';
import { jsonl } from './jsonl-format.ts';
import { markdown, markdownFiles } from './markdown-format.ts';
import { ris, risForZotero } from './ris-format.ts';
import { tei, teiFiles } from './tei-format.ts';
import { textFiles } from './text-format.ts';

/** How each format is written into one file, and into one for each article; null where it has no such layout. */
type WrittenFormat = Readonly<{ one: FormatOf | null; many: FileFormatOf | null }>;

export const writtenFormats: Readonly<Record<ExportFormat, WrittenFormat>> = {
  jsonl: { one: jsonl, many: null },
  csv: { one: csv, many: null },
  ris: { one: ris, many: null },
  'ris-zotero': { one: risForZotero, many: null },
  biblatex: { one: biblatex, many: null },
  'csl-json': { one: cslJson, many: null },
  markdown: { one: markdown, many: markdownFiles },
  html: { one: html, many: htmlFiles },
  text: { one: null, many: textFiles },
  tei: { one: tei, many: teiFiles },
  annotations: { one: annotations, many: null },
};
