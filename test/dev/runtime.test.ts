import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { describeRuntime, findRuntime } from '../../electron/dev/runtime.ts';

let folder = '';

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'microfiche-runtime-'));
  vi.stubEnv('ELECTRON_OVERRIDE_DIST_PATH', folder);
});

afterEach(async () => {
  vi.unstubAllEnvs();
  await rm(folder, { recursive: true });
});

describe.runIf(process.platform === 'linux')('the folder that ELECTRON_OVERRIDE_DIST_PATH names', () => {
  test('wins over every other runtime, and says its version', async () => {
    await writeFile(join(folder, 'electron'), '');
    await writeFile(join(folder, 'version'), 'v99.1.2\n');
    await mkdir(join(folder, 'resources'));
    await writeFile(join(folder, 'resources/default_app.asar'), '');
    const runtime = await findRuntime();
    expect(runtime).toEqual({
      folder,
      executable: join(folder, 'electron'),
      version: '99.1.2',
      from: 'ELECTRON_OVERRIDE_DIST_PATH',
      takesAppPath: true,
    });
    expect(describeRuntime(runtime)).toBe(`Electron 99.1.2 from ELECTRON_OVERRIDE_DIST_PATH (${folder})`);
  });

  test('is known to ignore an app path when it has no default app', async () => {
    await writeFile(join(folder, 'electron'), '');
    await writeFile(join(folder, 'version'), '99.1.2');
    expect((await findRuntime()).takesAppPath).toBe(false);
  });

  test('is an error, not a reason to look further, when it holds no Electron', async () => {
    await expect(findRuntime()).rejects.toThrow(`ELECTRON_OVERRIDE_DIST_PATH=${folder} holds no electron`);
  });
});
