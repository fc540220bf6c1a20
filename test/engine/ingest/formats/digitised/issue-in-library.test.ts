import { afterEach, beforeEach, expect, test } from 'vitest';
import { TemporaryLibrary } from '../../../../support/temporary-library.ts';
import { zipOf } from '../../../../support/zip-of.ts';

let library: TemporaryLibrary;

beforeEach(async () => {
  library = new TemporaryLibrary();
  await library.open();
});

afterEach(() => library.dispose());

const page = (...words: string[]): string =>
  `<alto><Layout><Page><PrintSpace><TextBlock ID="B1"><TextLine>${words
    .map((word) => `<String CONTENT="${word}"/>`)
    .join('')}</TextLine></TextBlock></PrintSpace></Page></Layout></alto>`;

const issue = `<mets xmlns:xlink="http://www.w3.org/1999/xlink"><fileSec><file ID="A"><FLocat xlink:href="alto/1.xml"/></file></fileSec>
<structMap TYPE="LOGICAL"><div TYPE="ISSUE"><div ID="a1" TYPE="ARTICLE"><fptr><area FILEID="A" BEGIN="B1"/></fptr></div></div></structMap></mets>`;

test('a folder with an issue and its pages holds the articles of the issue, each once', async () => {
  library.write('paper/18240217_mets.xml', issue);
  library.write('paper/alto/1.xml', page('The', 'ferry', 'stopped.'));
  library.write('loose/2.xml', page('It', 'waits.'));
  expect(await library.import()).toMatchObject({ seen: 3, added: 2, failed: 0 });
  expect(
    Object.values(library.contents())
      .map(({ text }) => text)
      .sort(),
  ).toEqual(['It waits.', 'The ferry stopped.']);
  expect(await library.import()).toMatchObject({ added: 0, failed: 0 });
});

test.each([false, true])(
  'an issue in a zip finds its pages there (stored as they are: %s)',
  async (isStored) => {
    const files = [
      { name: '1824/alto/1.xml', content: page('The', 'ferry', 'stopped.'), isStored },
      { name: '1824/18240217_mets.xml', content: issue, isStored },
      { name: 'loose/2.xml', content: page('It', 'waits.'), isStored },
    ];
    library.write('papers.zip', zipOf(...files));
    expect(await library.import()).toMatchObject({ seen: 1, added: 2, failed: 0 });
    expect(
      Object.values(library.contents())
        .map(({ text }) => text)
        .sort(),
    ).toEqual(['It waits.', 'The ferry stopped.']);
  },
);
