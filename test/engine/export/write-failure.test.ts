import { expect, it } from 'vitest';
import { toFailure } from '../../../electron/contract/failure.ts';
import { writeFailure } from '../../../electron/engine/export/output/write-failure.ts';
import { saying } from '../../support/saying.ts';

function systemError(code: string): Error {
  return Object.assign(new Error(`${code}: no, write`), { code, syscall: 'write' });
}

it.each([
  ['ENOSPC', 'disk-full', 'The disk that holds /out.csv is full. Nothing was left there.'],
  ['EDQUOT', 'disk-full', 'is full'],
  ['EFBIG', 'disk-full', 'larger than a file may be'],
  ['EROFS', 'bad-request', 'read-only for you'],
  ['EACCES', 'bad-request', 'read-only for you'],
  ['ENOENT', 'bad-request', 'The folder of /out.csv is not there'],
  ['EIO', 'bad-request', '/out.csv could not be written (EIO'],
])('says what %s means to whoever writes', (code, failure, words) => {
  expect(toFailure(writeFailure(systemError(code), '/out.csv'))).toEqual({
    code: failure,
    message: saying(words),
  });
});

it('leaves other errors as they are', () => {
  const error = new TypeError('no');
  expect(writeFailure(error, '/out.csv')).toBe(error);
});
