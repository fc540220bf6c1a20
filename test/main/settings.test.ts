import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { articleId, tagId } from '../../electron/contract/ids.ts';
import { Settings } from '../../electron/main/settings.ts';

let folder = '';
let path = '';
let lines: string[] = [];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'microfiche-settings-'));
  path = join(folder, 'settings.json');
  lines = [];
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const open = () => new Settings(path, (line) => lines.push(line));
const place = { bounds: { x: -1200, y: 20, width: 900, height: 700 }, maximised: true };

describe('the settings', () => {
  it('are there again after a restart', () => {
    const settings = open();
    const filter = { tags: [tagId(3)], sources: [], untagged: false };
    const opened = { libraryDir: '/home/a/library', filter, article: articleId(9), row: 12 };
    const left = { ...opened, isOriginal: false, anchor: { block: 4, share: 0.5 } };
    const memory = { ...settings.values.memory, query: 'سیل', theme: 'dark' as const, place: left };
    settings.change({ libraryDir: '/home/a/library', window: place });
    settings.change({ memory, language: 'ar' });
    settings.save();
    expect(open().values).toEqual({
      libraryDir: '/home/a/library',
      recentLibraries: [],
      window: place,
      memory,
      language: 'ar',
    });
    expect(readdirSync(folder)).toEqual(['settings.json']);
  });

  it('are the initial ones on the first start, without a word', () => {
    expect(open().values).toMatchObject({
      libraryDir: null,
      window: null,
      memory: { view: 'search', query: '' },
    });
    expect(lines).toEqual([]);
  });

  it.each(['', '{', '[]', 'null', '7', '"x"'])('are the initial ones when the file holds %j', (content) => {
    writeFileSync(path, content);
    expect(open().values).toEqual(new Settings(join(folder, 'none.json'), () => undefined).values);
  });

  it('lose only the one that can not be read', () => {
    writeFileSync(path, JSON.stringify({ libraryDir: '/home/a', window: place, memory: { theme: 'pink' } }));
    expect(open().values).toMatchObject({
      libraryDir: '/home/a',
      window: place,
      memory: { theme: 'system' },
    });
    expect(lines.join()).toContain('memory');
  });

  it('are not written when nothing was changed', () => {
    open().save();
    expect(existsSync(path)).toBe(false);
  });

  it('name the libraries of late, each once, newest first, eight at most', () => {
    const settings = open();
    for (const number of [1, 2, 3, 4, 5, 6, 7, 8, 9, 3]) settings.rememberLibrary(`/library/${number}`);
    settings.save();
    expect((JSON.parse(readFileSync(path, 'utf8')) as { recentLibraries: unknown }).recentLibraries).toEqual(
      [3, 9, 8, 7, 6, 5, 4, 2].map((number) => `/library/${number}`),
    );
  });

  it('that can not be written are said to be, and cost nothing else', () => {
    const settings = new Settings(join(path, 'below-a-file.json'), (line) => lines.push(line));
    writeFileSync(path, 'a file where a folder should be');
    settings.change({ libraryDir: '/home/a' });
    settings.save();
    expect(lines.join()).toContain("settings can't be written");
    expect(settings.values.libraryDir).toBe('/home/a');
  });
});
