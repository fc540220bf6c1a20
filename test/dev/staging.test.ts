import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { mustDropRoot, ordinaryUid } from '../../electron/dev/launch.ts';
import { canRead, openToAll } from '../../electron/dev/staging.ts';

let folder = '';

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'microfiche-staging-'));
  chmodSync(folder, 0o755);
  mkdirSync(join(folder, 'home/checkout'), { recursive: true });
  writeFileSync(join(folder, 'home/checkout/main.js'), '');
});

afterEach(() => {
  rmSync(folder, { recursive: true });
});

// Only root can look with another user's eyes.
describe.runIf(mustDropRoot())('an ordinary user', () => {
  test('can read a checkout that is open to all', () => {
    expect(canRead(ordinaryUid, [join(folder, 'home/checkout')])).toBe(true);
  });

  test('can’t read a checkout below a closed folder', () => {
    chmodSync(join(folder, 'home'), 0o700);
    expect(canRead(ordinaryUid, [join(folder, 'home/checkout')])).toBe(false);
  });

  test('can’t read a checkout with one closed file, until it is opened to all', () => {
    chmodSync(join(folder, 'home/checkout/main.js'), 0o600);
    expect(canRead(ordinaryUid, [join(folder, 'home/checkout')])).toBe(false);
    openToAll(join(folder, 'home'));
    expect(canRead(ordinaryUid, [join(folder, 'home/checkout')])).toBe(true);
  });
});
