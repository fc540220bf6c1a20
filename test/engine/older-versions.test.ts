import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliDecompressSync } from 'node:zlib';
import { afterEach, describe, expect, it } from 'vitest';
import { checkout } from '../../electron/dev/checkout.ts';
import { createEngine, type Engine } from '../../electron/engine/create-engine.ts';
import { libraryMigrations } from '../../electron/engine/library/schema/library-schema.ts';
import { latestVersion, schemaVersion } from '../../electron/engine/library/schema/migrate.ts';
import { openDatabase } from '../../electron/engine/sqlite.ts';
import { libraryContents, search, type LibraryContents } from '../older-versions/library-contents.ts';
import { threadsUrl } from '../support/bundles.ts';

const fixtures = join(checkout, 'test/fixtures');
const layouts = readdirSync(fixtures).filter((name) => name.startsWith('library-'));

let root = '';
let engine: Engine | null = null;

/** Opens a copy of what an older version left. */
async function openCopy(layout: string): Promise<Engine> {
  root = mkdtempSync(join(tmpdir(), 'microfiche-older-'));
  const libraryDir = join(root, 'library');
  mkdirSync(libraryDir);
  for (const name of ['library', 'text', 'index']) {
    const packed = readFileSync(join(fixtures, layout, `${name}.sqlite.br`));
    writeFileSync(join(libraryDir, `${name}.sqlite`), brotliDecompressSync(packed));
  }
  engine = await createEngine({
    libraryDir,
    threadsUrl,
    clock: () => performance.now(),
    log: () => undefined,
  });
  await engine.api.importFinished({});
  return engine;
}

function versionOf(path: string): number {
  const db = openDatabase(path, { readOnly: true, immutable: true });
  try {
    return schemaVersion(db);
  } finally {
    db.close();
  }
}

function contentsOf(layout: string): LibraryContents {
  return JSON.parse(readFileSync(join(fixtures, layout, 'contents.json'), 'utf8')) as LibraryContents;
}

afterEach(async () => {
  await engine?.close();
  engine = null;
  rmSync(root, { recursive: true, force: true });
});

describe.each(layouts)('a library of the layout %s', (layout) => {
  it('opens with every article, tag, note, source and failure, and answers every search', async () => {
    const { api } = await openCopy(layout);
    expect(await libraryContents(api)).toMatchObject(contentsOf(layout));
    expect(await api.check({ repair: false })).toEqual({ ok: true, problems: [] });
  });

  it('takes back what was done with the older version', async () => {
    const { api } = await openCopy(layout);
    await api.undo({});
    const tags = (await api.listTags({})).map(({ name, articles }) => `${name}: ${articles}`);
    expect(tags).toContain('wire: 3');
  });

  it('takes highlights from then on', async () => {
    const { api } = await openCopy(layout);
    const [hit] = (await search(api, 'headline:aqueduct', 1)).hits;
    if (hit === undefined) throw new Error('nothing is found');
    const exact = 'Tremor cracks';
    const passage = { start: 0, end: exact.length, exact };
    await api.addHighlight({ article: hit.id, passage, colour: 'violet', note: 'When?' });
    const { highlights } = await api.article({ id: hit.id, resultSet: null });
    expect(highlights).toMatchObject([{ note: 'When?', anchor: { by: 'position' } }]);
  });

  it('is backed up before its layout is changed', async () => {
    await openCopy(layout);
    const version = Number(/^library-(\d+)/.exec(layout)?.[1]);
    const isOlder = version < latestVersion(libraryMigrations);
    const backups = join(root, 'library', 'backups');
    const found = existsSync(backups) ? readdirSync(backups) : [];
    expect(found.map((name) => versionOf(join(backups, name)))).toEqual(isOlder ? [version] : []);
    // Closing waits for the one of the day, since it would be the first.
    await engine?.close();
    engine = null;
    expect(readdirSync(backups)).toHaveLength(isOlder ? 2 : 1);
  });
});
