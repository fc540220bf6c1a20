import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { missingFonts, missingIn, provide } from '../../electron/dev/system-packages.ts';

describe('what a machine lacks', () => {
  test('is read out of what ldd prints, each library once with the packages that bring it', () => {
    const listing = [
      '\tlinux-vdso.so.1 (0x00007ffc)',
      '\tlibgtk-3.so.0 => not found',
      '\tlibc.so.6 => /lib/x86_64-linux-gnu/libc.so.6 (0x00007f)',
      '\tlibgtk-3.so.0 => not found',
      '\tlibmystery.so.9 => not found',
    ].join('\n');
    expect(missingIn(listing)).toEqual([
      { what: 'libgtk-3.so.0', packages: ['libgtk-3-0', 'libgtk-3-0t64'] },
      { what: 'libmystery.so.9', packages: [] },
    ]);
  });

  test.runIf(process.platform === 'linux')('includes fonts only when no folder holds one', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'microfiche-fonts-'));
    await mkdir(join(folder, 'truetype/deep'), { recursive: true });
    await writeFile(join(folder, 'truetype/README'), '');
    expect(missingFonts([folder, join(folder, 'none')])).toEqual([
      { what: 'any font', packages: ['fonts-dejavu-core'] },
    ]);
    await writeFile(join(folder, 'truetype/deep/Sans.ttf'), '');
    expect(missingFonts([folder])).toEqual([]);
    await rm(folder, { recursive: true });
  });

  test('is named, when no package is known to bring it', () => {
    expect(() => {
      provide([{ what: 'libmystery.so.9', packages: [] }]);
    }).toThrow('missing on this machine: libmystery.so.9; please install them');
  });
});
