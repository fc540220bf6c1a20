import { hash } from 'node:crypto';
import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import type { FailureCodeOfFile } from '../../contract/archive-api.ts';
import type { ReadArticle } from '../../contract/article.ts';
import { readArticle } from '../article/read-article.ts';
import { decodeText, isDecodeFailure } from './encodings/encodings.ts';
import { messageOf } from '../../contract/failure.ts';
import { noTimes, type FileTimes, type FileToIngest } from './file-to-ingest.ts';

/** What came of one file, with the article that was read of it. `unchanged`: by size and time; `touched`: new times, the bytes of before. */
export type FileReading = Readonly<{ path: string }> &
  (
    | Readonly<{ kind: 'unchanged' }>
    | (FileTimes & Readonly<{ kind: 'touched' }>)
    | (FileTimes &
        Readonly<{
          kind: 'read';
          /** Hexadecimal. */
          sha256: string;
          encoding: string;
          article: ReadArticle;
        }>)
    | (FileTimes & Readonly<{ kind: 'failed'; code: FailureCodeOfFile; reason: string }>)
  );

export type IngestContext = Readonly<{
  maxFileBytes: number;
  /** `YYYY-MM-DD`. */
  today: string;
  /** Told just before a text is decoded and read, which is where hostile bytes could do harm. */
  onParse?: (path: string) => void;
}>;

/** Nearly every file fits, and memory of its own for each takes as long as reading it. */
const scratch = Buffer.allocUnsafeSlow(262_144);

/** Reads one file; a file that can't be read is an answer and no error. */
export function ingestFile({ path, name, known }: FileToIngest, context: IngestContext): FileReading {
  const failed = (code: FailureCodeOfFile, reason: string, times: FileTimes = noTimes): FileReading => ({
    kind: 'failed',
    path,
    code,
    reason,
    ...times,
  });
  let file: number;
  try {
    file = openSync(path, 'r');
  } catch (error) {
    return failed(...openFailure(error));
  }
  try {
    const stat = fstatSync(file);
    const times = { size: stat.size, modifiedMs: stat.mtimeMs };
    if (!stat.isFile()) return failed('unreadable', 'it is not a file', times);
    const sameTimes = known?.size === stat.size && known.modifiedMs === stat.mtimeMs;
    if (sameTimes && known.sha256 !== null) return { kind: 'unchanged', path };
    if (stat.size > context.maxFileBytes) {
      const limit = Math.floor(context.maxFileBytes / 1_048_576);
      return failed('too-large', `${Math.ceil(stat.size / 1_048_576)} MB; the limit is ${limit} MB`, times);
    }
    const bytes = readAll(file, stat.size);
    const sha256 = hash('sha256', bytes, 'hex');
    if (known?.sha256 === sha256) return { kind: 'touched', path, ...times };
    if (bytes.length === 0) return failed('empty', 'it has no bytes', times);
    context.onParse?.(path);
    const decoded = decodeText(bytes);
    if (isDecodeFailure(decoded)) return failed(decoded.code, decoded.reason, times);
    if (decoded.text.trim() === '') return failed('empty', 'it holds only white space', times);
    const article = readArticle(decoded.text, {
      path: name,
      fileTimeMs: stat.mtimeMs,
      today: context.today,
    });
    return {
      kind: 'read',
      path,
      ...times,
      sha256,
      encoding: decoded.encoding,
      article,
    };
  } catch (error) {
    return failed('unreadable', messageOf(error));
  } finally {
    closeSync(file);
  }
}

function openFailure(error: unknown): [FailureCodeOfFile, string] {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  switch (code) {
    case 'ENOENT':
    case 'ENOTDIR':
      return ['vanished', 'it was there when the folder was listed, and is not any more'];
    case 'EACCES':
    case 'EPERM':
      return ['unreadable', 'this account may not read it'];
    case 'ELOOP':
      return ['link-loop', 'its symbolic links lead back to themselves'];
    default:
      return ['unreadable', messageOf(error)];
  }
}

/** The bytes of a file, good until the next file is read. */
function readAll(file: number, size: number): Buffer {
  const bytes = size <= scratch.length ? scratch : Buffer.allocUnsafeSlow(size);
  let filled = 0;
  while (filled < size) {
    const count = readSync(file, bytes, filled, size - filled, filled);
    if (count === 0) break;
    filled += count;
  }
  return bytes.subarray(0, filled);
}
