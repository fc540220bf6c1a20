import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Page } from './extraction.ts';

const run = promisify(execFile);
const maxBytes = 64 * 1024 * 1024;
const timeoutMs = 20_000;

/** Programs that turn a page into text, as people have used them to save pages: with the file after the arguments. */
const programs = [
  { name: 'w3m', args: ['-dump', '-T', 'text/html'], isOurs: null },
  { name: 'lynx', args: ['-dump', '-nolist', '-force_html'], isOurs: null },
  { name: 'lynx', args: ['-dump', '-force_html'], isOurs: null },
  // Two programs have this name, and a machine may have both.
  { name: 'html2text', args: ['-utf8'], isOurs: /^This is html2text/ },
  { name: 'html2text', args: [], isOurs: /^\d{4}\./ },
] as const;

export type Dump = Readonly<{ program: string; pages: readonly Page[] | null }>;

/** The pages of `html/ID.html` through each program; `pages` null where the program is not installed. */
export async function* dumpsOf(dir: string, pages: readonly Page[]): AsyncGenerator<Dump> {
  for (const { name, args, isOurs } of programs) {
    const command = [name, ...args].join(' ');
    const path = await installed(name, isOurs);
    if (path === null) {
      yield { program: command, pages: null };
      continue;
    }
    const dumped: Page[] = [];
    for (const page of pages) {
      const file = join(dir, 'html', `${page.id}.html`);
      if (!existsSync(file)) continue;
      const { stdout } = await run(path, [...args, file], { maxBuffer: maxBytes, timeout: timeoutMs });
      dumped.push({ ...page, text: stdout });
    }
    yield { program: command, pages: dumped };
  }
}

/** Where the program of a name is whose answer to the question for its version is `isOurs`, or null. */
async function installed(program: string, isOurs: RegExp | null): Promise<string | null> {
  const found = await answerOf('which', ['-a', program]);
  for (const path of found.split('\n').filter((line) => line !== '')) {
    if (isOurs === null) return path;
    const answers = await Promise.all(['-version', '--version'].map((flag) => answerOf(path, [flag])));
    if (answers.some((answer) => isOurs.test(answer))) return path;
  }
  return null;
}

async function answerOf(program: string, args: readonly string[]): Promise<string> {
  try {
    return (await run(program, [...args], { timeout: timeoutMs })).stdout;
  } catch {
    // Nothing is found, or the flag is not known: the exit code says so.
    return '';
  }
}
