import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Tag, TagColour } from '../../electron/contract/archive-api.ts';
import { tagId } from '../../electron/contract/ids.ts';
import { readCommandLine } from '../../electron/cli/command-line.ts';
import { printTags, readTags } from '../../electron/cli/exchanging-tags.ts';
import { stubEngine } from '../support/stub-engine/stub-engine.ts';

let dir = '';
let tags: Tag[] = [];

beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'microfiche-tags-'));
  tags = [];
});

afterEach(() => rmSync(dir, { recursive: true }));

function engine() {
  return stubEngine({
    listTags: () => Promise.resolve(tags),
    createTag: ({ name, colour }) => {
      const tag = { id: tagId(tags.length + 1), name, colour: colour ?? 'slate', articles: 0 } as const;
      tags.push(tag);
      return Promise.resolve(tag);
    },
  });
}

function given(...args: string[]) {
  const line = readCommandLine(['tags', ...args]);
  if (line === null) throw new Error('help was asked for');
  return line;
}

async function printed(act: (output: Parameters<typeof printTags>[2]) => Promise<void>): Promise<string> {
  let text = '';
  await act({
    write: (piece) => Promise.resolve(void (text += piece)),
    warn: () => undefined,
    fail: () => undefined,
    progress: () => undefined,
  });
  return text;
}

const tree: readonly (readonly [string, TagColour])[] = [
  ['Film', 'red'],
  ['Film/Arab, "new"', 'blue'],
  ['عمل/إضراب', 'green'],
  ['=1+1', 'teal'],
];

test.each([['--format', 'csv'], ['--json']])(
  'tags come back as they were, printed with %s',
  async (...how) => {
    tags = tree.map(([name, colour], at) => ({ id: tagId(at + 1), name, colour, articles: at }));
    const before = [...tags];
    const file = join(dir, 'tags');
    writeFileSync(file, await printed((output) => printTags(engine(), given(...how), output)));
    tags = [];
    await printed((output) => readTags(engine(), file, given('--from', file), output));
    expect(tags.map(({ name, colour }) => [name, colour])).toEqual(
      before.map(({ name, colour }) => [name, colour]),
    );
  },
);

test('tags that are there stay as they are, in whatever case', async () => {
  tags = [{ id: tagId(1), name: 'Film', colour: 'red', articles: 3 }];
  const file = join(dir, 'tags.csv');
  writeFileSync(file, 'tag,colour\nfilm,blue\nFilm/Arab,\nfilm/arab,\n');
  expect(await printed((output) => readTags(engine(), file, given('--from', file), output))).toBe(
    '1 of 3 tags are new\n',
  );
  expect(tags.map(({ name, colour }) => [name, colour])).toEqual([
    ['Film', 'red'],
    ['Film/Arab', 'slate'],
  ]);
});

test.each([
  ['name\nx\n', 'no name under "tag"'],
  ['[{"tag": 3}]', 'no name under "tag"'],
  ['[', "can't be read as tags"],
])('a file that holds no tags is refused: %j', async (text, words) => {
  const file = join(dir, 'tags');
  writeFileSync(file, text);
  await expect(printed((output) => readTags(engine(), file, given('--from', file), output))).rejects.toThrow(
    words,
  );
  expect(tags).toEqual([]);
});
