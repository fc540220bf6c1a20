import { afterEach, beforeEach, expect, test } from 'vitest';
import {
  noAnnotationFilter,
  readingTextOf,
  type AnnotationFilter,
  type Annotations,
} from '../../../../electron/contract/highlights.ts';
import type { AnnotationsAsked } from '../../../../electron/engine/library/highlights/annotation-reader.ts';
import { articleId, type ArticleId } from '../../../../electron/contract/ids.ts';
import { AnnotationLister } from '../../../../electron/engine/library/annotation-lister.ts';
import { word } from '../../../../electron/words/word.ts';
import { saying } from '../../../support/saying.ts';
import { TemporaryLibrary } from '../../../support/temporary-library.ts';

let library: TemporaryLibrary;
let id: ArticleId;

const headline = 'Pilots wait for the tide';
const first = 'BRENNICK - The pilots waited at the mole on Monday while the gauge was read by hand.';
const second = 'The harbour master wrote to the minister about the gauge, and nobody replied for a year.';
const third = 'Boats stay in beyond force six, as they did in the winter of the long gale.';
const passage = 'wrote to the minister about the gauge';

const story = (...paragraphs: string[]): string => [headline, ...paragraphs].join('\n\n');

beforeEach(async () => {
  library = new TemporaryLibrary();
  library.write('a.txt', story(first, second, third));
  await library.open();
  await library.import();
  id = library.idAt('a.txt');
});

afterEach(() => library.dispose());

function annotations(article = id): Annotations | undefined {
  return library.read((reader, texts) => new AnnotationLister(reader, texts).of([article])[0]);
}

/** The passages of an article as they read now. */
function found(article = id): (string | null)[] {
  const text = library.read((_, texts) => {
    const fields = texts.read([article]).get(article)?.fields;
    return fields === undefined ? '' : readingTextOf(fields);
  });
  const highlights = annotations(article)?.highlights ?? [];
  return highlights.map(({ anchor }) => (anchor === null ? null : text.slice(...anchor.range)));
}

async function highlight(exact = passage, note = '') {
  const text = library.read((_, texts) => readingTextOf(texts.read([id]).get(id)?.fields ?? never()));
  const start = text.indexOf(exact);
  const range = { start, end: start + exact.length, exact };
  return await library.writer.addHighlight({ article: id, passage: range, colour: 'green', note });
}

function never(): never {
  throw new Error('there is no such article');
}

async function edit(...paragraphs: string[]): Promise<void> {
  library.write('a.txt', story(...paragraphs));
  await library.import();
}

test('a passage is kept with the words around it, its colour and its note, also across a restart', async () => {
  const made = await highlight(passage, 'Ask the ministry.');
  expect(made).toMatchObject({ colour: 'green', note: 'Ask the ministry.', article: id });
  expect(made.quote.exact).toBe(passage);
  expect(made.quote.prefix.endsWith('The harbour master ')).toBe(true);
  expect(made.quote.suffix.startsWith(', and nobody')).toBe(true);
  await library.close();
  await library.open();
  expect(annotations()?.highlights).toEqual([{ ...made, anchor: { range: made.position, by: 'position' } }]);
});

test('a passage that the article does not have is refused', async () => {
  const wrong = { start: 3, end: 20, exact: 'nobody wrote this' };
  const adding = library.writer.addHighlight({ article: id, passage: wrong, colour: 'pink', note: '' });
  await expect(adding).rejects.toMatchObject({
    failure: { code: 'bad-request', message: saying('read anew') },
  });
  const elsewhere = library.writer.addHighlight({
    ...{ article: articleId(99), passage: wrong, colour: 'pink', note: '' },
  });
  await expect(elsewhere).rejects.toMatchObject({ failure: { code: 'article-missing' } });
});

test.each([
  ['an edit in front of it', [`${first} It rained.`, second, third], passage],
  ['paragraphs in another order', [third, second, first], passage],
  [
    'a correction inside of it',
    [first, second.replace('minister', 'ministry'), third],
    'wrote to the ministry about the gauge',
  ],
  ['other words on both its sides', [third, `Somebody ${passage}. Nothing came of it.`], passage],
])('a passage is found after %s', async (_, paragraphs, reads) => {
  await highlight();
  await edit(...paragraphs);
  expect(found()).toEqual([reads]);
});

test('a passage that was cut stays, is found nowhere, and can be placed by hand', async () => {
  const made = await highlight();
  await edit(first, third);
  expect(found()).toEqual([null]);
  expect(annotations()?.highlights).toEqual([{ ...made, anchor: null }]);
  const text = library.read((_, texts) => readingTextOf(texts.read([id]).get(id)?.fields ?? never()));
  const exact = 'the winter of the long gale';
  const start = text.indexOf(exact);
  await library.writer.placeHighlight({
    highlight: made.id,
    passage: { start, end: start + exact.length, exact },
  });
  expect(found()).toEqual([exact]);
  await library.writer.undo({});
  expect(annotations()?.highlights).toEqual([{ ...made, anchor: null }]);
});

test('one of two passages that read the same is found by what stands around it, or not at all', async () => {
  const told = 'The gauge was out of order again that morning.';
  await edit(`${first} ${told}`, `${second} ${told}`, third);
  await highlight(told);
  await edit(`${second} ${told}`, third);
  expect(found()).toEqual([null]);
  await edit(third, `${second} ${told}`, `${first} ${told}`);
  expect(found()).toEqual([told]);
  expect(annotations()?.highlights[0]?.anchor?.range[0]).toBeGreaterThan(third.length + second.length);
});

test('making, changing and removing are taken back and done again, in order with acts on tags', async () => {
  const { writer } = library;
  const made = await highlight();
  await library.tag('a.txt', 'Harbour');
  const changed = await writer.changeHighlight({ highlight: made.id, colour: 'blue', note: 'See page 2' });
  await writer.deleteHighlights({ highlights: [made.id] });
  expect(annotations()).toBeUndefined();
  const { undo } = await writer.undoState({});
  expect(undo === null ? null : word(undo)).toBe(`Remove the highlight “${passage}”`);
  await writer.undo({});
  expect(annotations()?.highlights).toMatchObject([changed]);
  await writer.undo({});
  expect(annotations()?.highlights).toMatchObject([made]);
  await writer.undo({});
  expect(library.contents()[id]?.tags).toEqual([]);
  await library.close();
  await library.open();
  await library.writer.undo({});
  expect(annotations()).toBeUndefined();
  for (let nth = 0; nth < 4; nth += 1) await library.writer.redo({});
  expect(annotations()).toBeUndefined();
  expect(library.contents()[id]?.tags).toEqual(['Harbour']);
  expect(await library.writer.redo({})).toBeNull();
  expect(library.events.filter(({ name }) => name === 'annotationsChanged').length).toBeGreaterThan(5);
});

test('notes of passages count as notes: they are searched, and counted where their article would be removed', async () => {
  await highlight(passage, 'Ask the ministry.');
  library.read((reader) => {
    expect([...reader.annotations.noted().toArray()]).toEqual([id]);
    expect(reader.annotations.noteTexts()).toEqual([{ article: id, text: 'Ask the ministry.' }]);
    expect(reader.removalImpact([id]).noted).toBe(1);
  });
});

test('an article that is removed takes them along, and brings them back', async () => {
  const made = await highlight(passage, 'Ask.');
  await library.writer.setReadingState({ ids: Uint32Array.of(id), state: 'queued', on: true });
  await library.writer.removeArticles({ ids: Uint32Array.of(id) });
  expect(annotations()).toBeUndefined();
  await library.writer.undoRemoval({});
  expect(annotations()?.highlights).toMatchObject([made]);
  expect(library.read((reader) => reader.annotations.queue())).toEqual([id]);
});

test('an article that is split off by an edit has copies of its own', async () => {
  library.write('copy.txt', story(first, second, third));
  await library.import();
  const made = await highlight();
  library.write('copy.txt', story(first, `${second} It is so still.`, third));
  await library.import();
  const copy = library.idAt('copy.txt');
  expect(copy).not.toBe(id);
  expect(found(copy)).toEqual([passage]);
  expect(annotations(copy)?.highlights[0]?.id).not.toBe(made.id);
});

test('what was changed by damage is said, and repaired out of a backup', async () => {
  const made = await highlight(passage, 'Ask the ministry.');
  await library.writer.setReadingState({ ids: Uint32Array.of(id), state: 'read', on: true });
  await library.close();
  library.nowMs += 30 * 86_400_000;
  await library.open();
  await library.close();
  library.change('library', `UPDATE highlights SET note = 'Ask the monastery.'`);
  library.change('library', 'UPDATE reading_states SET excluded_at_ms = 5');
  library.change('library', `UPDATE annotation_acts SET label = 'x'`);
  await library.open();
  const { problems } = await library.writer.check({ repair: true });
  expect(problems).toHaveLength(4);
  expect(problems.map(word)[0]).toContain('a highlight in article');
  expect(await library.writer.check({ repair: false })).toEqual({ ok: true, problems: [] });
  expect(annotations()?.highlights).toMatchObject([made]);
  expect(library.read((reader) => reader.cards([id]).get(id)?.states)).toEqual(['read']);
  expect(await library.writer.undoState({})).toEqual({ undo: null, redo: null });
});

test('the list of all is narrowed and comes newest first, or article by article', async () => {
  const { writer } = library;
  library.write('b.txt', `Another story\n\n${third}`);
  await library.import();
  const other = library.idAt('b.txt');
  const marked = async (article: ArticleId, exact: string, colour: 'blue' | 'pink', nowMs: number) => {
    library.nowMs = Date.UTC(2022, 0, nowMs);
    const text = library.read((_, texts) => {
      const fields = texts.read([article]).get(article)?.fields;
      return fields === undefined ? '' : readingTextOf(fields);
    });
    const start = text.indexOf(exact);
    const at = { start, end: start + exact.length, exact };
    await writer.addHighlight({ article, passage: at, colour, note: '' });
  };
  await marked(id, 'long gale', 'blue', 1);
  await marked(id, 'at the mole', 'pink', 2);
  await marked(other, 'long gale', 'blue', 3);
  library.nowMs = Date.UTC(2022, 0, 4);
  await writer.addNote({ article: id, text: 'Ask the Pilot' });
  const list = (asked: Partial<AnnotationsAsked>, narrowed: Partial<AnnotationFilter> = {}) =>
    library.read((reader, texts) => {
      const filter = { ...noAnnotationFilter, ...narrowed };
      const all = { filter, order: 'newest', within: null, offset: 0, limit: 10, ...asked } as const;
      const { total, annotations: listed } = new AnnotationLister(reader, texts).list(all);
      expect(total).toBe(listed.length);
      return listed.map(({ headline: of, annotation }) =>
        annotation.kind === 'note' ? annotation.note.text : `${of}: ${annotation.highlight.quote.exact}`,
      );
    });
  const [gale, mole, otherGale] = [
    `${headline}: long gale`,
    `${headline}: at the mole`,
    'Another story: long gale',
  ];
  expect(list({})).toEqual(['Ask the Pilot', otherGale, mole, gale]);
  expect(list({ order: 'article' })).toEqual(['Ask the Pilot', mole, gale, otherGale]);
  expect(list({ within: Uint32Array.of(other) })).toEqual([otherGale]);
  expect(list({}, { colours: ['pink'] })).toEqual([mole]);
  expect(list({}, { text: 'pilot' })).toEqual(['Ask the Pilot']);
  expect(list({}, { from: '2022-01-02', to: '2022-01-03' })).toEqual([otherGale, mole]);
  await library.tag('b.txt', 'Gales/Long');
  expect(list({}, { tags: ['gales'] })).toEqual([otherGale]);
});
