import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Notice } from '../contract/notice.ts';
import { checkout } from './checkout.ts';
import { shippedPackages } from './shipped-packages.ts';

type Person = string | Readonly<{ name: string }>;

type PackageFile = Readonly<{ name: string; version: string; license?: string; author?: Person }>;

const licenceFile = /^(?:licen[cs]e|copying|notice)(?:[.-].*)?$/i;

/**
 * Of every package that ships: those that the running app reads, and those that the window's bundle holds pieces of. `modules` are the
 * paths of the bundle's modules. The licences of Electron and Chromium lie beside the app as they bring them.
 */
export function noticesOf(modules: Iterable<string>): Notice[] {
  const folders = new Set(shippedPackages().map((path) => join(checkout, path)));
  for (const path of modules) {
    const folder = packageFolder(path);
    if (folder !== null) folders.add(folder);
  }
  const notices = new Map<string, Notice>();
  for (const folder of folders) {
    // A package for another system is in the lock file and not on the disk.
    if (!existsSync(join(folder, 'package.json'))) continue;
    const notice = readNotice(folder);
    notices.set(`${notice.name} ${notice.version}`, notice);
  }
  return [...notices.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** The folder of the package that a module is of; null for one of ours. */
function packageFolder(path: string): string | null {
  const found = /^.*[\\/]node_modules[\\/](?:@[^\\/]+[\\/])?[^\\/]+/.exec(path.replace(/^\0/, ''));
  return found?.[0] ?? null;
}

/** Fails for a package that neither says its licence nor holds it: it must not ship. */
export function readNotice(folder: string): Notice {
  const { name, version, license, author } = JSON.parse(
    readFileSync(join(folder, 'package.json'), 'utf8'),
  ) as PackageFile;
  const files = readdirSync(folder).filter((file) => licenceFile.test(file));
  const texts = files.sort().map((file) => readFileSync(join(folder, file), 'utf8').trim());
  if (license === undefined && texts.length === 0)
    throw new Error(`${name} ${version} does not say its licence`);
  const [title = ''] = texts.map((text) => text.split('\n', 1)[0] ?? '');
  return { name, version, licence: license ?? title, text: texts.join('\n\n') || nameOf(author) };
}

function nameOf(author: Person | undefined): string {
  return typeof author === 'object' ? author.name : (author ?? '');
}
