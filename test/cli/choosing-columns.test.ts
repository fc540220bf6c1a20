import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { runColumns } from '../../electron/cli/choosing-columns.ts';
import { readCommandLine, type CommandLine } from '../../electron/cli/command-line.ts';
import type { ColumnRoles, GuessedTable } from '../../electron/contract/table-columns.ts';
import type { Engine } from '../../electron/engine/create-engine.ts';

const root = resolve('/press');
const table: GuessedTable = {
  columns: [
    { name: 'head', role: 'headline', by: 'name' },
    { name: 'a=b', role: null, by: null },
  ],
  dayFirst: null,
  isDateDoubtful: false,
  rows: [{ head: 'Ferry', 'a=b': 'No \u001b[31mboat' }],
};

/** What is written, and which roles are chosen. */
async function run(
  ...args: string[]
): Promise<Readonly<{ written: string; chosen: (ColumnRoles | null)[] }>> {
  const chosen: (ColumnRoles | null)[] = [];
  const api = {
    readTable: () => Promise.resolve(table),
    listSources: () =>
      Promise.resolve([
        { id: 1, path: root },
        { id: 2, path: `${root}-other` },
      ]),
    chooseColumns: ({ roles }: Readonly<{ roles: ColumnRoles | null }>) => {
      chosen.push(roles);
      return Promise.resolve({ files: 1 });
    },
    importFinished: () => Promise.resolve({ added: 0, updated: 1, failed: 0 }),
  };
  let written = '';
  const output = {
    write: (text: string) => Promise.resolve(void (written += text)),
    warn: () => undefined,
    fail: () => undefined,
    progress: () => undefined,
  };
  const line = readCommandLine(['columns', join(root, 'list.csv'), ...args]) as CommandLine;
  await runColumns({ api } as unknown as Engine, line, output);
  return { written, chosen };
}

test('columns are shown with their rows, which no terminal obeys', async () => {
  expect((await run()).written).toBe('head: headline\n    Ferry\na=b: not read\n    No  [31mboat\n');
});

test('columns are corrected by name, left out, or guessed again', async () => {
  expect((await run('--as', 'a=b=body', '--as', 'head=')).chosen).toEqual([{ 'a=b': 'body' }]);
  expect((await run('--guess')).chosen).toEqual([null]);
});

test.each([
  [['--as', 'head=title'], 'a role is one of key, headline'],
  [['--as', 'story=body'], 'there are head, a=b'],
  [['--as', 'head=body', '--guess'], 'not both'],
])('%j is refused', async (args, why) => {
  await expect(run(...args)).rejects.toThrow(why);
});
