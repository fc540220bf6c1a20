import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { settleProfile } from '../../electron/main/profile.ts';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'microfiche-test-'));
});

afterEach(() => rmSync(folder, { recursive: true }));

test('a profile that can be written is used, and made where there is none; nothing is left in it', () => {
  const profile = join(folder, 'new/Microfiche');
  expect(settleProfile(profile, folder)).toEqual({ folder: profile, running: profile, trouble: null });
  expect(readdirSync(profile)).toEqual([]);
});

test('one that can’t be written is said, and another is there for this run', () => {
  writeFileSync(join(folder, 'file'), '');
  const profile = join(folder, 'file/Microfiche');
  const { trouble, running } = settleProfile(profile, folder);
  expect(trouble).toBe('ENOTDIR');
  expect(running.startsWith(join(folder, 'microfiche-profile-'))).toBe(true);
  expect(readdirSync(running)).toEqual([]);
});
