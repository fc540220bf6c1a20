import { readFile } from 'node:fs/promises';
import { extname } from 'node:path';
import { windowPolicy } from '../security/content-security-policy.ts';
import { isWindowUrl } from '../security/local-urls.ts';
import { containedFile } from './contained-file.ts';

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
};

/** Answers `app://microfiche/…` out of the built window's folder, every answer under the window's policy. */
export async function appResponse(root: string, address: string): Promise<Response> {
  if (!isWindowUrl(address)) return notFound();
  const { pathname } = new URL(address);
  const file = await containedFile(root, pathname === '/' ? '/index.html' : pathname);
  const type = file === null ? undefined : types[extname(file)];
  if (file === null || type === undefined) return notFound();
  try {
    return new Response(new Uint8Array(await readFile(file)), { headers: headersOf(type) });
  } catch {
    return notFound(); // A folder with a dot in its name, or a file that went away meanwhile.
  }
}

function notFound(): Response {
  return new Response('not found', { status: 404, headers: headersOf('text/plain; charset=utf-8') });
}

function headersOf(type: string): Record<string, string> {
  return {
    'Content-Type': type,
    'Content-Security-Policy': windowPolicy,
    'X-Content-Type-Options': 'nosniff',
    'Cross-Origin-Opener-Policy': 'same-origin',
  };
}
