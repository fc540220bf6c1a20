import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openCorpus, type CorpusChoice } from './corpus.ts';
import { WorkFolder } from './work-folder.ts';

const choice: CorpusChoice = { kind: 'generated', seed: 4, articles: 3 };
const imported = {
  result: {
    articles: 3,
    failed: 0,
    seconds: 1,
    cpuSeconds: 2,
    indexBytes: 1,
    storedTextBytes: 1,
    libraryBytes: 1,
  },
  memory: {},
};
let dir = '';

beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'microfiche-work-'));
});
afterEach(() => rmSync(dir, { recursive: true, force: true }));

describe('the folder of a run', () => {
  it('holds the files of the corpus, byte for byte', () => {
    const corpus = openCorpus(choice);
    const { folder, bytes } = new WorkFolder(dir).files(choice, corpus);
    const texts = [0, 1, 2].map((number) => readFileSync(join(folder, corpus.nameAt(number)), 'utf8'));
    expect(texts).toEqual([0, 1, 2].map((number) => corpus.textAt(number)));
    expect(bytes).toBe(texts.reduce((sum, text) => sum + Buffer.byteLength(text), 0));
  });

  it('is used again with its import, and never for other articles', () => {
    const first = new WorkFolder(dir);
    const files = first.files(choice, openCorpus(choice));
    expect(first.imported).toBeNull();
    first.keepImport(imported);
    first.close();

    const second = new WorkFolder(dir);
    expect(second.files(choice, openCorpus(choice))).toEqual(files);
    expect(second.imported).toEqual(imported);
    const more = { ...choice, articles: 4 };
    expect(() => new WorkFolder(dir).files(more, openCorpus(more))).toThrow('other articles');
  });

  it('is gone after a run that keeps nothing', () => {
    const temporary = new WorkFolder(null);
    temporary.files(choice, openCorpus(choice));
    temporary.close();
    expect(existsSync(temporary.dir)).toBe(false);
  });

  it('takes a folder of texts as the corpus, or the first of them', () => {
    const whole = new WorkFolder(join(dir, 'one')).files(choice, openCorpus(choice));
    const folder: CorpusChoice = { kind: 'folder', dir: whole.folder, articles: null };
    expect(new WorkFolder(join(dir, 'two')).files(folder, openCorpus(folder))).toEqual(whole);
    const two: CorpusChoice = { ...folder, articles: 2 };
    const copied = new WorkFolder(join(dir, 'three')).files(two, openCorpus(two));
    expect(openCorpus({ kind: 'folder', dir: copied.folder, articles: null }).articles).toBe(2);
  });
});
