import { resolve } from 'node:path';
import {
  exportFields,
  exportFormatNames,
  exportFormatRow,
  type ExportField,
  type ExportFormat,
  type ExportRequest,
} from '../contract/export-api.ts';
import { oneOf, UsageError } from './option-values.ts';

export type ExportOptions = Omit<ExportRequest, 'selection'>;

type Values = Readonly<{
  format?: string | undefined;
  fields?: string | undefined;
  out?: string | undefined;
  each: boolean;
  originals: boolean;
}>;

/** The formats as the help lists them. */
export const formatList = exportFormatNames.join('|');

export function exportOptions(values: Values): ExportOptions {
  const format = oneOf('format', values.format, exportFormatNames);
  const { layouts } = exportFormatRow(format);
  const path = values.out === undefined ? null : resolve(values.out);
  const layout = values.each || !layouts.includes('one') ? 'many' : 'one';
  if (!layouts.includes(layout)) throw new UsageError(`--format ${format} has no file for each article`);
  if (path === null && (layout === 'many' || values.originals)) {
    throw new UsageError('export: --out where? What is more than one file takes a place on the disk');
  }
  return { format, fields: fieldsOf(format, values.fields), layout, path, originals: values.originals };
}

function fieldsOf(format: ExportFormat, list: string | undefined): readonly ExportField[] | null {
  if (list === undefined) return null;
  const { carries } = exportFormatRow(format);
  return list.split(',').map((name) => {
    const field = exportFields.find((one) => one === name.trim());
    if (field !== undefined && carries.includes(field)) return field;
    throw new UsageError(`--fields takes, for ${format}: ${carries.join(', ')} (got "${name}")`);
  });
}
