import { saying } from '../../support/saying.ts';
import { copyFileSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { createEngine, type Engine } from '../../../electron/engine/create-engine.ts';
import { libraryPaths } from '../../../electron/engine/library/files/library-paths.ts';
import { openDatabase } from '../../../electron/engine/sqlite.ts';
import { threadsUrl } from '../../support/bundles.ts';
import { TemporaryLibrary } from '../../support/temporary-library.ts';

let library: TemporaryLibrary;
let writer: Engine;
let isWriting = false;
let reader: Engine;

async function open(): Promise<Engine> {
  return await createEngine({
    libraryDir: library.dir,
    threadsUrl,
    clock: () => performance.now(),
    log: () => undefined,
  });
}

async function found(engine: Engine, query: string): Promise<number> {
  const filter = { tags: [], sources: [], untagged: false };
  const request = { query, grammar: 'news', sort: 'relevance', filter, offset: 0, limit: 10 } as const;
  return (await engine.api.search({ ...request, typing: false })).total;
}

/** One that writes, and one, as of a second process, that only reads. */
beforeEach(async () => {
  library = new TemporaryLibrary();
  library.write('one.txt', 'A story of the harbour');
  writer = await open();
  isWriting = true;
  await writer.api.addSources({ paths: [library.folder] });
  await writer.api.importFinished({});
  reader = await open();
  expect(await found(reader, 'harbour')).toBe(1);
}, 60_000);

afterEach(async () => {
  await reader.close();
  if (isWriting) await writer.close();
  await library.dispose();
}, 60_000);

it('a reader answers from the index that another process has put in the place of the damaged one', async () => {
  const { index } = libraryPaths(library.dir);
  const db = openDatabase(index, { readOnly: false });
  db.exec(`UPDATE columns SET data = x'00'`);
  db.close();
  await writer.api.check({ repair: true });
  library.write('two.txt', 'Another story of the harbour');
  await writer.api.addSources({ paths: [library.folder] });
  await writer.api.importFinished({});
  expect(await found(reader, 'harbour')).toBe(2);
});

it('a reader shows the texts that another process has put in the place of the damaged ones', async () => {
  const { text } = libraryPaths(library.dir);
  const db = openDatabase(text, { readOnly: false });
  db.exec(`INSERT INTO texts VALUES (999, 0, 0, x'00')`);
  db.close();
  await writer.api.check({ repair: true });
  library.write('one.txt', 'A corrected story of the harbour');
  await writer.api.addSources({ paths: [library.folder] });
  await writer.api.importFinished({});
  const filter = { tags: [], sources: [], untagged: false };
  const page = await reader.api.search({
    ...{ query: 'corrected', grammar: 'news', sort: 'relevance', filter, offset: 0, limit: 1, typing: false },
  } as const);
  const id = page.hits[0]?.id;
  expect(id === undefined ? '' : (await reader.api.original({ id })).text).toBe(
    'A corrected story of the harbour',
  );
});

it('a reader shows no text of another library that was put in the place of its own', async () => {
  const other = new TemporaryLibrary();
  other.write('one.txt', 'A story of the orchard');
  await other.open();
  await other.import();
  await other.close();
  const { text } = libraryPaths(library.dir);
  await writer.close();
  isWriting = false;
  const own = readFileSync(text);
  renameSync(text, `${text}.elsewhere`);
  copyFileSync(libraryPaths(other.dir).text, text);
  await expect(found(reader, 'harbour')).rejects.toMatchObject({
    failure: {
      code: 'library-unusable',
      message: saying('belongs to another library'),
    },
  });
  rmSync(text);
  writeFileSync(text, own);
  expect(await found(reader, 'harbour')).toBe(1);
  await other.dispose();
});
