import { word } from '../../../../electron/words/word.ts';
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { libraryPaths } from '../../../../electron/engine/library/files/library-paths.ts';
import { putAside } from '../../../../electron/engine/library/opening/put-aside.ts';
import { TemporaryLibrary } from '../../../support/temporary-library.ts';

let library: TemporaryLibrary;

beforeEach(async () => {
  library = new TemporaryLibrary();
  await library.open();
  await library.close();
});

afterEach(() => library.dispose());

function asides(): string[] {
  return readdirSync(library.dir)
    .filter((name) => /\.(damaged|other)-/.test(name))
    .sort();
}

it('what was put aside never grows without end: the oldest and the two newest of a kind are kept', async () => {
  const { text } = libraryPaths(library.dir);
  for (let nth = 1; nth <= 7; nth += 1) {
    writeFileSync(text, `damaged ${nth}`);
    writeFileSync(`${text}-wal`, 'its log');
    putAside(text, nth);
  }
  for (let nth = 1; nth <= 3; nth += 1) {
    writeFileSync(text, `of another library ${nth}`);
    putAside(text, nth, 'other');
  }
  mkdirSync(`${text}.damaged-5-2`);
  await library.open();
  const kept = [1, 6, 7].flatMap((nth) => [`damaged-${nth}`, `damaged-${nth}-wal`]);
  const expected = [...kept, 'damaged-5-2', 'other-1', 'other-2', 'other-3'].map(
    (name) => `${basename(text)}.${name}`,
  );
  expect(asides()).toEqual(expected.sort());
  const { notices } = await library.writer.writerStatus({});
  expect(notices.filter((notice) => word(notice).includes('was deleted')).length).toBe(4);
});
