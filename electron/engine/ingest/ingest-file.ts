import { saidBy } from '../../contract/failure.ts';
import { isSentence, type Said, type SaidValue, sentence } from '../../words/sentence.ts';
import { hash } from 'node:crypto';
import type { FileFailureCode } from '../../contract/file-reports.ts';
import type { ExtractedArticle } from '../../contract/article.ts';
import { ArchiveBounds } from './archives/archive-bounds.ts';
import { EntryReader } from './archives/entry-reader.ts';
import { withoutLines } from '../library/furniture/without-lines.ts';
import { readRecord } from '../article/read-record.ts';
import { DeclaredCounts } from './records/declared-counts.ts';
import { noTimes, type FileTimes, type FileToIngest } from './files/file-to-ingest.ts';
import { FileBytes, FileError, newScratch } from './files/file-bytes.ts';
import { FilesAround } from './files/files-around.ts';
import type { FormatTable, LoadedFormat } from './formats/format-table.ts';
import {
  isRecordFailure,
  type FoundRecord,
  type ReadContext,
  type ReadEntries,
  type RecordFailure,
} from './formats/format-reader.ts';
import { contentHash, RecordNames } from './records/record-names.ts';

/**
 * What came of one file, or of one record in it. Of a file that is one record there is one result; of one that holds many, any number of
 * `record` and `record-failed`, and then `ended`, or `failed` where it could not be read to its end.
 */
export type FileResult = Readonly<{ path: string }> &
  (
    | Readonly<{ /** By size and time. */ kind: 'unchanged' }>
    | (FileTimes & Readonly<{ /** New times, the bytes of before. */ kind: 'touched' }>)
    | (FileTimes & Readonly<{ kind: 'read'; article: ExtractedArticle }> & OfRecord)
    | (FileTimes &
        Readonly<{ kind: 'record'; record: string; position: number; article: ExtractedArticle }> &
        OfRecord)
    | (FileTimes &
        Readonly<{
          kind: 'record-failed';
          record: string;
          code: FileFailureCode;
          reason: Said;
          format: string;
        }>)
    | (FileTimes & Readonly<{ kind: 'ended'; format: string; records: number; warning: Said | null }>)
    | (FileTimes &
        Readonly<{
          kind: 'failed';
          code: FileFailureCode;
          reason: Said;
          /** Absent where none knew it. */
          format?: string;
        }>)
  );

type OfRecord = Readonly<{
  /** Of the bytes of a file, or of what was read of a record; hexadecimal. */
  sha256: string;
  encoding: string;
  /** What read it; of an entry of an archive, what read that. */
  format: string;
  labels?: readonly string[];
}>;

export type IngestContext = Readonly<{
  formats: FormatTable;
  maxFileBytes: number;
  /** `YYYY-MM-DD`. */
  today: string;
  /**
   * Told just before a file, or the record at `place` of it, is decoded and read, which is where hostile bytes could do harm.
   */
  onParse?: (path: string, place: number | null) => void;
  /** Whether to stop before the next record. */
  isStopped?: () => boolean;
}>;

/** Further failures of records of one file are only counted: a table in the wrong encoding has a million of them. */
const maxFailures = 1000;
const maxReasonLength = 500;
const maxLabels = 100;
const maxLabelLength = 200;

/** Reads files, one at a time; a file that can't be read is an answer and no error. */
export class FileIngester {
  readonly #scratch = newScratch();
  #hidden: Readonly<{ lines: readonly string[]; set: ReadonlySet<string> }> = { lines: [], set: new Set() };

  /** The last result of a file is neither a `record` nor `record-failed`, unless reading was stopped. */
  async *ingest(file: FileToIngest, context: IngestContext): AsyncGenerator<FileResult> {
    const { path } = file;
    let times: FileTimes = noTimes;
    let bytes: FileBytes | null = null;
    let format: string | null = null;
    try {
      bytes = new FileBytes(path, context.maxFileBytes, this.#scratch);
      const { stats } = bytes;
      times = { size: stats.size, modifiedMs: stats.mtimeMs };
      if (!stats.isFile()) throw new FileError('unreadable', sentence('file.no-file'));
      const { known } = file;
      if (known !== null && known.size === times.size && known.modifiedMs === times.modifiedMs) {
        yield { kind: 'unchanged', path };
        return;
      }
      if (stats.size === 0) throw new FileError('empty', sentence('file.no-bytes'));
      const found = await context.formats.formatOf(bytes, path);
      if (found === null) throw new FileError('unsupported', sentence('file.no-reader'));
      format = found.format.name;
      if (found.reader.holds === 'one') yield await this.#readOne(file, found, bytes, times, context);
      else yield* this.#readMany(file, found, bytes, times, context);
    } catch (error) {
      const code = error instanceof FileError ? error.code : 'unreadable';
      yield {
        kind: 'failed',
        path,
        code,
        reason: oneLine(saidBy(error)),
        ...times,
        ...(format === null ? {} : { format }),
      };
    } finally {
      bytes?.close();
    }
  }

  async #readOne(
    { path, name, known, encoding: chosen, hidden }: FileToIngest,
    { format, reader }: LoadedFormat,
    input: FileBytes,
    times: FileTimes,
    { today, onParse }: IngestContext,
  ): Promise<FileResult> {
    const own = hash('sha256', input.whole(), 'hex');
    if (known?.sha256 === own) return { kind: 'touched', path, ...times };
    onParse?.(path, null);
    const context = { path: name, fileTimeMs: times.modifiedMs, today, encoding: chosen };
    const found = reader.read(input, { ...context, begin: () => true, declare: () => undefined });
    for await (const record of found) {
      if (isRecordFailure(record)) throw new FileError(record.code, record.reason);
      const { text, said, encoding } = record;
      const read = readRecord(text, said, context);
      const article = hidden === undefined ? read : withoutLines(read, this.#linesIn(hidden));
      return {
        ...{ kind: 'read', path, ...times, sha256: own, encoding, format: format.name, article },
        ...labelled(record),
      };
    }
    throw new FileError('empty', sentence('file.no-article'));
  }

  /** Of the last source: its files come one after the other. */
  #linesIn(hidden: readonly string[]): ReadonlySet<string> {
    if (this.#hidden.lines !== hidden) this.#hidden = { lines: hidden, set: new Set(hidden) };
    return this.#hidden.set;
  }

  async *#readMany(
    { path, name, encoding: chosen, columns = [], skip = [] }: FileToIngest,
    { format, reader }: LoadedFormat,
    input: FileBytes,
    times: FileTimes,
    { formats, today, maxFileBytes, onParse, isStopped }: IngestContext,
  ): AsyncGenerator<FileResult> {
    const names = new RecordNames();
    const declared = new DeclaredCounts();
    const passedOver: RecordFailure[] = [];
    const context = { path: name, fileTimeMs: times.modifiedMs, today, encoding: chosen };
    let records = 0;
    let failures = 0;
    const failed = ({ place, code, reason }: RecordFailure): FileResult[] => {
      failures += 1;
      declared.met();
      if (failures > maxFailures) return [];
      const failure = { record: place ?? '', code, reason: oneLine(reason), format: format.name };
      return [{ kind: 'record-failed', path, ...times, ...failure }];
    };
    const begin = (place: number, name = `record ${place}`): boolean => {
      const blamed = skip.find((one) => one.place === place);
      if (blamed !== undefined) passedOver.push({ ...blamed, place: name });
      else onParse?.(path, place);
      return blamed === undefined;
    };
    onParse?.(path, null);
    const declare = (count: number): void => declared.declare(count);
    const beside = new FilesAround(path, maxFileBytes);
    const remarks: Said[] = [];
    const remark = (said: Said): void => void remarks.push(said);
    const stopped = (): boolean => isStopped?.() === true;
    const around = { formats, isStopped: stopped, remark };
    const bounds = ArchiveBounds.of(input.size);
    const readEntries: ReadEntries = (entries) => new EntryReader(around, whole, bounds).records(entries);
    const whole: ReadContext = { ...context, columns, begin, declare, beside, readEntries };
    for await (const found of reader.read(input, whole)) {
      for (const one of passedOver.splice(0)) yield* failed(one);
      if (stopped()) return;
      if (isRecordFailure(found)) {
        if (found.place === null) throw new FileError(found.code, found.reason);
        yield* failed(found);
        continue;
      }
      const { text, said, encoding, declaredWords } = found;
      const article = readRecord(text, said, { ...context, ...found.from });
      declared.met();
      declared.compare(declaredWords, article);
      const own = contentHash(found);
      const record = names.nameOf(found.key ?? own);
      yield {
        ...{ kind: 'record', path, ...times, record, position: records, sha256: own, encoding, article },
        ...{ format: found.from?.format ?? format.name, ...labelled(found) },
      };
      records += 1;
    }
    if (stopped()) return;
    for (const one of passedOver) yield* failed(one);
    if (records + failures === 0 && !declared.saysNone)
      throw new FileError('empty', sentence('file.no-article'));
    if (failures > maxFailures) {
      const reason = sentence('file.more-failed', { count: failures - maxFailures });
      const failure = { record: '…', code: 'unreadable', reason, format: format.name } as const;
      yield { kind: 'record-failed', path, ...times, ...failure };
    }
    const [first = null, ...more] = [...declared.warnings(), ...remarks];
    const warning = more.reduce<Said | null>(
      (one, other) => (one === null ? other : sentence('file.two-remarks', { one, other })),
      first,
    );
    yield { kind: 'ended', path, ...times, format: format.name, records, warning };
  }
}

function labelled({ labels = [] }: FoundRecord): Readonly<{ labels?: readonly string[] }> {
  const own = labels.filter(({ length }) => length <= maxLabelLength).slice(0, maxLabels);
  return own.length === 0 ? {} : { labels: own };
}

/** What libraries say of a file quotes it, line breaks and all. */
function oneLine(reason: Said): Said {
  if (typeof reason === 'string') return reason.slice(0, maxReasonLength).replaceAll(/\s+/g, ' ');
  const { say, values } = reason;
  if (values === undefined) return reason;
  const short = Object.entries(values).map(([name, value]) => [name, shortened(value)]);
  return { say, values: Object.fromEntries(short) as typeof values };
}

function shortened(value: SaidValue): SaidValue {
  if (typeof value === 'number') return value;
  return typeof value === 'string' || isSentence(value) ? oneLine(value) : value.map(oneLine);
}
