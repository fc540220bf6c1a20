import { exportFields, type ExportField } from '../../../contract/export-api.ts';
import type { FileFormatOf } from './article-format.ts';
import { tableHead, tableRow } from './csv-format.ts';
import { printable } from './plain-line.ts';

const inText: readonly ExportField[] = ['body', 'captions', 'standfirst'];

/**
 * The text of each article in a file of its own, and the rest in a table that names the files: as AntConc, Voyant and the like take a
 * corpus.
 */
export const textFiles: FileFormatOf = (fields) => {
  const columns = exportFields.filter((field) => fields.has(field) && !inText.includes(field));
  return {
    ending: 'txt',
    file: ({ headline, standfirst, body, captions }) => {
      const parts = [headline, standfirst, ...body, ...captions.map(({ text }) => text)];
      return parts
        .filter((part) => part !== null && part !== '')
        .map((part) => `${printable(part ?? '')}\n`)
        .join('\n');
    },
    index: {
      name: 'metadata.csv',
      head: `\uFEFF${tableHead(columns, ['file'])}`,
      row: (article, file) => tableRow(columns, article, [file]),
      foot: '',
    },
  };
};
