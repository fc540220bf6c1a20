import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { appResponse } from '../../../electron/main/protocols/app-protocol.ts';
import { windowPolicy } from '../../../electron/main/security/content-security-policy.ts';

const secret = 'not for the page';
let folder = '';
let root = '';

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'microfiche-app-'));
  root = join(folder, 'renderer');
  mkdirSync(join(root, 'assets'), { recursive: true });
  mkdirSync(join(folder, 'renderer-of-another'));
  writeFileSync(join(root, 'index.html'), '<!doctype html>');
  writeFileSync(join(root, 'assets/a b.js'), 'run()');
  writeFileSync(join(root, 'notes.txt'), secret);
  writeFileSync(join(folder, 'secret.json'), secret);
  writeFileSync(join(folder, 'renderer-of-another/secret.json'), secret);
  symlinkSync(join(folder, 'secret.json'), join(root, 'link.json'));
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

const answer = async (path: string) => {
  const response = await appResponse(root, `app://microfiche${path}`);
  return { status: response.status, text: await response.text(), headers: response.headers };
};

describe('app://', () => {
  it.each([
    ['/', '<!doctype html>', 'text/html; charset=utf-8'],
    ['/index.html?x=1#y', '<!doctype html>', 'text/html; charset=utf-8'],
    ['/assets/a%20b.js', 'run()', 'text/javascript; charset=utf-8'],
  ])('answers %s with the file and its type', async (path, text, type) => {
    const { status, text: body, headers } = await answer(path);
    expect([status, body, headers.get('content-type')]).toEqual([200, text, type]);
  });

  it.each([
    '/..%2fsecret.json',
    '/..%2Fsecret.json',
    '/assets/..%2f..%2fsecret.json',
    '/%2e%2e%2fsecret.json',
    '/..%5csecret.json',
    '/..%2frenderer-of-another%2fsecret.json',
    '/%2fetc%2fpasswd',
    '/link.json',
    '/notes.txt',
    '/assets',
    '/assets/',
    '/index.html%00.js',
    '/%',
    '/%ff',
    '/missing.js',
  ])('has nothing at %s', async (path) => {
    const { status, text } = await answer(path);
    expect([status, text]).toEqual([404, 'not found']);
  });

  it('never serves what lies outside of its folder, whatever the address', async () => {
    const piece = fc.constantFrom(
      '..',
      '%2f',
      '%5c',
      '/',
      '.',
      '%2e',
      'secret.json',
      'renderer-of-another',
      'link.json',
    );
    await fc.assert(
      fc.asyncProperty(fc.array(piece, { maxLength: 8 }), async (pieces) => {
        expect((await answer(`/${pieces.join('')}`)).text).not.toBe(secret);
      }),
    );
  });

  it('has nothing at another host', async () => {
    expect((await appResponse(root, 'app://elsewhere/index.html')).status).toBe(404);
  });

  it.each(['/', '/missing.js', '/..%2fsecret.json'])('sends its policy with %s', async (path) => {
    const { headers } = await answer(path);
    expect(headers.get('content-security-policy')).toBe(windowPolicy);
    expect(headers.get('x-content-type-options')).toBe('nosniff');
  });

  it('has a policy that lets only its own parts run', () => {
    expect(windowPolicy.split('; ')).toEqual([
      "default-src 'none'",
      "script-src 'self'",
      "style-src 'self'",
      "img-src 'self' article:",
      "font-src 'self'",
      "connect-src 'self'",
      'frame-src article:',
      "base-uri 'none'",
      "form-action 'none'",
      "require-trusted-types-for 'script'",
      'trusted-types svelte-trusted-html',
    ]);
  });
});
