import { word } from '../../../electron/words/word.ts';
import { setImmediate, setTimeout as wait } from 'node:timers/promises';
import { articleText } from '../article-tree.ts';
import { differences, plainly, sampleLibrary, seenIn } from '../sample-library.ts';
import { always, draw, pick, type Scenario } from '../trial.ts';

const settlesWithinMs = 60_000;
const ways = ['cancel', 'pause and go on', 'close'] as const;

/** An import that is cancelled, paused or closed at any step settles, and a second one completes what it began. */
export const cancelledImports: Scenario = {
  name: 'cancelled and paused',
  weight: 8,
  unable: always,
  run: async ({ dir, random }) => {
    const library = await sampleLibrary(dir);
    const before = seenIn(library);
    for (let nth = 0; nth < 40; nth += 1) library.write(`new/${nth}.txt`, articleText(`n${nth}z`, random));
    const way = pick(random, ways);
    const steps = draw(random, 400);
    const what = `${way} after ${steps} steps`;
    const problems: string[] = [];
    await library.open(plainly);
    try {
      await library.writer.addSources({ paths: [library.folder] });
      for (let step = 0; step < steps; step += 1) await setImmediate();
      const settled = interrupt(way);
      if ((await Promise.race([settled, late()])) === 'late') problems.push(`${what}: does not settle`);
      await library.import();
      const { problems: said } = await library.writer.check({ repair: false });
      problems.push(...said.map((problem) => `check says: ${word(problem)}`));
      const { articles } = library.read((reader) => reader.counts());
      if (articles !== 130) problems.push(`${articles} articles where there are 130`);
    } finally {
      await library.close();
    }
    const kept = seenIn(library).filter((line) => !line.includes('new/'));
    problems.push(...differences(before, kept));
    return { what, problems };

    async function interrupt(how: (typeof ways)[number]): Promise<void> {
      const { writer } = library;
      switch (how) {
        case 'cancel':
          await writer.cancelImport({});
          await writer.importFinished({});
          return;
        case 'pause and go on':
          await writer.pauseImport({});
          await writer.resumeImport({});
          await writer.importFinished({});
          return;
        case 'close':
          await library.close();
          await library.open(plainly);
      }
    }
  },
};

async function late(): Promise<'late'> {
  await wait(settlesWithinMs, undefined, { ref: false });
  return 'late';
}
