import {
  closeSync,
  existsSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { messageOf, toFailure } from '../../../electron/contract/failure.ts';
import { word } from '../../../electron/words/word.ts';
import { libraryPaths } from '../../../electron/engine/library/files/library-paths.ts';
import type { TemporaryLibrary } from '../../support/temporary-library.ts';
import { differences, plainly, sampleLibrary, seenIn } from '../sample-library.ts';
import { always, draw, pick, type Scenario } from '../trial.ts';

const files = ['library', 'text', 'index', 'lock'] as const;
type DamagedFile = (typeof files)[number];

type Damage = Readonly<{ name: string; do: (path: string, random: () => number) => void }>;

function write(path: string, at: number, bytes: Buffer): void {
  const file = openSync(path, 'r+');
  writeSync(file, bytes, 0, bytes.length, at);
  closeSync(file);
}

const damages: readonly Damage[] = [
  {
    name: 'a bit flipped',
    do: (path, random) => {
      const bytes = readFileSync(path);
      const at = draw(random, bytes.length);
      bytes.writeUInt8(bytes.readUInt8(at) ^ (1 << draw(random, 8)), at);
      writeFileSync(path, bytes);
    },
  },
  {
    name: 'a page overwritten',
    do: (path, random) => {
      const bytes = pick(random, [4096, 16_384]);
      const page = draw(random, Math.max(1, Math.floor(statSync(path).size / bytes)));
      write(
        path,
        page * bytes,
        Buffer.alloc(Math.min(bytes, statSync(path).size), pick(random, [0, 0x55, 0xff])),
      );
    },
  },
  { name: 'no header', do: (path) => write(path, 0, Buffer.alloc(100, 0x20)) },
  { name: 'cut short', do: (path, random) => truncateSync(path, 1 + draw(random, statSync(path).size)) },
  { name: 'something else', do: (path) => writeFileSync(path, 'this is not a database '.repeat(900)) },
  { name: 'gone', do: (path) => rmSync(path) },
  {
    name: 'a strange log',
    do: (path, random) => writeFileSync(`${path}-wal`, Buffer.alloc(5000, draw(random, 256))),
  },
];

/** Damage to any file: what people did is kept, or its loss is said, and a repair leaves a sound library. */
export const damage: Scenario = {
  name: 'damage',
  weight: 30,
  unable: always,
  run: async ({ dir, random }) => {
    const library = await sampleLibrary(dir);
    const before = seenIn(library);
    const file = pick(random, files);
    const { name, do: damageIt } = pick(random, damages);
    const path = libraryPaths(library.dir)[file];
    const had = existsSync(path) && statSync(path).size > 0;
    if (had) damageIt(path, random);
    const damaged = existsSync(path) ? readFileSync(path) : null;
    const problems = await mendAndCompare(library, file, before);
    if (file === 'library' && damaged !== null) problems.push(...overwritten(path, damaged));
    return { what: `${file}: ${name}`, problems };
  },
};

async function mendAndCompare(
  library: TemporaryLibrary,
  file: DamagedFile,
  before: readonly string[],
): Promise<string[]> {
  const said: string[] = [];
  try {
    await library.open({ ...plainly, salvage: true });
  } catch (error) {
    const { code, message } = toFailure(error);
    // A `library.sqlite` that is gone, or seems to be of a later version, is for a person to bring back.
    if (file === 'library' && (code === 'library-unusable' || code === 'library-newer')) return [];
    return [`can't be opened (${code}): ${word(message)}`];
  }
  try {
    said.push(...(await library.writer.check({ repair: true })).problems.map(word));
    await library.writer.importFinished({});
    const left = (await library.writer.check({ repair: false })).problems.map(word);
    const after = left.filter((problem) => !isBeyondRepair(file, problem));
    if (after.length > 0) return [`a repair leaves problems: ${after.join('; ')}`];
    said.push(...left);
  } catch (error) {
    return [`a repair fails: ${messageOf(error)}`];
  } finally {
    await library.close();
  }
  for (const { name, payload } of library.events)
    if (name === 'noticed') said.push((payload as { message: string }).message);
  const changed = differences(before, seenIn(library));
  // Of texts and index all can be had again, but for texts of which the file is gone; of the library, what is lost is said.
  const isSaid = said.length > 0;
  const may = file === 'library' || (file === 'text' && changed.every((line) => line.includes(' missing [')));
  if (changed.length === 0 || (isSaid && may)) return [];
  return [[`something is lost${isSaid ? '' : ' and nothing said'}:`, ...changed, ...said].join('\n')];
}

/** Words that no backup has otherwise, and texts of which the file is gone: said by every check. */
function isBeyondRepair(file: DamagedFile, problem: string): boolean {
  return (
    (file === 'library' && problem.includes('is not as it was written')) ||
    (file === 'text' && /\d+ articles have no readable text$/.test(problem))
  );
}

/** A damaged `library.sqlite` is not written to: it is where it was, put aside, or was sound enough to go on with. */
function overwritten(path: string, damaged: Buffer): string[] {
  const asides = readdirSync(dirname(path)).filter((name) => name.startsWith(`${basename(path)}.damaged-`));
  const kept = asides.map((name) => readFileSync(join(dirname(path), name)));
  if (kept.length === 0 || kept.some((bytes) => bytes.equals(damaged))) return [];
  return kept.some((bytes) => bytes.length >= damaged.length)
    ? []
    : ['the damaged file was not kept as it was'];
}
