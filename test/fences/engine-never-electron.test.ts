import { mkdtemp, mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, describe, expect, test } from 'vitest';
import { importGraph, wayToElectron } from '../support/import-graph.ts';

const checkout = fileURLToPath(new URL('../..', import.meta.url));
const madeFolders: string[] = [];

afterEach(async () => {
  for (const folder of madeFolders.splice(0)) await rm(folder, { recursive: true });
});

describe('the engine', () => {
  test('reaches electron from none of its files, nor the command line from its own', async () => {
    const entries = [...(await sources('electron/engine')), ...(await sources('electron/cli'))];
    expect(entries).toContain('electron/engine/create-engine.ts');
    expect(wayToElectron(await importGraph(checkout, entries))).toBeUndefined();
  });
});

describe('the walk that this relies on', () => {
  test('names the chain of files that leads to electron', async () => {
    const root = await tree({
      'engine/create-engine.ts': `import { store } from './store/store.ts';\nstore();`,
      'engine/store/store.ts': `import { home } from '../../main/home.ts';\nexport function store() { home(); }`,
      'main/home.ts': `import { app } from 'electron';\nexport function home() { return app.getPath('home'); }`,
    });
    expect(wayToElectron(await importGraph(root, ['engine/create-engine.ts']))).toEqual([
      'engine/create-engine.ts',
      'engine/store/store.ts',
      'main/home.ts',
      'electron',
    ]);
  });

  test('sees an import that runs only later, and one of a part of electron', async () => {
    const root = await tree({ 'a.ts': `export const app = () => import('electron/main');` });
    expect(wayToElectron(await importGraph(root, ['a.ts']))).toEqual(['a.ts', 'electron/main']);
  });

  test('does not count a type or a package of a similar name', async () => {
    const root = await tree({
      'a.ts': `import type { App } from 'electron';\nimport 'electron-log';\nexport const app: App | null = null;`,
    });
    expect(wayToElectron(await importGraph(root, ['a.ts']))).toBeUndefined();
  });
});

async function sources(folder: string): Promise<string[]> {
  const names = await readdir(join(checkout, folder), { recursive: true });
  return names.filter((name) => name.endsWith('.ts')).map((name) => `${folder}/${name}`);
}

async function tree(files: Readonly<Record<string, string>>): Promise<string> {
  const root = await mkdtemp(join(tmpdir(), 'microfiche-fences-'));
  madeFolders.push(root);
  for (const [path, text] of Object.entries(files)) {
    await mkdir(dirname(join(root, path)), { recursive: true });
    await writeFile(join(root, path), text);
  }
  return root;
}
