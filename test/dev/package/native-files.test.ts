import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { nativeFilesIn, sqliteFiles } from '../../../electron/dev/package/native-files.ts';

describe('what a package ships of native code', () => {
  test('is nothing with an Electron whose Node has node:sqlite', () => {
    expect(sqliteFiles('45.4.1', 'linux-x64')).toEqual({
      files: ['!node_modules/@photostructure/sqlite/**', '!node_modules/node-gyp-build/**'],
    });
  });

  test('is one platform’s file with an Electron whose Node has not', () => {
    expect(sqliteFiles('33.4.11', 'darwin-arm64').asarUnpack).toEqual([
      'node_modules/@photostructure/sqlite/prebuilds/darwin-arm64/*.node',
    ]);
  });

  test('is found however deep it lies', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'microfiche-native-'));
    await mkdir(join(folder, 'resources/deep'), { recursive: true });
    await writeFile(join(folder, 'resources/deep/addon.node'), '');
    await writeFile(join(folder, 'resources/deep/node'), '');
    expect(nativeFilesIn(folder)).toEqual(['resources/deep/addon.node']);
    await rm(folder, { recursive: true });
  });
});
