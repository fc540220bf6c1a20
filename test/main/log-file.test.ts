import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { LogFile } from '../../electron/main/log-file.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'microfiche-log-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const open = () => new LogFile(join(folder, 'logs/microfiche.log'), () => 0);
const read = (name: string) => readFileSync(join(folder, 'logs', name), 'utf8');

describe('the log', () => {
  it('holds a line for each entry, and goes on where it was', () => {
    open().write('engine ready');
    open().write('a crash\nwith a trace');
    expect(read('microfiche.log')).toBe(
      '1970-01-01T00:00:00.000Z engine ready\n1970-01-01T00:00:00.000Z a crash | with a trace\n',
    );
  });

  it('is two files of a megabyte at most', () => {
    const log = open();
    const entry = 'ä'.repeat(50_000);
    for (let count = 0; count < 60; count += 1) log.write(`${count} ${entry}`);
    expect(readdirSync(join(folder, 'logs')).sort()).toEqual(['microfiche.log', 'microfiche.log.1']);
    for (const name of ['microfiche.log', 'microfiche.log.1']) {
      expect(statSync(join(folder, 'logs', name)).size).toBeLessThanOrEqual(1_000_000);
    }
    expect(read('microfiche.log')).toContain(' 59 ');
  });
});
