import { existsSync, mkdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import process from 'node:process';
import { pathToFileURL } from 'node:url';
import { brotliCompressSync } from 'node:zlib';
import { checkout } from '../../electron/dev/checkout.ts';
import { createEngine, type Engine } from '../../electron/engine/create-engine.ts';
import { openDatabase } from '../../electron/engine/sqlite.ts';
import { editedArticle, fixtureArticles } from './fixture-articles.ts';
import { libraryContents, search } from './library-contents.ts';

// `npm run fixture`: leaves a library of the layout that this version writes, for every later version to open.

type Api = Engine['api'];

const root = join(tmpdir(), 'microfiche-fixture');
const libraryDir = join(root, 'library');
const articlesDir = join(root, 'articles');
const firstMs = Date.UTC(2021, 0, 1);

function write(name: string, content: string | Uint8Array, day: number): void {
  const path = join(articlesDir, name);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, content);
  const seconds = firstMs / 1000 + day * 86_400;
  utimesSync(path, seconds, seconds);
}

async function importAll(api: Api): Promise<void> {
  await api.addSources({ paths: [articlesDir] });
  await api.importFinished({});
}

async function tag(
  api: Api,
  query: string,
  add: readonly string[],
  remove: readonly string[] = [],
): Promise<void> {
  const { resultSet } = await search(api, query, 1);
  await api.setTags({ selection: { resultSet, except: [] }, add, remove });
}

async function note(api: Api, query: string, text: string): Promise<void> {
  const [hit] = (await search(api, query, 1)).hits;
  if (hit === undefined) throw new Error(`nothing is found by ${query}`);
  await api.addNote({ article: hit.id, text });
}

/** Acts of every kind, of which the newest is taken back. */
async function fill(api: Api): Promise<void> {
  await importAll(api);
  write('edited.txt', editedArticle, 40);
  rmSync(join(articlesDir, 'vanishing.txt'));
  await importAll(api);
  await tag(api, 'canal OR lock', ['canals', 'water']);
  await tag(api, 'headline:ferry', ['water', 'to check']);
  await tag(api, 'apricots', ['fruit', 'Starred']);
  await tag(api, 'aqueduct', ['quakes', 'مياه']);
  await tag(api, 'agency:northwire', ['wire']);
  const tags = await api.listTags({});
  const named = (name: string) => {
    const found = tags.find((candidate) => candidate.name === name);
    if (found === undefined) throw new Error(`no tag ${name}`);
    return found.id;
  };
  await api.recolourTag({ tag: named('fruit'), colour: 'amber' });
  await api.renameTag({ tag: named('quakes'), name: 'earthquakes' });
  await api.mergeTags({ tags: [named('canals')], into: named('water') });
  await api.deleteTag({ tag: named('wire') });
  await tag(api, 'observatory', ['stars']);
  await api.undo({});
  await note(api, 'apricots', 'Compare with the prices of 2018.');
  await note(api, 'headline:ferry', 'The file is gone; this was the only copy.\nAsk the ferry company.');
}

function versionOf(name: 'library' | 'text' | 'index'): number {
  const db = openDatabase(join(libraryDir, `${name}.sqlite`), { readOnly: true });
  try {
    const sql =
      name === 'index'
        ? `SELECT value AS version FROM meta WHERE key = 'version'`
        : 'SELECT user_version AS version FROM pragma_user_version()';
    return Number.parseInt(String(db.prepare<{ version: number | string }>(sql).get()?.version), 10);
  } finally {
    db.close();
  }
}

/** The file alone, without log and free pages. */
function packed(name: string): Buffer {
  const copy = join(root, `${name}.sqlite`);
  const db = openDatabase(join(libraryDir, `${name}.sqlite`), { readOnly: true });
  db.prepare('VACUUM INTO ?').run(copy);
  db.close();
  return brotliCompressSync(readFileSync(copy));
}

rmSync(root, { recursive: true, force: true });
for (const [at, [name, content]] of Object.entries(fixtureArticles).entries()) write(name, content, at);
const engine = await createEngine({
  libraryDir,
  threadsUrl: pathToFileURL(join(checkout, 'dist/engine/threads/')),
  clock: () => performance.now(),
  log: (line) => console.error(line),
});
await fill(engine.api);
const contents = await libraryContents(engine.api);
await engine.close();

const versions = (['library', 'text', 'index'] as const).map((name) => `${name}-${versionOf(name)}`);
const target = join(checkout, 'test/fixtures', versions.join('-'));
if (existsSync(target) && !process.argv.includes('--replace')) {
  console.error(
    `${target} is there already; a version that was released is never made again (--replace does it)`,
  );
  process.exitCode = 1;
} else {
  mkdirSync(target, { recursive: true });
  for (const name of ['library', 'text', 'index'])
    writeFileSync(join(target, `${name}.sqlite.br`), packed(name));
  writeFileSync(join(target, 'contents.json'), `${JSON.stringify(contents, null, 1)}\n`);
  console.log(target);
}
rmSync(root, { recursive: true });
