import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { PicturesBeside } from '../../../../electron/engine/ingest/files/pictures-beside.ts';

const gif = Buffer.from('R0lGODlhAQABAAAAACwAAAAAAQABAAA=', 'base64');
const asAddress = `data:image/gif;base64,${gif.toString('base64')}`;

let root = '';
let pictures: PicturesBeside;

beforeEach(() => {
  root = realpathSync(mkdtempSync(join(tmpdir(), 'microfiche-pictures-')));
  mkdirSync(join(root, 'press/2019/crane_files'), { recursive: true });
  writeFileSync(join(root, 'press/2019/crane_files/1.gif'), gif);
  writeFileSync(join(root, 'press/logo?.gif'), gif);
  writeFileSync(join(root, 'press/2019/crane_files/no.gif'), '<script>x()</script>');
  writeFileSync(
    join(root, 'press/2019/crane_files/drawn'),
    '<?xml version="1.0"?>\n<svg xmlns="x"><a/></svg>',
  );
  writeFileSync(join(root, 'outside.gif'), gif);
  symlinkSync(join(root, 'outside.gif'), join(root, 'press/2019/crane_files/out.gif'));
  symlinkSync(root, join(root, 'press/2019/up'));
  pictures = new PicturesBeside(join(root, 'press/2019/crane.html'), join(root, 'press'));
});

afterEach(() => {
  rmSync(root, { recursive: true });
});

describe('the pictures beside a page', () => {
  it.each([
    'crane_files/1.gif',
    './crane_files/1.gif',
    'crane_files/%31.gif?v=2#a',
    ' crane_files/1.gif',
    '../logo%3F.gif',
  ])('has what %j names', (source) => {
    expect(pictures.at(source)).toBe(asAddress);
  });

  it('tells what is a picture by its bytes', () => {
    expect(pictures.at('crane_files/drawn')).toMatch(/^data:image\/svg\+xml;base64,/u);
    expect(pictures.at('crane_files/no.gif')).toBeNull();
  });

  it.each([
    '../../outside.gif',
    '%2e%2e/%2e%2e/outside.gif',
    '..%2f..%2foutside.gif',
    'crane_files/out.gif',
    'up/outside.gif',
    '/etc/hostname',
    '//host/1.gif',
    '\\\\host\\1.gif',
    'crane_files\\1.gif',
    'file:crane_files/1.gif',
    'http://host/1.gif',
    'C:/1.gif',
    'crane_files',
    'crane_files/1.gif%00.png',
    '%',
    '',
    '.',
    'a/'.repeat(1_500),
  ])('has nothing for %j', (source) => {
    expect(pictures.at(source)).toBeNull();
  });

  it('waits for no pipe', () => {
    execFileSync('mkfifo', [join(root, 'press/2019/pipe.gif')]);
    expect(pictures.at('pipe.gif')).toBeNull();
  });

  it('reads no more than a page may hold', () => {
    const large = Buffer.concat([gif, Buffer.alloc(7 * 1_048_576)]);
    for (const name of ['a', 'b', 'c', 'd']) writeFileSync(join(root, 'press/2019', name), large);
    writeFileSync(join(root, 'press/2019/e'), Buffer.alloc(9 * 1_048_576));
    expect(['e', 'a', 'b', 'c', 'd'].map((name) => pictures.at(name) !== null)).toEqual([
      false,
      true,
      true,
      true,
      false,
    ]);
    for (let at = 0; at < 300; at++) pictures.at(`none/${String(at)}`);
    expect(pictures.at('crane_files/1.gif')).toBeNull();
  });
});
