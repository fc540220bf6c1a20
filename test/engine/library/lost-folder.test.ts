import { saying } from '../../support/saying.ts';
import { renameSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { TemporaryLibrary } from '../../support/temporary-library.ts';

let library: TemporaryLibrary;

beforeEach(() => {
  library = new TemporaryLibrary();
});

afterEach(() => library.dispose());

it('a library whose folder goes away while it is open takes no acts, and takes them when it is back', async () => {
  library.write('one.txt', 'First story');
  await library.open();
  await library.import();
  const away = join(library.root, 'away');
  renameSync(library.dir, away);
  const refused = {
    failure: {
      code: 'library-unusable',
      message: saying('is not there any more'),
    },
  };
  await expect(library.writer.createTag({ name: 'lost', colour: null })).rejects.toMatchObject(refused);
  await expect(library.import()).rejects.toMatchObject(refused);

  renameSync(away, library.dir);
  await library.tag('one.txt', 'back');
  library.write('two.txt', 'Second story');
  await library.import();
  expect(Object.values(library.contents()).flatMap(({ tags }) => tags)).toEqual(['back']);
  expect(await library.writer.check({ repair: false })).toEqual({ ok: true, problems: [] });
});

it('an import stops when the folder of its library goes away, and goes on when it is back', async () => {
  await library.open();
  for (let nth = 0; nth < 600; nth += 1)
    library.write(`${nth}.txt`, `Story ${nth}\n\nThe harbour sold ship ${nth}.`);
  await library.writer.addSources({ paths: [library.folder] });
  const away = join(library.root, 'away');
  renameSync(library.dir, away);
  await expect(library.writer.importFinished({})).rejects.toMatchObject({
    failure: { code: 'library-unusable' },
  });

  renameSync(away, library.dir);
  await library.import();
  expect(Object.keys(library.contents())).toHaveLength(600);
  expect(await library.writer.check({ repair: false })).toEqual({ ok: true, problems: [] });
});
