import { existsSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, expect, test, vi } from 'vitest';
import { tourInTerminal } from '../../electron/dev/terminal-tour.ts';

afterEach(() => {
  vi.restoreAllMocks();
});

test('the tour in the terminal imports the sample archive, finds articles by both queries, and says how to go on', async () => {
  const lines: string[] = [];
  vi.spyOn(console, 'log').mockImplementation((line: string) => lines.push(line));
  const library = await tourInTerminal();
  const text = lines.join('\n');
  expect(text).toMatch(/^ {2}7[0-9] articles in [0-9.]+ s/m);
  expect(text.match(/^ {2}read as .+: [1-9][0-9]* articles in [0-9.]+ ms$/gm)).toHaveLength(2);
  expect(text).toContain(`npm run -s microfiche -- --library ${library} search`);
  expect(existsSync(join(library, 'library.sqlite'))).toBe(true);
  await rm(library, { recursive: true });
});
