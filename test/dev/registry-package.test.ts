import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chmod, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { unpackRegistryPackage, verifyIntegrity } from '../../electron/dev/registry-package.ts';

let folder = '';
let integrity = '';
const spec = '@maker/carrier-linux@1.2.3';

// A registry of one package: an `npm` that notes each call and hands over the tarball.
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'microfiche-registry-'));
  await mkdir(join(folder, 'package/resources'), { recursive: true });
  await mkdir(join(folder, 'bin'));
  await writeFile(join(folder, 'package/runtime'), 'the runtime');
  await writeFile(join(folder, 'package/resources/app.asar'), 'somebody else’s app');
  spawnSync('tar', ['-czf', 'maker.tgz', 'package'], { cwd: folder });
  integrity = sha512(await readFile(join(folder, 'maker.tgz')));
  const npm = `#!/bin/sh\necho "$2" >> '${folder}/calls'\ncp '${folder}/maker.tgz' "$5/maker.tgz"\n`;
  await writeFile(join(folder, 'bin/npm'), npm);
  await chmod(join(folder, 'bin/npm'), 0o755);
  vi.stubEnv('PATH', `${join(folder, 'bin')}:${process.env['PATH'] ?? ''}`);
  vi.stubEnv('XDG_CACHE_HOME', join(folder, 'cache'));
  vi.spyOn(console, 'log').mockImplementation(() => undefined);
});

afterEach(async () => {
  vi.unstubAllEnvs();
  vi.restoreAllMocks();
  await rm(folder, { recursive: true });
});

describe('a package of the registry', () => {
  test('is unpacked without what is left out, and finished before it gets its name', async () => {
    const into = join(folder, 'runtime');
    await unpackRegistryPackage({ spec, integrity }, into, {
      without: ['resources'],
      finish: (unpacked) => writeFile(join(unpacked, 'version'), '1.2.3'),
    });
    expect((await readdir(into)).sort()).toEqual(['runtime', 'version']);
  });

  test('is refused, and not kept, when its bytes are not those pinned', async () => {
    const into = join(folder, 'runtime');
    const pinned = sha512(Buffer.from('what it was'));
    await expect(unpackRegistryPackage({ spec, integrity: pinned }, into)).rejects.toThrow('is not the file');
    expect((await readdir(folder)).sort()).toEqual(['bin', 'cache', 'calls', 'maker.tgz', 'package']);
    expect(await readdir(join(folder, 'cache/microfiche-development'))).toEqual([]);
  });

  test('is fetched once, for every checkout of the same person', async () => {
    await unpackRegistryPackage({ spec, integrity }, join(folder, 'one'));
    await unpackRegistryPackage({ spec, integrity }, join(folder, 'two'));
    expect(await readFile(join(folder, 'two/runtime'), 'utf8')).toBe('the runtime');
    expect(await readFile(join(folder, 'calls'), 'utf8')).toBe(`${spec}\n`);
  });

  test('is fetched again when the kept file was damaged', async () => {
    await unpackRegistryPackage({ spec, integrity }, join(folder, 'one'));
    const shelf = join(folder, 'cache/microfiche-development');
    const [kept = ''] = await readdir(shelf);
    await writeFile(join(shelf, kept), 'damaged');
    await unpackRegistryPackage({ spec, integrity }, join(folder, 'two'));
    expect(await readFile(join(folder, 'calls'), 'utf8')).toBe(`${spec}\n${spec}\n`);
  });

  test('leaves no half-unpacked folder behind when finishing it fails', async () => {
    const into = join(folder, 'runtime');
    const finish = () => Promise.reject(new Error('no room'));
    await expect(unpackRegistryPackage({ spec, integrity }, into, { finish })).rejects.toThrow('no room');
    expect((await readdir(folder)).filter((name) => name.startsWith('runtime'))).toEqual([]);
  });
});

describe('the check of a file against its pinned sum', () => {
  test('passes the very bytes and no others', async () => {
    const file = join(folder, 'maker.tgz');
    await expect(verifyIntegrity(file, integrity)).resolves.toBeUndefined();
    await writeFile(file, 'x', { flag: 'a' });
    await expect(verifyIntegrity(file, integrity)).rejects.toThrow(
      /maker\.tgz is not the file that was pinned/,
    );
  });
});

function sha512(bytes: Uint8Array): string {
  return `sha512-${createHash('sha512').update(bytes).digest('base64')}`;
}
