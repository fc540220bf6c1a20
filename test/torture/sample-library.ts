import { cpSync, existsSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { ArticleId } from '../../electron/contract/ids.ts';
import { openLunrIndex } from '../../electron/engine/library/opening/open-lunr-index.ts';
import type { WriterOptions } from '../../electron/engine/threads/writer.ts';
import { seededRandom } from '../parity/random-corpus.ts';
import { TemporaryLibrary } from '../support/temporary-library.ts';
import { articleText } from './article-tree.ts';

const articles = 90;

/** As a library is opened by a trial: on its own thread, and without backups. */
export const plainly: Partial<WriterOptions> = {
  openIndex: openLunrIndex,
  startBackup: () => ({ made: Promise.resolve(false), giveUp: () => undefined }),
  backUpAfterMs: 3_600_000,
  tidyAfterMs: 3_600_000,
};

/** What people see of a library, a line for each article and each tag. */
export function seenIn(library: TemporaryLibrary): string[] {
  const lines = Object.entries(library.contents()).map(
    ([id, { paths, text, tags, notes, missing }]) =>
      `${id} ${paths.join(' ')} ${missing ? 'missing' : 'there'} [${tags.join(', ')}] ${notes.join(' | ')} ${text}`,
  );
  const tags = library.read((reader) => reader.tags().map(({ name, colour }) => `tag ${name} ${colour}`));
  return [...lines, ...tags];
}

/** What two lists of lines don't have in common, shortened. */
export function differences(expected: readonly string[], found: readonly string[]): string[] {
  const has = new Set(found);
  const wanted = new Set(expected);
  return [
    ...expected.filter((line) => !has.has(line)).map((line) => `  expected ${line.slice(0, 160)}`),
    ...found.filter((line) => !wanted.has(line)).map((line) => `  found    ${line.slice(0, 160)}`),
  ].slice(0, 12);
}

/**
 * A library with tags, notes and something to take back, in `root`. It is made once, and put back as it was for each trial, so that
 * its files and the paths in it stay the same.
 */
export async function sampleLibrary(root: string): Promise<TemporaryLibrary> {
  const kept = join(root, 'kept');
  const work = join(root, 'work');
  if (!existsSync(kept)) await makeSample(work, kept);
  rmSync(work, { recursive: true, force: true });
  cpSync(kept, work, { recursive: true, preserveTimestamps: true });
  return new TemporaryLibrary(work);
}

async function makeSample(work: string, kept: string): Promise<void> {
  mkdirSync(work, { recursive: true });
  const random = seededRandom(1);
  const library = new TemporaryLibrary(work);
  for (let nth = 0; nth < articles; nth += 1)
    library.write(`${nth % 4}/${nth}.txt`, articleText(`s${nth}z`, random));
  await library.open(plainly);
  await library.import();
  const { writer } = library;
  const every = (step: number): Uint32Array =>
    Uint32Array.from(library.ids().filter((id: ArticleId) => id % step === 0));
  await writer.setTags({ ids: every(2), add: ['even', 'water/quay'], remove: [] });
  await writer.setTags({ ids: every(3), add: ['third'], remove: ['even'] });
  await writer.setTags({ ids: every(5), add: ['fifth'], remove: [] });
  for (const id of library.ids().filter((each) => each % 7 === 0))
    await writer.addNote({ article: id, text: `Note on ${id}: ${'ask the pilot. '.repeat(id % 40)}` });
  // Changed and gone since: texts of which no file tells any more.
  library.write('0/0.txt', articleText('edited', random));
  library.remove('1/1.txt');
  await library.import();
  await library.close();
  cpSync(work, kept, { recursive: true, preserveTimestamps: true });
}
