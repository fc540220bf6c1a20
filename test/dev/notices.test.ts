import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { checkout } from '../../electron/dev/checkout.ts';
import { noticesOf, readNotice } from '../../electron/dev/notices.ts';

/** Their packages hold no file with the licence that they say. */
const withoutText = ['bplist-parser', 'franc'];

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'microfiche-notices-'));
});

afterEach(() => rmSync(folder, { recursive: true }));

function write(name: string, content: string): void {
  writeFileSync(join(folder, name), content);
}

describe('the notice of a package', () => {
  it('is its licence, whole', () => {
    write(
      'package.json',
      '{ "name": "quay", "version": "2.1.0", "license": "ISC", "author": "Rasha Tolmin" }',
    );
    write('LICENSE.txt', 'Permission to use\nis granted.\n');
    write('README.md', 'A quay.');
    expect(readNotice(folder)).toEqual({
      name: 'quay',
      version: '2.1.0',
      licence: 'ISC',
      text: 'Permission to use\nis granted.',
    });
  });

  it('names who wrote it where there is no file', () => {
    write(
      'package.json',
      '{ "name": "quay", "version": "2.1.0", "license": "MIT", "author": { "name": "R. Tolmin" } }',
    );
    expect(readNotice(folder).text).toBe('R. Tolmin');
  });

  it('is refused to a package without a licence', () => {
    write('package.json', '{ "name": "quay", "version": "2.1.0" }');
    expect(() => readNotice(folder)).toThrow('quay 2.1.0 does not say its licence');
  });
});

describe('the notices of the app', () => {
  const notices = noticesOf([
    join(checkout, 'node_modules/svelte/src/index.js'),
    join(checkout, 'node_modules/@lucide/svelte/dist/icons/x.js'),
    join(checkout, 'renderer/main.ts'),
  ]);

  it('are of what the engine reads and of what the window is made of', () => {
    const names = notices.map(({ name }) => name);
    expect(names).toEqual(expect.arrayContaining(['@lucide/svelte', 'lunr', 'svelte']));
    expect(names).not.toContain('eslint');
  });

  it('hold each licence', () => {
    const short = notices.filter(({ text }) => text.length < 300).map(({ name }) => name);
    expect(short).toEqual(withoutText);
  });
});
