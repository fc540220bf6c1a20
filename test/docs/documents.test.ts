import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { checkout } from '../../electron/dev/checkout.ts';

const documents = ['docs', 'electron', 'renderer']
  .flatMap((folder) => filesOf(folder))
  .filter((path) => path.endsWith('.md'))
  .concat('README.md');
const sources = ['.config', 'electron', 'renderer', 'test'].flatMap((folder) => filesOf(folder));

function filesOf(folder: string): readonly string[] {
  const all = readdirSync(join(checkout, folder), { recursive: true, encoding: 'utf8' });
  return all.map((path) => `${folder}/${path.replaceAll('\\', '/')}`);
}

function linesOf(path: string): readonly string[] {
  return readFileSync(join(checkout, path), 'utf8').split('\n');
}

describe('the documents', () => {
  test.each(documents)('%s leads nowhere that is not there', (document) => {
    const links = [
      ...linesOf(document)
        .join('\n')
        .matchAll(/\]\((?!https?:)([^)#]+)/gu),
    ];
    const lost = links
      .map(([, to = '']) => to)
      .filter((to) => !existsSync(join(checkout, dirname(document), to)));
    expect(lost).toEqual([]);
  });

  test.each(documents)('%s names only files that are there', (document) => {
    const names = [
      ...linesOf(document)
        .join('\n')
        .matchAll(/`([\w./-]+\.(?:ts|mjs|css|svelte|yml))`/gu),
    ];
    const lost = names
      .map(([, name = '']) => name)
      // A pattern, such as NAME/NameView.svelte, is no file.
      .filter((name) => !name.includes('NAME'))
      .filter((name) => !sources.some((path) => `/${path}`.endsWith(`/${name}`)));
    expect(lost).toEqual([]);
  });

  test('say every page of docs/ in the list of pages of docs/architecture.md', () => {
    const listed = linesOf('docs/architecture.md').join('\n');
    const pages = readdirSync(join(checkout, 'docs')).filter((name) => name.endsWith('.md'));
    expect(pages.filter((name) => name !== 'architecture.md' && !listed.includes(`](${name})`))).toEqual([]);
  });
});

describe('README.md', () => {
  test('begins with the two commands', () => {
    expect(linesOf('README.md').slice(1, 3)).toEqual([
      expect.stringMatching(/^npm ci && npm start +# /u),
      expect.stringMatching(/^npm ci && npm test +# /u),
    ]);
  });

  test('is short enough to be read', () => {
    expect(linesOf('README.md').length).toBeLessThan(120);
  });
});
