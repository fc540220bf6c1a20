import { afterEach, beforeEach, expect, test } from 'vitest';
import { articleId } from '../../../../electron/contract/ids.ts';
import { TemporaryLibrary } from '../../../support/temporary-library.ts';

// Each file of tests sets its library up in sight of them.
/* jscpd:ignore-start */
let library: TemporaryLibrary;

beforeEach(async () => {
  library = new TemporaryLibrary();
  await library.open();
});

afterEach(() => library.dispose());
/* jscpd:ignore-end */

const impactOf = (...ids: number[]) =>
  library.read((reader) => reader.removalImpact(ids.map((id) => articleId(id))));

test('says how many articles, tags and notes would go, and how many files would stay', async () => {
  library.write('one.txt', 'First story');
  library.write('a/two.txt', 'Second story');
  library.write('b/two.txt', 'Second story');
  library.write('three.txt', 'Third story');
  await library.import();
  await library.tag('one.txt', 'Politics');
  await library.tag('one.txt', 'Water');
  const [one, two, three] = [library.idAt('one.txt'), library.idAt('a/two.txt'), library.idAt('three.txt')];
  await library.writer.addNote({ article: two, text: 'call her' });
  library.remove('three.txt');
  library.remove('b/two.txt');
  await library.import();

  expect(impactOf(one)).toEqual({ articles: 1, tagged: 1, noted: 0, files: 1 });
  expect(impactOf(three)).toEqual({ articles: 1, tagged: 0, noted: 0, files: 0 });
  expect(impactOf(one, two, three, three, 4711)).toEqual({ articles: 3, tagged: 1, noted: 1, files: 2 });
  expect(impactOf()).toEqual({ articles: 0, tagged: 0, noted: 0, files: 0 });
});
