import { FailureError, messageOf } from '../../../contract/failure.ts';
import { sentence, type Said } from '../../../words/sentence.ts';

/** Why something could not be written at `path`, as a failure that a person can do something about. */
export function writeFailure(error: unknown, path: string | null): unknown {
  const place = path ?? sentence('export.output');
  const refused = (message: Said): FailureError => new FailureError({ code: 'bad-request', message });
  switch (codeOf(error)) {
    case 'ENOSPC':
    case 'EDQUOT':
      return new FailureError({
        code: 'disk-full',
        message: path === null ? sentence('export.no-room') : sentence('export.disk-full', { path }),
      });
    case 'EFBIG':
      return new FailureError({ code: 'disk-full', message: sentence('export.too-large', { path: place }) });
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return refused(sentence('export.not-allowed', { path: place }));
    case 'ENOENT':
    case 'ENOTDIR':
      return refused(sentence('export.no-folder', { path: place }));
    case 'EEXIST':
    case 'ENOTEMPTY':
      return refused(sentence('export.is-there', { path: place }));
    case 'EISDIR':
      return refused(sentence('export.is-folder', { path: place }));
    case 'ENAMETOOLONG':
      return refused(sentence('export.name-too-long', { path: place }));
    case 'EPIPE':
      return refused(sentence('export.closed'));
    case null:
      return error;
    default:
      return refused(sentence('export.not-written', { path: place, why: messageOf(error) }));
  }
}

/** The code of an error of the system; null for any other. */
function codeOf(error: unknown): string | null {
  return error instanceof Error && 'syscall' in error && 'code' in error && typeof error.code === 'string'
    ? error.code
    : null;
}
