import type { ExportFormat } from '../../../contract/export-api.ts';
import type { FormatOf } from './article-format.ts';
import { csv } from './csv-format.ts';
import { jsonl } from './jsonl-format.ts';

export const writtenFormats: Readonly<Record<ExportFormat, FormatOf>> = { jsonl, csv };
