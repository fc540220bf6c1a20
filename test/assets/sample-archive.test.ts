import { isUtf8 } from 'node:buffer';
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';

const root = fileURLToPath(new URL('../../assets/sample-archive', import.meta.url));
const claimedEncodings: Readonly<Record<string, string>> = {
  'northwire/first-turbine.txt': 'utf-16le',
  'gazette-des-ports/2021/07/27/greve-marsa-nour.txt': 'windows-1252',
  'marsad-al-sahil/fatawir-al-uksijin.txt': 'windows-1256',
};

const articles = readdirSync(root, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && entry.name.endsWith('.txt'))
  .map((entry) => {
    const file = join(entry.parentPath, entry.name);
    const path = relative(root, file).replaceAll(sep, '/');
    const bytes = readFileSync(file);
    return { path, bytes, text: iconv.decode(bytes, claimedEncodings[path] ?? 'utf-8') };
  });

function bytesOf(path: string): Buffer {
  const article = articles.find((candidate) => candidate.path === path);
  if (!article) throw new Error(`no such article: ${path}`);
  return article.bytes;
}

function textOf(path: string): string {
  return iconv.decode(bytesOf(path), claimedEncodings[path] ?? 'utf-8');
}

function share(text: string, letters: RegExp): number {
  return (text.match(letters)?.length ?? 0) / (text.match(/\p{L}/gu)?.length ?? 1);
}

describe('the sample archive', () => {
  it('holds nothing besides articles, since whatever can be read of it is imported', () => {
    const names = readdirSync(root, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && !entry.name.startsWith('.'))
      .map(({ name }) => name);
    expect(names.filter((name) => !name.endsWith('.txt'))).toEqual([]);
  });

  it('holds at least 66 articles of a readable length', () => {
    expect(articles.length).toBeGreaterThanOrEqual(66);
    expect(articles.filter(({ text }) => text.split(/\s+/u).length < 120).map(({ path }) => path)).toEqual(
      [],
    );
  });

  it('holds ten articles in Arabic script, three of them Sorani and one Persian with its non-joiners', () => {
    const arabicScript = articles.filter(({ text }) => share(text, /\p{Script=Arabic}/gu) > 0.9);
    expect(arabicScript.length).toBeGreaterThanOrEqual(10);
    expect(
      arabicScript.filter(({ text }) => /ڵ/u.test(text) && /ێ/u.test(text)).length,
    ).toBeGreaterThanOrEqual(3);
    expect(arabicScript.filter(({ text }) => /می\u200c/u.test(text)).length).toBeGreaterThanOrEqual(1);
  });

  it('spells Sorani with its own kaf, yeh and ae', () => {
    const sorani = articles.filter(({ path }) => path.startsWith('sarchawan-online/'));
    expect(sorani.filter(({ text }) => /[كيىة]/u.test(text)).map(({ path }) => path)).toEqual([]);
    expect(sorani.every(({ text }) => share(text, /ە/gu) > 0.08)).toBe(true);
  });

  it('holds at least five articles with no date anywhere', () => {
    const undated = articles.filter(({ path, text }) => !/\p{Nd}/u.test(path) && !/\p{Nd}{4}/u.test(text));
    const months = /\b(January|February|April|June|July|August|September|October|November|December)\b/u;
    expect(undated.filter(({ text }) => !months.test(text)).length).toBeGreaterThanOrEqual(5);
  });

  it('uses the encodings that are claimed for it', () => {
    const notUtf8 = articles.filter(({ bytes }) => !isUtf8(bytes)).map(({ path }) => path);
    expect(notUtf8.sort()).toEqual(Object.keys(claimedEncodings).sort());
    expect([...bytesOf('northwire/first-turbine.txt').subarray(0, 2)]).toEqual([0xff, 0xfe]);
    const crlf = bytesOf('capital-ledger/fuel-subsidy-ends.txt');
    expect([...crlf.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    expect(crlf.toString('utf-8')).toMatch(/\r\n/);
    expect(crlf.toString('utf-8')).not.toMatch(/[^\r]\n/);
    expect(textOf('gazette-des-ports/2021/07/27/greve-marsa-nour.txt')).toContain('à l’œil nu');
    expect(textOf('marsad-al-sahil/fatawir-al-uksijin.txt')).toContain('«ألتو للغازات الطبية»');
  });

  it('has headlines that "Previous Article" and "Next Article" of other pages name', () => {
    const press = articles.filter(({ path }) => path.startsWith('harbour-press/'));
    const headlines = new Set(press.map(({ text }) => text.split('\n')[0]));
    const neighbours = press.flatMap(({ text }) =>
      [...text.matchAll(/^(?:Previous|Next) Article\n(.+)$/gmu)].map((match) => match[1]),
    );
    expect(neighbours.length).toBeGreaterThan(20);
    expect(neighbours.filter((headline) => !headlines.has(headline))).toEqual([]);
  });

  it('reaches for no host but reserved ones, even on the hostile page', () => {
    const hostile = textOf('parser-test/2021/07/26/parser-test-page.txt');
    for (const trap of [
      '<script>',
      'onerror=',
      'javascript:',
      '<iframe',
      'http-equiv=refresh',
      '{{',
      '\u202e',
      '\x1b[',
    ]) {
      expect(hostile).toContain(trap);
    }
    expect(hostile).not.toContain('\0');
    const hosts = articles.flatMap(({ text }) =>
      [...text.matchAll(/https?:\/\/([^/"'\s>]*)/gu)].map((m) => m[1]),
    );
    expect([...new Set(hosts)].sort()).toEqual(['127.0.0.1:9', 'example.invalid']);
  });
});
