import { expect, test } from 'vitest';
import { FailureError } from '../../../electron/contract/failure.ts';
import { IndexUnusableError } from '../../../electron/engine/index/schema/index-schema.ts';
import { IndexWriter } from '../../../electron/engine/index/index-writer.ts';
import type { Database } from '../../../electron/engine/sqlite.ts';

/** A database of which nothing can be read. */
function failing(message: string): Database {
  const fail = (): never => {
    throw new Error(message);
  };
  return { exec: fail, prepare: fail, close: () => undefined };
}

test.each(['database is locked', 'disk I/O error'])('%s is no fault of the index', (message) => {
  expect(() => IndexWriter.open(failing(message))).toThrow(FailureError);
});

test('any other trouble means that the index has to be built anew', () => {
  expect(() => IndexWriter.open(failing('file is not a database'))).toThrow(IndexUnusableError);
});
