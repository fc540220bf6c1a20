import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { notesWork } from '../../../electron/engine/query/notes/note-index.ts';
import { smallArchive } from './small-archive.ts';
import { article } from '../../support/article-fields.ts';

const archive = smallArchive(
  [
    article({
      headline: 'Polish miners strike',
      body: ['Miners polish their lamps.', 'The mine of RICO’s owner closed. RICO paid.'],
      captions: [{ text: 'A miner', credit: 'Reuters photo' }],
      outlet: 'Esta Courier',
      section: 'World',
      language: 'ckb',
    }),
    article({
      headline: 'Turkey dinner',
      body: ['Roast turkey for four, said the WHO.', 'Who ate the turkey? A turkey farmer.'],
      outlet: 'Daily Dam',
      language: 'en',
    }),
    article({ headline: '', body: ['York is not New York. Bush met Kate Bush.'], language: 'ar' }),
  ],
  {
    Humanity: [1],
    'Humanity/Aid': [2],
    'folder 1987': [3],
    'format pdf': [1],
    Starred: [2],
  },
  [],
  2,
  [
    { article: 3, text: 'Ask Smith about the bridge' },
    { article: 3, text: 'Bridges burn' },
  ],
);
beforeAll(async () => {
  await notesWork.wait();
});
afterAll(() => archive.close());

describe('the language finds', () => {
  it.each([
    ['a capital anywhere', 'caps(polish)', [1]],
    ['no capital', 'nocaps(Turkey)', [2]],
    ['no capital in a field', 'headline:nocaps(turkey)', []],
    ['capitals alone', 'allcaps(rico)', [1]],
    ['initials that are a stop word else', 'allcaps(who)', [2]],
    ['a stop word with a capital', 'caps(who)', [2]],
    ['so many mentions over all fields', 'atleast4(turkey)', [2]],
    ['not so many', 'atleast5(turkey)', []],
    ['mentions of any together', 'atleast3(RICO OR mine)', [1]],
    ['the first paragraph', 'lead(polish)', [1]],
    ['another word, not its neighbour', 'lead(mine)', []],
    ['nothing of the second paragraph', 'lead(farmer)', []],
    ['headline or first paragraph', 'hlead(strike OR farmer)', [1]],
    ['the first words', 'first3(lamp OR four)', []],
    ['a word of them', 'first4(lamp)', [1]],
    ['what is not near', 'York NOT w/1 New', [3]],
    ['what is nowhere but near', 'New NOT w/1 York', []],
    ['what lies in something longer', 'Kate NOT w/1 "Kate Bush"', []],
    ['what lies elsewhere too', 'Bush NOT w/1 "Kate Bush"', [3]],
    ['what lies near it', 'Bush NOT w/2 "Kate Bush"', []],
    ['one letter', 'm?ne', [1]],
    ['letters at the end', 'farm?r', [2]],
    ['a number of letters', 'min????', []],
    ['notes', 'note:bridge', [3]],
    ['a phrase in one note', 'note:"the bridge"', [3]],
    ['no phrase over two notes', 'note:"bridge bridges"', []],
    ['notes near each other', 'note:(Smith w/3 bridge)', [3]],
    ['notes as written', 'note:exact(Bridges)', [3]],
    ['an outlet', 'outlet:"esta courier"', [1]],
    ['outlets', 'outlet:d*', [2]],
    ['a section', 'section:World', [1]],
    ['a language by its name', 'language:"central kurdish"', [1]],
    ['a language by its Arabic name', 'language:الإنجليزية', [2]],
    ['a language by its own name', 'language:العربية', [3]],
    ['several values', 'language:(en OR ar)', [2, 3]],
    ['a folder', 'folder:1987', [3]],
    ['a format', 'format:pdf', [1]],
    ['what is starred', 'is:starred', [2]],
    ['what has no tag', 'is:untagged', [3]],
    ['what has a note', 'has:note', [3]],
    ['what has no date', 'is:undated', [1, 2, 3]],
    ['what has a date', 'has:date', []],
  ])('%s: %s', (_, query, expected) => {
    const { fault, best } = archive.answer(query);
    expect([fault, Array.from(best.articles).sort()]).toEqual([null, expected]);
  });

  it('no article of a mark in a field of nothing but stop words less', () => {
    const small = smallArchive([article({ place: 'The' })]);
    expect(small.found('exact(The)')).toEqual([1]);
    small.close();
  });
});
