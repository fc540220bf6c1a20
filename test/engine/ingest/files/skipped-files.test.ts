import { afterEach, beforeEach, expect, test } from 'vitest';
import { TemporaryLibrary } from '../../../support/temporary-library.ts';

let library: TemporaryLibrary;

beforeEach(async () => {
  library = new TemporaryLibrary();
  await library.open();
});

afterEach(() => library.dispose());

function skippedInSources(): unknown {
  return library.read((reader) => reader.sources().map(({ skipped }) => skipped));
}

test('files of kinds that are not read are counted by kind, in the import and in the source', async () => {
  library.write('one.txt', 'First story');
  library.write('page.pptx', 'a document');
  library.write('2020/other.PPTX', 'another');
  library.write('a.xyz', 'unknown');
  library.write('scan', 'GIF89a and so on');
  library.write('README', 'no ending at all');
  const skipped = [
    { kind: 'pptx', files: 2 },
    { kind: '', files: 1 },
    { kind: 'gif', files: 1 },
    { kind: 'xyz', files: 1 },
  ];
  expect(await library.import()).toMatchObject({ seen: 1, done: 1, added: 1, failed: 0, skipped });
  expect(skippedInSources()).toEqual([skipped]);
});

test('hidden files and those of the system are not counted', async () => {
  library.write('one.txt', 'First story');
  for (const name of ['.DS_Store', '._one.txt', 'Thumbs.db', 'desktop.ini', '~$letter.pptx', 'notes.doc~'])
    library.write(name, 'of the system');
  library.write('.git/objects/pack.bin', 'hidden');
  library.write('__MACOSX/inner/a.pptx', 'hidden');
  expect(await library.import()).toMatchObject({ added: 1, skipped: [] });
});

test('what is counted is what the last whole scan has met', async () => {
  library.write('one.txt', 'First story');
  library.write('inner/two.txt', 'Second story');
  library.write('page.pptx', 'a document');
  await library.import();
  library.write('inner/a.xyz', 'unknown');
  expect(await library.import([library.path('inner')])).toMatchObject({
    skipped: [{ kind: 'xyz', files: 1 }],
  });
  expect(skippedInSources()).toEqual([[{ kind: 'pptx', files: 1 }]]);
  library.remove('page.pptx');
  await library.import();
  expect(skippedInSources()).toEqual([[{ kind: 'xyz', files: 1 }]]);
});

test('a file without an ending is read when it begins as its format does, and counted otherwise', async () => {
  library.write('one.txt', 'First story');
  library.write(
    'APW_19980429',
    '<DOC>\n<DOCNO> APW19980429.1 </DOCNO>\n<HEADLINE>Ferry stops</HEADLINE>\n<TEXT>\n<P>It waits.</P>\n</TEXT>\n</DOC>\n',
  );
  library.write('LICENSE', 'no ending at all');
  expect(await library.import()).toMatchObject({
    added: 2,
    failed: 0,
    skipped: [{ kind: '', files: 1 }],
  });
});
