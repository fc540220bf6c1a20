import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createEngine } from '../../../electron/engine/create-engine.ts';
import { threadsUrl } from '../../support/bundles.ts';
import { saying } from '../../support/saying.ts';
import { TemporaryLibrary } from '../../support/temporary-library.ts';

/** A small disk of its own, where this account may mount one. */
function mountSmallDisk(): Readonly<{ dir: string; remove: () => void }> | null {
  if (process.platform !== 'linux') return null;
  const dir = mkdtempSync(join(tmpdir(), 'microfiche-disk-'));
  const remove = (): void => rmSync(dir, { recursive: true });
  const { status } = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=4m', 'microfiche', dir]);
  if (status !== 0) {
    remove();
    return null;
  }
  return {
    dir,
    remove: () => {
      spawnSync('umount', ['-l', dir]);
      remove();
    },
  };
}

const disk = mountSmallDisk();

test.skipIf(disk === null)(
  'a library on a disk without any room is searched and read, says so, and is changed once there is room',
  async () => {
    if (disk === null) return;
    const made = new TemporaryLibrary();
    made.write('a.txt', 'A harbour story\n\nThe ferry left the harbour.');
    await made.open();
    await made.import();
    await made.close();
    const libraryDir = join(disk.dir, 'library');
    mkdirSync(libraryDir);
    for (const name of ['library', 'text', 'index'])
      cpSync(join(made.dir, `${name}.sqlite`), join(libraryDir, `${name}.sqlite`));
    const { bfree, bsize } = statfsSync(disk.dir);
    const filler = join(disk.dir, 'filler');
    writeFileSync(filler, Buffer.alloc(bfree * bsize));
    const engine = await createEngine({
      libraryDir,
      threadsUrl,
      clock: () => performance.now(),
      log: () => undefined,
    });
    try {
      const status = await engine.api.status({});
      expect(status).toMatchObject({ readOnly: true, articles: 1 });
      expect(status.readOnlyBecause).toEqual(saying(/is full.*can be searched and read/u));
      const filter = { tags: [], sources: [], untagged: false };
      const request = { query: 'ferry', grammar: 'news', sort: 'newest', filter, typing: false } as const;
      expect(await engine.api.search({ ...request, offset: 0, limit: 5 })).toMatchObject({ total: 1 });
      const tag = { name: 'Ports', colour: null };
      await expect(engine.api.createTag(tag)).rejects.toMatchObject({ failure: { code: 'disk-full' } });
      rmSync(filler);
      expect(await engine.api.createTag(tag)).toMatchObject({ name: 'Ports' });
    } finally {
      await engine.close();
      await made.dispose();
      disk.remove();
    }
  },
);
