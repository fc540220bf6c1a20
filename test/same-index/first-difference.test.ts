import { afterEach, describe, expect, it } from 'vitest';
import { openDatabase, type Database } from '../../electron/engine/sqlite.ts';
import { firstDifference } from './first-difference.ts';

const opened: Database[] = [];

afterEach(() => {
  for (const db of opened.splice(0)) db.close();
});

function database(...statements: readonly string[]): Database {
  const db = openDatabase(':memory:', { readOnly: false });
  opened.push(db);
  db.exec('CREATE TABLE parts(segment, part, data, PRIMARY KEY(segment, part))');
  for (const statement of statements) db.exec(statement);
  return db;
}

const row = "INSERT INTO parts VALUES(1, 2, x'0a0b0c')";

describe('the first difference between two databases', () => {
  it('is none when their rows are equal, in whatever order they were written', () => {
    const second = "INSERT INTO parts VALUES(1, 1, x'00')";
    expect(firstDifference(database(row, second), database(second, row))).toBeNull();
  });

  it('names the table, the row, the column and the byte', () => {
    expect(firstDifference(database(row), database("INSERT INTO parts VALUES(1, 2, x'0a0b0d')"))).toBe(
      'parts, segment 1, part 2: data has 12 and 13 at byte 2',
    );
  });

  it('is a value of another type or length', () => {
    expect(firstDifference(database(row), database("INSERT INTO parts VALUES(1, 2, x'0a0b')"))).toBe(
      'parts, segment 1, part 2: data has 3 bytes and 2',
    );
    expect(firstDifference(database(row), database('INSERT INTO parts VALUES(1, 2, NULL)'))).toBe(
      'parts, segment 1, part 2: data is 10,11,12 and null',
    );
  });

  it('is a row that only one of them has, whichever it is', () => {
    expect(firstDifference(database(row), database())).toBe(
      'parts, segment 1, part 2: there is no such row on one side',
    );
    expect(firstDifference(database(), database(row))).toBe('parts, it ends sooner on one side');
  });

  it('is a table that was made otherwise', () => {
    expect(firstDifference(database('CREATE TABLE meta(key)'), database('CREATE TABLE meta(name)'))).toBe(
      'meta is made by "CREATE TABLE meta(key)" and "CREATE TABLE meta(name)"',
    );
    expect(firstDifference(database(), database('CREATE TABLE meta(name)'))).toBe(
      'tables: parts and meta, parts',
    );
  });

  it('is a setting of the file', () => {
    expect(firstDifference(database(), database('PRAGMA user_version = 2'))).toBe('user_version is 0 and 2');
  });
});
