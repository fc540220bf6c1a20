import {
  exportFormatRow,
  type ExportDone,
  type ExportField,
  type ExportRequest,
} from '../../contract/export-api.ts';
import { FailureError } from '../../contract/failure.ts';
import { sentence } from '../../words/sentence.ts';
import { articleId, type ArticleId } from '../../contract/ids.ts';
import type { Asked, WholeRecord } from '../library/records/record-reader.ts';
import type { ExportTarget } from './export-target.ts';
import { writtenFormats } from './formats/written-formats.ts';
import { FileEach } from './file-each.ts';
import { OneFile } from './one-file.ts';
import { writeFailure } from './output/write-failure.ts';
import { StandardOutput } from './standard-output.ts';

/** An export whose articles are known, in their order. */
export type ExportOrder = Omit<ExportRequest, 'selection'> &
  Readonly<{
    ids: Uint32Array;
    /** No other export writes aside under it. */
    mark: string;
  }>;

export type ExportWork = Readonly<{
  read(ids: readonly ArticleId[], asked: Asked): readonly WholeRecord[];
  /** Called between two pieces; throws to end the export. */
  checkpoint(): void;
  progressed(done: number): void;
}>;

/** Articles that are in memory at once. */
const atOnce = 100;

/** Reads a piece and writes it, until all are written: what is in memory does not grow with the number of articles. */
export function exportArticles(order: ExportOrder, work: ExportWork): ExportDone {
  const { ids, path } = order;
  const fields = fieldsOf(order);
  const asked = { evidence: fields.has('evidence'), corrections: fields.has('corrections') };
  let target: ExportTarget | null = null;
  try {
    target = targetOf(order, fields);
    let articles = 0;
    for (let from = 0; from < ids.length; from += atOnce) {
      work.checkpoint();
      const piece = Array.from(ids.subarray(from, from + atOnce), articleId);
      for (const record of work.read(piece, asked)) {
        target.write(record);
        articles += 1;
      }
      work.progressed(Math.min(ids.length, from + atOnce));
    }
    work.checkpoint();
    target.finish();
    const { copied = 0, missing = 0 } = target.originals ?? {};
    return { path, articles, left: ids.length - articles, originals: { copied, missing } };
  } catch (error) {
    target?.discard();
    throw writeFailure(error, path);
  }
}

function fieldsOf({ format, fields }: ExportOrder): ReadonlySet<ExportField> {
  const { carries, usual } = exportFormatRow(format);
  return new Set(fields === null ? usual : fields.filter((field) => carries.includes(field)));
}

function targetOf(order: ExportOrder, fields: ReadonlySet<ExportField>): ExportTarget {
  const { path, originals, mark } = order;
  const { one, many } = writtenFormats[order.format];
  if (path !== null && order.layout === 'many' && many !== null) {
    return new FileEach({ path, format: many(fields), fields, originals, mark });
  }
  if (one === null || order.layout === 'many') {
    throw new FailureError({
      code: 'bad-request',
      message: sentence('export.no-layout', { format: order.format }),
    });
  }
  const format = one(fields);
  return path === null
    ? new StandardOutput(format, fields)
    : new OneFile({ path, format, fields, originals, mark });
}
