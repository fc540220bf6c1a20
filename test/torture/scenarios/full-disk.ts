import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { toFailure } from '../../../electron/contract/failure.ts';
import { word } from '../../../electron/words/word.ts';
import type { TemporaryLibrary } from '../../support/temporary-library.ts';
import { articleText } from '../article-tree.ts';
import { differences, plainly, sampleLibrary, seenIn } from '../sample-library.ts';
import { draw, type Scenario } from '../trial.ts';

const diskMegabytes = 8;

function mount(dir: string): boolean {
  mkdirSync(dir, { recursive: true });
  const options = ['-t', 'tmpfs', '-o', `size=${diskMegabytes}m`, 'microfiche', dir];
  return process.platform === 'linux' && spawnSync('mount', options).status === 0;
}

/** Writing to a disk that gets full fails with the reason, loses nothing, and goes on once there is room. */
export const fullDisk: Scenario = {
  name: 'a full disk',
  weight: 3,
  unable: () => (process.getuid?.() === 0 ? null : 'only root may mount a small disk'),
  run: async ({ dir, random }) => {
    const sample = await sampleLibrary(dir);
    const before = seenIn(sample);
    const disk = join(dir, 'disk');
    if (!mount(disk)) return { what: 'not run: no small disk can be mounted here', problems: [] };
    try {
      const free = draw(random, 40) * 4096;
      return { what: 'a full disk', problems: await onDisk(sample, disk, before, free, random) };
    } finally {
      spawnSync('umount', ['-l', disk]);
      rmSync(disk, { recursive: true, force: true });
    }
  },
};

/** The library lies on the small disk, its articles do not. */
async function onDisk(
  sample: TemporaryLibrary,
  disk: string,
  before: readonly string[],
  free: number,
  random: () => number,
): Promise<string[]> {
  const problems: string[] = [];
  cpSync(sample.dir, join(disk, 'library'), { recursive: true });
  const onSmallDisk = { ...plainly, libraryDir: join(disk, 'library') };
  for (let nth = 0; nth < 40; nth += 1) sample.write(`new/${nth}.txt`, articleText(`n${nth}z`, random));
  const { bavail, bsize } = statfsSync(disk);
  writeFileSync(join(disk, 'filler'), Buffer.alloc(Math.max(0, bavail * bsize - free)));
  try {
    await sample.open(onSmallDisk);
    await sample.import();
  } catch (error) {
    const { code, message } = toFailure(error);
    if (code !== 'disk-full') problems.push(`a full disk fails with ${code}: ${word(message)}`);
  }
  rmSync(join(disk, 'filler'));
  try {
    await sample.close();
    await sample.open(onSmallDisk);
    await sample.import();
    const { problems: said } = await sample.writer.check({ repair: false });
    problems.push(...said.map((problem) => `check says: ${word(problem)}`));
  } catch (error) {
    problems.push(`with room again: ${word(toFailure(error).message)}`);
  }
  await sample.close();
  rmSync(sample.dir, { recursive: true });
  cpSync(join(disk, 'library'), sample.dir, { recursive: true });
  problems.push(
    ...differences(
      before,
      seenIn(sample).filter((line) => !line.includes('new/')),
    ),
  );
  return problems;
}
